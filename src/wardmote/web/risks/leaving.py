"""What of the registers somebody holds who leaves."""

from django.db.models import Q

from wardmote.web.core.leaving import Held
from wardmote.web.risks.models import Grant, HorizonItem, Risk

HELD = (
    Held(Risk, "owner", "open risk", "open risks", still=Q(state=Risk.State.OPEN)),
    Held(Grant, "owner", "grant", "grants"),
    Held(HorizonItem, "owner", "item of the horizon", "items of the horizon"),
)
