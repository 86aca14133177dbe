"""What of the plan somebody holds who leaves."""

from django.db.models import Q

from wardmote.web.core.leaving import Held
from wardmote.web.plans.models import Action, Priority
from wardmote.web.plans.rules.statuses import DONE

HELD = (
    Held(Action, "owner", "open action of the plan", "open actions of the plan", still=~Q(status=DONE)),
    Held(Priority, "lead", "priority that they lead", "priorities that they lead", still=Q(ends_on=None)),
)
