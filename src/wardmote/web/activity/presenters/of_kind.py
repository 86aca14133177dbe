"""The activities of one kind as a list whose columns are what the kind asks for."""

from collections import defaultdict
from collections.abc import Collection
from decimal import Decimal

from django.urls import reverse

from wardmote.definitions.activity_kind import ActivityKind
from wardmote.web.activity.models import Activity
from wardmote.web.activity.presenters.words import period_in_words, shares_in_words, totals_in_words
from wardmote.web.activity.queries.of_kind import KindNumbers
from wardmote.web.activity.rules.years import Year
from wardmote.web.core.actors import Actor
from wardmote.web.core.components import Cell
from wardmote.web.core.lists import Column, Listing
from wardmote.web.core.wording import plain_day


def kind_listing(actor: Actor, kind: ActivityKind, numbers: KindNumbers, *, said: Collection[str]) -> Listing[Activity]:
    """Those of its words that are `said` of any, a column each, and what it counts in words."""

    def href(one: Activity) -> str:
        return reverse("activity", args=[actor.partnership_slug, one.pk])

    return Listing(
        name=kind.id,
        noun="activity",
        nouns="activities",
        order="title",
        columns=(
            Column("title", "Name", lambda one: Cell(one.title, href=href(one), note=one.summary), sort="title"),
            *(_word_column(name, kind.words[name].label) for name in kind.words if name in said),
            *((_numbers_column(kind, numbers),) if kind.figures else ()),
            *_site_columns(kind, numbers),
            *_standard_columns(kind, numbers),
            Column("agency", "Lead agency", lambda one: Cell(one.agency.name, note=_when(one)), sort="agency__name"),
        ),
    )


def kind_sentence(kind: ActivityKind, numbers: KindNumbers, year: Year) -> str:
    """What all of them come to in the year."""
    together: dict[str, Decimal] = defaultdict(Decimal)
    for totals in numbers.totals.values():
        for item, value in totals.items():
            together[item] += value
    in_order = {item: together[item] for item in kind.figures if item in together}
    said = "; ".join([totals_in_words(kind, in_order), *shares_in_words(kind, in_order)]) if in_order else ""
    return f"{year.words}: {said}." if said else ""


def _when(one: Activity) -> str:
    ends = f"funded until {plain_day(one.funding_ends_on)}" if one.funding_ends_on else ""
    return "; ".join(part for part in (one.get_state_display(), period_in_words(one), ends) if part)


def _word_column(name: str, label: str) -> Column[Activity]:
    return Column(name, label, lambda one: Cell(one.words.get(name, "")))


def _numbers_column(kind: ActivityKind, numbers: KindNumbers) -> Column[Activity]:
    def cell(one: Activity) -> Cell:
        totals = numbers.totals.get(one.pk, {})
        shares = "; ".join(shares_in_words(kind, totals))
        return Cell(totals_in_words(kind, totals) or "no figures for this time", note=shares)

    return Column("numbers", "In numbers", cell)


def _site_columns(kind: ActivityKind, numbers: KindNumbers) -> tuple[Column[Activity], ...]:
    if kind.sites is None:
        return ()
    label = kind.sites.nouns.capitalize()
    return (Column("sites", label, lambda one: Cell(f"{numbers.sites.get(one.pk, 0):,}", is_number=True)),)


def _standard_columns(kind: ActivityKind, numbers: KindNumbers) -> tuple[Column[Activity], ...]:
    if not kind.standards:
        return ()

    def cell(one: Activity) -> Cell:
        met, every = numbers.standards.get(one.pk, (0, 0))
        return Cell(f"{met:,} of {every:,}")

    return (Column("standards", "Standards met", cell),)
