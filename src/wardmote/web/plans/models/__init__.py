"""The plan and all that hangs on it."""

from wardmote.web.plans.models.action import Action, ActionLink, ProgressNote
from wardmote.web.plans.models.alignment import Alignment, PolicePriority
from wardmote.web.plans.models.edition import Edition
from wardmote.web.plans.models.objective import Objective, ObjectiveMeasure
from wardmote.web.plans.models.plan import Aim, CrossCuttingIssue, Plan, Priority
from wardmote.web.plans.models.strategy import Strategy

__all__ = [
    "Action",
    "ActionLink",
    "Aim",
    "Alignment",
    "CrossCuttingIssue",
    "Edition",
    "Objective",
    "ObjectiveMeasure",
    "Plan",
    "PolicePriority",
    "Priority",
    "ProgressNote",
    "Strategy",
]
