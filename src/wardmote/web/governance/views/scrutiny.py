"""Scrutiny: recommendations, requests for information, and referrals."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wardmote.web.core.actors import Actor, acting
from wardmote.web.core.clock import today
from wardmote.web.core.components import Link
from wardmote.web.core.lists import answer_list, list_page
from wardmote.web.core.models import PartnershipRecord
from wardmote.web.core.scope import found
from wardmote.web.core.views.forms import answer_form, form_page
from wardmote.web.governance.actions import scrutiny as actions
from wardmote.web.governance.forms import scrutiny as forms
from wardmote.web.governance.models import InformationRequest, Recommendation, Referral
from wardmote.web.governance.presenters import scrutiny as presenters
from wardmote.web.governance.presenters.addresses import may_link, to
from wardmote.web.governance.queries.asked import deadlines
from wardmote.web.governance.queries.scrutiny import recommendations_of, referrals_of, requests_of


@list_page(Recommendation)
def show_all(request: HttpRequest, partnership: str) -> HttpResponse:
    """Every recommendation, and the way to requests and referrals."""
    actor = acting(request)
    links = [
        Link("Requests for information", to(actor, "requests")),
        Link("Referrals by councillors", to(actor, "referrals")),
        *may_link(actor, "scrutiny.change", "Record a recommendation", "recommendation-add"),
    ]
    listing = presenters.recommendation_listing(actor, deadlines(), on=today())
    context = {"heading": "Scrutiny: recommendations", "links": links, "back": _board(actor)}
    return answer_list(request, listing, recommendations_of(actor), context=context)


@list_page(InformationRequest)
def requests(request: HttpRequest, partnership: str) -> HttpResponse:
    """Every request for information."""
    actor = acting(request)
    links = may_link(actor, "scrutiny.change", "Record a request", "request-add")
    listing = presenters.request_listing(actor, deadlines(), on=today())
    context = {"heading": "Scrutiny: requests for information", "links": links, "back": _scrutiny(actor)}
    return answer_list(request, listing, requests_of(actor), context=context)


@list_page(Referral)
def referrals(request: HttpRequest, partnership: str) -> HttpResponse:
    """Every referral."""
    actor = acting(request)
    links = may_link(actor, "scrutiny.change", "Record a referral", "referral-add")
    listing = presenters.referral_listing(actor, deadlines(), on=today())
    context = {"heading": "Scrutiny: referrals by councillors", "links": links, "back": _scrutiny(actor)}
    return answer_list(request, listing, referrals_of(actor), context=context)


def _board(actor: Actor) -> Link:
    return Link("Board and scrutiny", to(actor, "board"))


def _scrutiny(actor: Actor) -> Link:
    return Link("Scrutiny", to(actor, "scrutiny"))


def _page(request: HttpRequest, page: Any) -> HttpResponse:
    return render(request, "governance/page.html", {"page": page, "heading": page.heading})


@require_safe
def recommendation(request: HttpRequest, partnership: str, recommendation: UUID) -> HttpResponse:
    """One recommendation."""
    actor = acting(request)
    record = found(actor, Recommendation, recommendation, within=recommendations_of(actor))
    return _page(request, presenters.recommendation_page(record, actor, deadlines(), on=today()))


@require_safe
def information_request(request: HttpRequest, partnership: str, information_request: UUID) -> HttpResponse:
    """One request."""
    actor = acting(request)
    record = found(actor, InformationRequest, information_request)
    return _page(request, presenters.request_page(record, actor, deadlines(), on=today()))


@require_safe
def referral(request: HttpRequest, partnership: str, referral: UUID) -> HttpResponse:
    """One referral."""
    actor = acting(request)
    record = found(actor, Referral, referral)
    return _page(request, presenters.referral_page(record, actor, deadlines(), on=today()))


def _add(request: HttpRequest, form_class: Any, act: Callable[..., Any], *, heading: str, leads_to: str, back: Link):
    actor = acting(request)
    form = form_class(actor=actor)

    def record(**values):
        return to(actor, leads_to, act(by=actor, **values).pk)

    return answer_form(request, form, act=record, heading=heading, back=back, button="Record it")


def _change(
    request: HttpRequest,
    record: PartnershipRecord,
    form_class: Any,
    act: Callable[..., Any],
    *,
    heading: str,
    leads_to: str,
):
    actor = acting(request)
    form = form_class(actor=actor, record=record)
    address = to(actor, leads_to, record.pk)
    change = partial(act, record, by=actor)
    return answer_form(
        request, form, act=change, heading=heading, back=Link("Back", address), sentence=f"About: {record}"
    )


@form_page(forms.RecommendationForm)
def add_recommendation(request: HttpRequest, partnership: str) -> HttpResponse:
    """Record a recommendation."""
    back = _scrutiny(acting(request))
    return _add(
        request,
        forms.RecommendationForm,
        actions.record_recommendation,
        heading="Record a recommendation",
        leads_to="recommendation",
        back=back,
    )


@form_page(forms.ResponseForm, is_correction=True)
def answer_recommendation(request: HttpRequest, partnership: str, recommendation: UUID) -> HttpResponse:
    """Answer a recommendation."""
    record = found(acting(request), Recommendation, recommendation, to="scrutiny.answer")
    return _change(
        request,
        record,
        forms.ResponseForm,
        actions.answer_recommendation,
        heading="Answer the recommendation",
        leads_to="recommendation",
    )


@form_page(forms.ReviewForm, is_correction=True)
def review_recommendation(request: HttpRequest, partnership: str, recommendation: UUID) -> HttpResponse:
    """Record the committee's review of a response."""
    record = found(acting(request), Recommendation, recommendation, to="scrutiny.change")
    return _change(
        request,
        record,
        forms.ReviewForm,
        actions.review_recommendation,
        heading="Record the committee’s review",
        leads_to="recommendation",
    )


@form_page(forms.RequestForm)
def add_request(request: HttpRequest, partnership: str) -> HttpResponse:
    """Record a request."""
    back = Link("Requests", to(acting(request), "requests"))
    heading = "Record a request for information"
    return _add(request, forms.RequestForm, actions.record_request, heading=heading, leads_to="request", back=back)


@form_page(forms.RequestAnswerForm, is_correction=True)
def answer_request(request: HttpRequest, partnership: str, information_request: UUID) -> HttpResponse:
    """Answer a request."""
    record = found(acting(request), InformationRequest, information_request, to="scrutiny.answer")
    heading = "Answer the request"
    return _change(
        request, record, forms.RequestAnswerForm, actions.answer_request, heading=heading, leads_to="request"
    )


@form_page(forms.ReferralForm)
def add_referral(request: HttpRequest, partnership: str) -> HttpResponse:
    """Record a referral."""
    back = Link("Referrals", to(acting(request), "referrals"))
    heading = "Record a referral"
    return _add(request, forms.ReferralForm, actions.record_referral, heading=heading, leads_to="referral", back=back)


@form_page(forms.SettleForm, is_correction=True)
def settle_referral(request: HttpRequest, partnership: str, referral: UUID) -> HttpResponse:
    """Record what the committee decided on a referral."""
    record = found(acting(request), Referral, referral, to="scrutiny.change")
    heading = "Record the decision"
    return _change(request, record, forms.SettleForm, actions.settle_referral, heading=heading, leads_to="referral")
