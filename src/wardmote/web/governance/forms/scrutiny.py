"""Recommendations, requests and referrals; evidence of a duty; calendar addresses."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from wardmote.web.core.actors import Actor
from wardmote.web.core.forms import Form
from wardmote.web.governance.forms.groups import OFFERED, TEXT, BoardForm
from wardmote.web.governance.models import DutyProof, InformationRequest, Meeting, Recommendation, Referral
from wardmote.web.governance.queries.meetings import meetings_of


def _committee_meetings(actor: Actor) -> QuerySet[Any]:
    return meetings_of(actor).filter(capacity="crime-and-disorder-committee").order_by("-held_on")


class RecommendationForm(BoardForm):
    """What the committee recommends."""

    model = Recommendation
    names = ("text", "received_on", "meeting", "concern", "addressee")
    offered = {**OFFERED, Meeting: _committee_meetings}
    widgets = {"text": TEXT}


class ResponseForm(BoardForm):
    """How a recommendation was taken."""

    model = Recommendation
    names = needed = ("answer", "response", "responded_on")
    widgets = {"response": TEXT}


class ReviewForm(BoardForm):
    """What the committee found when it looked again."""

    model = Recommendation
    names = needed = ("reviewed_on", "review")
    widgets = {"review": TEXT}


class RequestForm(BoardForm):
    """What the committee asks to be told."""

    model = InformationRequest
    names = ("what", "received_on", "wanted_by")
    widgets = {"what": TEXT}


class RequestAnswerForm(BoardForm):
    """When it was answered, and what was withheld."""

    model = InformationRequest
    names = ("answered_on", "is_depersonalised", "withheld")
    needed = ("answered_on",)
    widgets = {"withheld": TEXT}


class ReferralForm(BoardForm):
    """What a councillor refers."""

    model = Referral
    names = ("councillor", "ward", "raised_by", "matter", "received_on")
    widgets = {"matter": TEXT}


class SettleForm(BoardForm):
    """What the committee decided on a referral."""

    model = Referral
    names = ("considered_on", "outcome", "letter_on")
    needed = ("considered_on",)
    widgets = {"outcome": TEXT}


class ProofForm(BoardForm):
    """What shows that a duty was met."""

    model = DutyProof
    names = ("what", "subject", "done_on", "is_month_only", "due_on", "address", "note")
    widgets = {"note": TEXT}


class CalendarForm(Form):
    """What a calendar address is for."""

    title = forms.CharField(max_length=100, label="What it is for", help_text="For example, the calendar on my phone.")
