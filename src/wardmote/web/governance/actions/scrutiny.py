"""Recording and answering what scrutiny recommends and asks for, and what councillors refer."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from wardmote.web.core.actions import action
from wardmote.web.core.actors import Actor
from wardmote.web.core.audit import save_changes, save_new
from wardmote.web.core.clock import today
from wardmote.web.governance.models import InformationRequest, Recommendation, Referral


@action("scrutiny.change")
def record_recommendation(*, by: Actor, **values: Any) -> Recommendation:
    """Write down what the committee recommends; the response is due from the day on which it came."""
    _check_past("received_on", values["received_on"])
    return save_new(
        Recommendation(partnership_id=by.partnership_id, **values), by=by, doing="recorded a recommendation"
    )


@action("scrutiny.answer")
def answer_recommendation(
    recommendation: Recommendation, *, by: Actor, answer: str, response: str, responded_on: date
) -> Recommendation:
    """Answer it, in words."""
    _check_past("responded_on", responded_on)
    return save_changes(
        recommendation,
        by=by,
        doing="answered a recommendation",
        answer=answer,
        response=response,
        responded_on=responded_on,
    )


@action("scrutiny.change")
def review_recommendation(
    recommendation: Recommendation, *, by: Actor, reviewed_on: date, review: str
) -> Recommendation:
    """The committee looks at what was answered, and at what became of it."""
    _check_past("reviewed_on", reviewed_on)
    if recommendation.responded_on is None:
        raise ValidationError("It has not been answered yet.")
    return save_changes(recommendation, by=by, doing="reviewed a response", reviewed_on=reviewed_on, review=review)


@action("scrutiny.change")
def record_request(*, by: Actor, **values: Any) -> InformationRequest:
    """Write down what the committee asked to be told."""
    _check_past("received_on", values["received_on"])
    return save_new(InformationRequest(partnership_id=by.partnership_id, **values), by=by, doing="recorded a request")


@action("scrutiny.answer")
def answer_request(asked: InformationRequest, *, by: Actor, **values: Any) -> InformationRequest:
    """Say when it was answered, that it points to no person, and what was withheld."""
    _check_past("answered_on", values["answered_on"])
    return save_changes(asked, by=by, doing="answered a request", **values)


@action("scrutiny.change")
def record_referral(*, by: Actor, **values: Any) -> Referral:
    """Write down what a councillor refers."""
    _check_past("received_on", values["received_on"])
    return save_new(Referral(partnership_id=by.partnership_id, **values), by=by, doing="recorded a referral")


@action("scrutiny.change")
def settle_referral(referral: Referral, *, by: Actor, **values: Any) -> Referral:
    """Say what the committee decided, and when the councillor was written to."""
    _check_past("considered_on", values["considered_on"])
    return save_changes(referral, by=by, doing="settled a referral", **values)


def _check_past(name: str, day: date | None) -> None:
    if day and day > today():
        raise ValidationError({name: "That day is still to come."})
