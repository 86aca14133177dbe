"""What of the board somebody holds who leaves."""

from django.db.models import Q

from wardmote.web.core.leaving import Held
from wardmote.web.governance.models import MeetingAction, Seat

HELD = (
    Held(Seat, "member", "seat in a group", "seats in groups", still=Q(ended_on=None), last_day="ended_on"),
    Held(MeetingAction, "owner", "open action of a meeting", "open actions of meetings", still=Q(done_on=None)),
)
