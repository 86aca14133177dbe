"""The spreadsheets of the registers: which columns each has, and what checks a row of it."""

from wardmote.web.accounts.models import Agency, Member
from wardmote.web.accounts.queries.people import agencies_of, members_of
from wardmote.web.core.record_forms import record_form
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
from wardmote.web.risks.forms.registers import GrantForm, HorizonForm, RiskForm, SavingForm
from wardmote.web.risks.models import Dependent, Grant, HorizonItem, Risk, Saving
from wardmote.web.risks.queries.registers import dependents_of, grants_of, horizon_of, risks_of, savings_of

_OFFERED = {Agency: agencies_of, Member: members_of, Grant: grants_of}
DependentRow = record_form(Dependent, "grant", "kind", "title", "agency", "posts", "stops", offered=_OFFERED)


def _columns(form: type) -> dict[str, str]:
    """Each field of a form under its label."""
    return {name: str(field.label) for name, field in form.base_fields.items()}  # type: ignore[attr-defined]


RISKS: Sheet[Risk] = Sheet("risks", "Risks", _columns(RiskForm), risks_of, RiskForm, add_risk, change_risk)
GRANTS: Sheet[Grant] = Sheet("grants", "Grants", _columns(GrantForm), grants_of, GrantForm, add_grant, change_grant)
DEPENDENTS: Sheet[Dependent] = Sheet(
    "dependents",
    "What hangs on grants",
    _columns(DependentRow),
    dependents_of,
    DependentRow,
    add_dependent,
    change_dependent,
)
SAVINGS: Sheet[Saving] = Sheet(
    "savings", "Savings", _columns(SavingForm), savings_of, SavingForm, add_saving, change_saving
)
HORIZON: Sheet[HorizonItem] = Sheet(
    "horizon", "Horizon", _columns(HorizonForm), horizon_of, HorizonForm, add_horizon_item, change_horizon_item
)
SHEETS = {sheet.name: sheet for sheet in (RISKS, GRANTS, DEPENDENTS, SAVINGS, HORIZON)}
