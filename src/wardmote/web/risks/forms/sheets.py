"""The spreadsheets of the registers: which columns each has, and what checks a row of it."""

from wardmote.web.core.sheets import Sheet
from wardmote.web.risks.actions.horizon import add_horizon_item, change_horizon_item
from wardmote.web.risks.actions.money import (
    add_dependent,
    add_grant,
    add_saving,
    change_dependent,
    change_grant,
    change_saving,
)
from wardmote.web.risks.actions.risks import add_risk, change_risk
from wardmote.web.risks.forms.registers import DependentRow, GrantForm, HorizonForm, RiskForm, SavingForm
from wardmote.web.risks.models import Dependent, Grant, HorizonItem, Risk, Saving
from wardmote.web.risks.queries.registers import dependents_of, grants_of, horizon_of, risks_of, savings_of

RISKS: Sheet[Risk] = Sheet("risks", "Risks", RiskForm.labels(), risks_of, RiskForm, add_risk, change_risk)
GRANTS: Sheet[Grant] = Sheet("grants", "Grants", GrantForm.labels(), grants_of, GrantForm, add_grant, change_grant)
DEPENDENTS: Sheet[Dependent] = Sheet(
    "dependents",
    "What hangs on grants",
    DependentRow.labels(),
    dependents_of,
    DependentRow,
    add_dependent,
    change_dependent,
)
SAVINGS: Sheet[Saving] = Sheet(
    "savings", "Savings", SavingForm.labels(), savings_of, SavingForm, add_saving, change_saving
)
HORIZON: Sheet[HorizonItem] = Sheet(
    "horizon", "Horizon", HorizonForm.labels(), horizon_of, HorizonForm, add_horizon_item, change_horizon_item
)
SHEETS = {sheet.name: sheet for sheet in (RISKS, GRANTS, DEPENDENTS, SAVINGS, HORIZON)}
