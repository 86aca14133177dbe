"""The risk register."""

from datetime import date, timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from wardmote.errors import BadInput
from wardmote.web.core import clock
from wardmote.web.core.actors import Actor, acting
from wardmote.web.core.api.program import sent_list
from wardmote.web.core.components import Cell, Line, Link, Table
from wardmote.web.core.lists import answer_list, list_page
from wardmote.web.core.models import Tie
from wardmote.web.core.scope import found
from wardmote.web.core.targets import Target, targets, targets_named
from wardmote.web.core.ties import ties_of
from wardmote.web.core.views.forms import answer_form, form_page
from wardmote.web.core.wording import plain_day
from wardmote.web.risks.actions.risks import add_risk, change_risk, tie_risk
from wardmote.web.risks.forms.registers import ReviewForm, RiskForm, RiskTiesForm
from wardmote.web.risks.models import Risk
from wardmote.web.risks.models.risk import scale_of_today
from wardmote.web.risks.presenters.heat import heat_map, register_sentence, risks_by_band
from wardmote.web.risks.presenters.listings import risks_listing
from wardmote.web.risks.presenters.words import risk_facts
from wardmote.web.risks.queries.changes import changes_since
from wardmote.web.risks.queries.registers import risks_of, scores_of

TIED = {"priorities": "priority", "actions": "action"}
MOST_OFFERED = 50


@list_page(Risk, also=("since",))
def show_all(request: HttpRequest, partnership: str) -> HttpResponse:
    """The register, and what changed since a day."""
    actor = acting(request)
    since = _asked_day(request)
    changes = changes_since(actor, since)
    context = {
        "heading": "Risk register",
        "sentence": register_sentence(one.risk for one in changes.values() if one.change != "closed"),
        "since": since,
        "since_words": plain_day(since),
        "links": _links(actor),
    }
    listing = risks_listing(actor, changes)
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


@form_page(RiskTiesForm)
def tie(request: HttpRequest, partnership: str, risk: UUID) -> HttpResponse:
    """Say which priorities it threatens, and which actions are done against it."""
    actor = acting(request)
    record = found(actor, Risk, risk, to="risk.change")
    words = request.GET.get("find", "").strip()
    here = reverse("risk", args=[partnership, risk])
    tied = {
        name: [str(one.target_id) for one in ties_of(record).filter(target_kind=kind)] for name, kind in TIED.items()
    }
    offered = {
        name: _offered(kind, actor, chosen=[*tied[name], *sent_list(request, name)], words=words)
        for name, kind in TIED.items()
    }
    by_id = {str(one.id): one for of_kind in offered.values() for one in of_kind}

    def act(**values: list[str]) -> str:
        chosen = {name: [by_id[id_] for id_ in values.get(name, [])] for name in TIED}
        tie_risk(record, by=actor, **chosen)
        return here

    form = RiskTiesForm(offered=offered, words=words, initial=tied)
    return answer_form(
        request,
        form,
        act=act,
        heading="What the risk is about",
        back=Link(record.title, here),
        sentence=_choice_in_words(offered, words),
        template="risks/ties.html",
    )


def _offered(kind: str, actor: Actor, *, chosen: list[str], words: str) -> tuple[Target, ...]:
    """What is chosen already, and the first of what else may be: of many thousand actions nobody reads a list."""
    shown = (*targets(kind, actor, ids=chosen), *targets_named(kind, actor, words, most=MOST_OFFERED))
    return tuple({target.id: target for target in shown}.values())


def _choice_in_words(offered: dict[str, tuple[Target, ...]], words: str) -> str:
    if not any(offered.values()) and not words:
        return "The plan has no priorities and no actions yet. Add them there first."
    if words:
        return f"What is chosen already, and what has “{words}” in its title."
    if max(len(of_kind) for of_kind in offered.values()) >= MOST_OFFERED:
        return f"The first {MOST_OFFERED} are listed. Search for a word in the title of another."
    return ""


def _change(request: HttpRequest, risk: UUID, form_class: type, *, heading: str) -> HttpResponse:
    actor = acting(request)
    record = found(actor, Risk, risk, to="risk.change")
    here = reverse("risk", args=[actor.partnership_slug, risk])

    def act(**values: object) -> str:
        change_risk(record, by=actor, **values)  # type: ignore[arg-type]
        return here

    form = form_class(actor=actor, record=record)
    return answer_form(request, form, act=act, heading=heading, back=Link("Back to the risk", here))


def _asked_day(request: HttpRequest) -> date:
    asked = request.GET.get("since", "")
    try:
        return date.fromisoformat(asked) if asked else clock.today() - timedelta(days=91)
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
        Link("Review it", reverse("risk-review", args=address)),
        Link("Change it", reverse("risk-change", args=address)),
        Link("Priorities and actions", reverse("risk-ties", args=address)),
    ]


def _ties(record: Risk, actor: Actor) -> list[Line]:
    ties = list(ties_of(record))
    ids = [tie.target_id for tie in ties]
    hrefs = {target.id: target.href for kind in TIED.values() for target in targets(kind, actor, ids=ids)}
    lines = [_tie(tie, hrefs.get(tie.target_id, "")) for tie in ties]
    if record.grant:
        href = reverse("grant", args=[actor.partnership_slug, record.grant_id])
        lines.append(Line(str(record.grant), Link("Open the grant", href), label="Grant"))
    return lines


def _tie(tie: Tie, href: str) -> Line:
    return Line(
        tie.target_name, Link(f"Open the {tie.target_kind}", href) if href else None, tie.target_kind.capitalize()
    )


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
