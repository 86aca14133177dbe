"""The registers as lists."""

from collections.abc import Mapping
from datetime import date

from django.urls import reverse

from wardmote.definitions.horizon import Pestelo
from wardmote.web.core.actors import Actor
from wardmote.web.core.components import Cell
from wardmote.web.core.lists import Choice, Column, Listing
from wardmote.web.core.wording import plain_day, plural, sentence_case
from wardmote.web.risks.models import Grant, HorizonItem, Risk, Saving
from wardmote.web.risks.presenters.words import pounds, score_in_words
from wardmote.web.risks.queries.changes import RiskChange


def risks_listing(actor: Actor, changes: Mapping[object, RiskChange], *, today: date) -> Listing[Risk]:
    """The risk register, with what changed since a day and whose review is late."""
    late = {"state": Risk.State.OPEN, "review_on__lt": today}

    def href(risk: Risk) -> str:
        return reverse("risk", args=[actor.partnership_slug, risk.pk])

    return Listing(
        name="risks",
        noun="risk",
        nouns="risks",
        order="-score",
        searched=("title", "cause", "effect", "owner__name", "agency__name"),
        choices=(
            _state_choice(Risk.State),
            Choice("review", "Review", (("late", "late", late),)),
            Choice("board", "Before a board", (("yes", "yes", {"escalated_on__isnull": False}),)),
        ),
        columns=(
            Column("title", "Risk", lambda risk: Cell(risk.title, href=href(risk)), sort="title"),
            Column("score", "Score", lambda risk: Cell(score_in_words(risk), note=_before(risk)), sort="product"),
            Column("change", "Change", lambda risk: Cell(sentence_case(changes[risk.pk].words))),
            Column("mitigation", "What is done", lambda risk: Cell(risk.mitigation)),
            Column("owner", "Owner", lambda risk: Cell(risk.owner.name, note=risk.agency.name), sort="owner__name"),
            Column(
                "review",
                "Next review",
                lambda risk: Cell(plain_day(risk.review_on), note=_late(risk.days_late(today))),
                sort="review_on",
            ),
        ),
    )


def grants_listing(actor: Actor) -> Listing[Grant]:
    """Every grant."""

    def href(grant: Grant) -> str:
        return reverse("grant", args=[actor.partnership_slug, grant.pk])

    return Listing(
        name="grants",
        noun="grant",
        nouns="grants",
        order="ends",
        searched=("title", "funder", "conditions", "agency__name"),
        choices=(_state_choice(Grant.State),),
        columns=(
            Column("title", "Grant", lambda grant: Cell(grant.title, href=href(grant)), sort="title"),
            Column("funder", "Who gives it", lambda grant: Cell(grant.funder), sort="funder"),
            Column("amount", "Amount", lambda grant: Cell(pounds(grant.amount), is_number=True), sort="amount"),
            Column("state", "How sure", lambda grant: Cell(sentence_case(grant.get_state_display())), sort="state"),
            Column("ends", "Last day", lambda grant: Cell(plain_day(grant.ends_on)), sort="ends_on"),
            Column("hangs", "Hangs on it", lambda grant: Cell(", ".join(map(str, grant.dependents.all())))),
            Column("agency", "Who holds it", lambda grant: Cell(grant.agency.name), sort="agency__name"),
        ),
    )


def savings_listing(actor: Actor) -> Listing[Saving]:
    """Every saving, with its method beside it."""

    def href(saving: Saving) -> str:
        return reverse("saving", args=[actor.partnership_slug, saving.pk])

    return Listing(
        name="savings",
        noun="saving",
        nouns="savings",
        order="-first",
        searched=("title", "method", "agency__name"),
        columns=(
            Column("title", "Project", lambda one: Cell(one.title, href=href(one)), sort="title"),
            Column("first", "From", lambda one: Cell(plain_day(one.first_on)), sort="first_on"),
            Column("last", "To", lambda one: Cell(plain_day(one.last_on)), sort="last_on"),
            Column("amount", "Estimate", lambda one: Cell(pounds(one.amount), is_number=True), sort="amount"),
            Column("method", "Method", lambda one: Cell(one.method)),
            Column("agency", "Agency", lambda one: Cell(one.agency.name), sort="agency__name"),
        ),
    )


def horizon_listing(actor: Actor) -> Listing[HorizonItem]:
    """What is coming, by the day on which it is expected."""

    def href(item: HorizonItem) -> str:
        return reverse("horizon-item", args=[actor.partnership_slug, item.pk])

    kinds = Pestelo.__args__  # type: ignore[attr-defined]
    return Listing(
        name="horizon",
        noun="item",
        nouns="items",
        order="expected",
        searched=("title", "effect", "source", "owner__name"),
        choices=(
            Choice("kind", "Kind", tuple((kind, kind, {"pestelo": kind}) for kind in kinds)),
            _state_choice(HorizonItem.State),
        ),
        columns=(
            Column("title", "What is coming", lambda one: Cell(one.title, href=href(one)), sort="title"),
            Column("kind", "Kind", lambda one: Cell(sentence_case(one.pestelo)), sort="pestelo"),
            Column(
                "expected",
                "Expected",
                lambda one: Cell(plain_day(one.expected_on) if one.expected_on else "no day known", note=one.expected),
                sort="expected_on",
            ),
            Column("effect", "What it means", lambda one: Cell(one.effect)),
            Column("rules", "Rules to be changed", _rules, sort="rules_change_on"),
            Column("owner", "Owner", lambda one: Cell(str(one.owner or "nobody yet")), sort="owner__name"),
            Column("state", "State", lambda one: Cell(sentence_case(one.get_state_display())), sort="state"),
        ),
    )


def _rules(item: HorizonItem) -> Cell:
    if not item.rule_pack:
        return Cell("none")
    day = f"on {plain_day(item.rules_change_on)}" if item.rules_change_on else "no day known"
    return Cell(item.get_rule_pack_display(), note=day)


def _late(days: int) -> str:
    return f"{plural(days, 'day')} late" if days else ""


def _before(risk: Risk) -> str:
    return f"before {risk.escalated_to}" if risk.escalated_to else ""


def _state_choice(states: type) -> Choice:
    return Choice("state", "State", tuple((one.value, one.label, {"state": one.value}) for one in states))  # type: ignore[attr-defined]
