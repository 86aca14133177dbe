"""Recommendations, requests and referrals; evidence of a duty; calendar addresses."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.db.models import Model, QuerySet

from wardmote.web.core.actors import Actor
from wardmote.web.core.forms import Form
from wardmote.web.core.record_forms import record_form
from wardmote.web.governance.forms.groups import OFFERED as GROUPS_OFFERED
from wardmote.web.governance.forms.groups import required
from wardmote.web.governance.models import DutyProof, InformationRequest, Meeting, Recommendation, Referral
from wardmote.web.governance.queries.meetings import meetings_of

_TEXT = forms.Textarea(attrs={"rows": 4})


def _committee_meetings(actor: Actor) -> QuerySet[Any]:
    return meetings_of(actor).filter(capacity="crime-and-disorder-committee").order_by("-held_on")


OFFERED: dict[type[Model], Callable[[Actor], QuerySet[Any]]] = {**GROUPS_OFFERED, Meeting: _committee_meetings}

RecommendationForm = record_form(
    Recommendation, "text", "received_on", "meeting", "concern", "addressee", offered=OFFERED, text=_TEXT
)
ResponseForm = required(
    record_form(Recommendation, "answer", "response", "responded_on", offered=OFFERED, response=_TEXT),
    "answer",
    "response",
    "responded_on",
)
ReviewForm = required(
    record_form(Recommendation, "reviewed_on", "review", offered=OFFERED, review=_TEXT), "reviewed_on", "review"
)
RequestForm = record_form(InformationRequest, "what", "received_on", "wanted_by", offered=OFFERED, what=_TEXT)
RequestAnswerForm = required(
    record_form(InformationRequest, "answered_on", "is_depersonalised", "withheld", offered=OFFERED, withheld=_TEXT),
    "answered_on",
)
ReferralForm = record_form(
    Referral, "councillor", "ward", "raised_by", "matter", "received_on", offered=OFFERED, matter=_TEXT
)
SettleForm = required(
    record_form(Referral, "considered_on", "outcome", "letter_on", offered=OFFERED, outcome=_TEXT), "considered_on"
)
ProofForm = record_form(
    DutyProof, "what", "subject", "done_on", "is_month_only", "due_on", "address", "note", offered=OFFERED, note=_TEXT
)


class CalendarForm(Form):
    """What a calendar address is for."""

    title = forms.CharField(max_length=100, label="What it is for", help_text="For example, the calendar on my phone.")
