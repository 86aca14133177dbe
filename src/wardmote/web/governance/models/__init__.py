"""Groups and meetings, scrutiny, what shows that a duty is met, and addresses of calendars."""

from wardmote.web.governance.models.agenda import AgendaItem, Decision, MeetingAction, Paper
from wardmote.web.governance.models.duty import DutyProof, FeedAddress
from wardmote.web.governance.models.group import Cadence, Group, Hat, Seat
from wardmote.web.governance.models.meeting import Attendance, Meeting
from wardmote.web.governance.models.scrutiny import InformationRequest, Recommendation, Referral

__all__ = [
    "AgendaItem",
    "Attendance",
    "Cadence",
    "Decision",
    "DutyProof",
    "FeedAddress",
    "Group",
    "Hat",
    "InformationRequest",
    "Meeting",
    "MeetingAction",
    "Paper",
    "Recommendation",
    "Referral",
    "Seat",
]
