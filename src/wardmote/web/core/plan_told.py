"""How far the plan was carried out, for the assessment, which does not import the plan's pages.

`settings.PLAN_TOLD_BY` names the function of the plan's room that knows; nothing else crosses between the two.
"""

from django.conf import settings
from django.utils.module_loading import import_string

from wardmote.assessment.carried_out import PlanCarriedOut
from wardmote.assessment.year import read_year


def plan_told(year: str) -> PlanCarriedOut | None:
    """How the plan stood at the end of a financial year; None where no plan was in force. Raises `BadInput`."""
    read = read_year(year)
    told: PlanCarriedOut | None = import_string(settings.PLAN_TOLD_BY)(first=read.first, last=read.last_day)
    return told
