"""The risk register."""

from datetime import date
from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from wardmote.errors import BadInput
from wardmote.web.core import clock
from wardmote.web.core.actors import Actor, acting
from wardmote.web.core.components import Cell, Line, Link, Table
from wardmote.web.core.lists import answer_list, list_page
from wardmote.web.core.overview import last_meeting, since_of
from wardmote.web.core.scope import found
from wardmote.web.core.ties import ties_of
from wardmote.web.core.views.forms import answer_form, form_page
from wardmote.web.core.wording import plain_day
from wardmote.web.risks.actions.risks import add_risk, change_risk, take_risk_to_board, tie_risk
from wardmote.web.risks.forms.registers import ReviewForm, RiskForm, RiskTiesForm, TakeToBoardForm
from wardmote.web.risks.models import Risk
from wardmote.web.risks.models.risk import scale_of_today
from wardmote.web.risks.presenters.heat import heat_map, register_details, register_sentence, risks_by_band
from wardmote.web.risks.presenters.listings import risks_listing
from wardmote.web.risks.presenters.tied import tied_lines
from wardmote.web.risks.presenters.words import risk_facts
from wardmote.web.risks.queries.changes import changes_since
from wardmote.web.risks.queries.registers import risks_of, scores_of
from wardmote.web.risks.views.ties import answer_ties

TIED = {"priorities": "priority", "actions": "action"}


@list_page(Risk, also=("since",))
def show_all(request: HttpRequest, partnership: str) -> HttpResponse:
    """The register, and what changed since a day."""
    actor, today = acting(request), clock.today()
    since = _asked_day(request, actor)
    changes = changes_since(actor, since)
    open_risks = [one.risk for one in changes.values() if one.risk.state == Risk.State.OPEN]
    context = {
        "heading": "Risk register",
        "sentence": register_sentence(open_risks),
        "more": register_details(changes.values(), today=today),
        "since": since,
        "since_words": plain_day(since),
        "links": _links(actor),
    }
    listing = risks_listing(actor, changes, today=today)
    return answer_list(request, listing, risks_of(actor), template="risks/register.html", context=context)


@require_safe
def show_heat(request: HttpRequest, partnership: str) -> HttpResponse:
    """Likelihood by impact."""
    actor = acting(request)
    risks = list(risks_of(actor).filter(state=Risk.State.OPEN).order_by("title"))
    scale = scale_of_today()
    context = {
        "heading": "Heat map of risks",
        "sentence": register_sentence(risks),
        "map": heat_map(actor, risks),
        "by_band": risks_by_band(actor, risks),
        "scale": f"{scale.title}, from {plain_day(scale.valid_from)} on. {scale.source}.",
        "bands": [f"{band.word.capitalize()}, from {band.least}: {band.asks}" for band in scale.bands],
        "back": Link("Risk register", reverse("risks", args=[partnership])),
    }
    return render(request, "risks/heat.html", context)


@require_safe
def show(request: HttpRequest, partnership: str, risk: UUID) -> HttpResponse:
    """One risk, with what it is tied to and every score that it had."""
    actor = acting(request)
    record = found(actor, Risk, risk, within=risks_of(actor))
    context = {
        "heading": record.title,
        "facts": risk_facts(record),
        "ties": _ties(record, actor),
        "tables": [_history(record, actor)],
        "links": _changes(record, actor),
        "back": Link("Risk register", reverse("risks", args=[partnership])),
    }
    return render(request, "risks/record.html", context)


@form_page(RiskForm)
def add(request: HttpRequest, partnership: str) -> HttpResponse:
    """Name a risk."""
    actor = acting(request)
    back = Link("Risk register", reverse("risks", args=[partnership]))

    def act(**values: object) -> str:
        return reverse("risk", args=[partnership, add_risk(by=actor, **values).pk])

    form = RiskForm(actor=actor)
    return answer_form(request, form, act=act, heading="Add a risk", back=back, button="Add")


@form_page(RiskForm, is_correction=True)
def change(request: HttpRequest, partnership: str, risk: UUID) -> HttpResponse:
    """Change what is said of a risk."""
    return _change(request, risk, RiskForm, heading="Change a risk")


@form_page(ReviewForm, is_correction=True)
def review(request: HttpRequest, partnership: str, risk: UUID) -> HttpResponse:
    """Review a risk: score it again, and say what was found."""
    return _change(request, risk, ReviewForm, heading="Review a risk")


@form_page(RiskTiesForm, is_correction=True)
def tie(request: HttpRequest, partnership: str, risk: UUID) -> HttpResponse:
    """Say which priorities it threatens, and which actions are done against it."""
    actor = acting(request)
    record = found(actor, Risk, risk, to="risk.change")
    return answer_ties(
        request,
        record,
        form_class=RiskTiesForm,
        tied_to=TIED,
        act=lambda **chosen: tie_risk(record, by=actor, **chosen),
        heading="What the risk is about",
        back=Link(record.title, reverse("risk", args=[partnership, risk])),
    )


@form_page(TakeToBoardForm, is_correction=True)
def take_to_board(request: HttpRequest, partnership: str, risk: UUID) -> HttpResponse:
    """Ask a board to decide on it, or take it back."""
    actor = acting(request)
    record = found(actor, Risk, risk, to="risk.change")
    here = reverse("risk", args=[partnership, risk])
    act = partial(take_risk_to_board, record, by=actor)
    form = TakeToBoardForm(record=record, initial={"to": record.escalated_to})
    return answer_form(request, form, act=act, heading="Take it to a board", back=Link(record.title, here))


def _change(request: HttpRequest, risk: UUID, form_class: type, *, heading: str) -> HttpResponse:
    actor = acting(request)
    record = found(actor, Risk, risk, to="risk.change")
    here = reverse("risk", args=[actor.partnership_slug, risk])
    act = partial(change_risk, record, by=actor)
    form = form_class(actor=actor, record=record)
    return answer_form(request, form, act=act, heading=heading, back=Link("Back to the risk", here))


def _since_last_meeting(actor: Actor) -> date:
    today = clock.today()
    return since_of(last_meeting(actor, on=today), on=today)


def _asked_day(request: HttpRequest, actor: Actor) -> date:
    asked = request.GET.get("since", "")
    try:
        return date.fromisoformat(asked) if asked else _since_last_meeting(actor)
    except ValueError as error:
        raise BadInput(f"“{asked[:30]}” is not a day", do="write it like 2026-03-31") from error


def _links(actor: Actor) -> list[Link]:
    args = [actor.partnership_slug]
    links = [Link("Heat map", reverse("risk-heat", args=args)), Link("Horizon", reverse("horizon", args=args))]
    if actor.may("risk.change"):
        links.insert(0, Link("Add a risk", reverse("risk-add", args=args)))
        links.append(Link("Spreadsheets out and in", reverse("risk-sheets", args=args)))
    return links


def _changes(record: Risk, actor: Actor) -> list[Link]:
    address = [actor.partnership_slug, record.pk]
    if not actor.may("risk.change", record):
        return []
    return [
        Link("Review or close it", reverse("risk-review", args=address)),
        Link("Take it to a board", reverse("risk-to-board", args=address)),
        Link("Change it", reverse("risk-change", args=address)),
        Link("Priorities and actions", reverse("risk-ties", args=address)),
    ]


def _ties(record: Risk, actor: Actor) -> list[Line]:
    lines = list(tied_lines(actor, ties_of(record)).get(record.pk, ()))
    if record.grant:
        href = reverse("grant", args=[actor.partnership_slug, record.grant_id])
        lines.append(Line(str(record.grant), Link("Open the grant", href), label="Grant"))
    return lines


def _history(record: Risk, actor: Actor) -> Table:
    rows = tuple(
        (
            Cell(plain_day(score.scored_on)),
            Cell(f"{score.likelihood * score.impact}", note=f"{score.likelihood} by {score.impact}"),
            Cell(score.scored_by),
            Cell(score.note or "no note"),
        )
        for score in scores_of(actor).filter(risk=record)
    )
    return Table("How it was scored", ("When", "Score", "By", "What was found"), rows)
