"""Figures added up: by kind or by activity, over a year or over all time. A stock is read at its newest day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet, Sum

from wardmote.definitions.activity_kind import ActivityKind, all_activity_kinds
from wardmote.web.activity.models import ActivityFigure
from wardmote.web.activity.queries.activities import figures_of, sites_of
from wardmote.web.activity.rules.kinds import find_kind
from wardmote.web.activity.rules.years import Year
from wardmote.web.core.actors import Actor

Totals = Mapping[str, Decimal]


@dataclass(frozen=True)
class SiteCount:
    """How many sites there were on the last day, by town, and how many of them were trained and had pledged."""

    total: int
    by_town: tuple[tuple[str, int], ...]
    by_category: tuple[tuple[str, int], ...]
    trained: int
    pledged: int


def totals_by_kind(actor: Actor, year: Year) -> dict[str, Totals]:
    """The figures of each kind. Two queries, whatever there is."""
    return _totals(figures_of(actor), year)


def totals_by_activity(figures: QuerySet[ActivityFigure], kind: ActivityKind, year: Year) -> dict[UUID, Totals]:
    """The figures of each activity of one kind. Two queries, whatever there is."""
    found = _added_up(figures.filter(activity__kind=kind.id), year, by="activity_id")
    return {activity: _in_order(kind.id, totals) for activity, totals in found.items()}


def totals_of(figures: QuerySet[ActivityFigure], kind: str, year: Year) -> Totals:
    """The figures of one activity."""
    return _totals(figures, year).get(kind, {})


def site_counts(actor: Actor, year: Year, *, activity: object = None) -> dict[str, SiteCount]:
    """The sites of each kind as they stood at the year's end, or as they stand now. One query."""
    found = sites_of(actor).filter(**({"activity": activity} if activity else {}))
    rows = found.filter(_there_on(year.last)).order_by()
    shown = ("activity__kind", "town", "category", "number", "trained_on", "pledged_on")
    of_kind: dict[str, list[tuple[str, str, int, date | None, date | None]]] = defaultdict(list)
    for kind, *rest in rows.values_list(*shown):
        of_kind[kind].append(tuple(rest))
    return {kind: _counted(sites) for kind, sites in of_kind.items()}


def _there_on(day: date | None) -> Q:
    if day is None:
        return Q(left_on=None)
    return Q(joined_on__lte=day) & (Q(left_on=None) | Q(left_on__gt=day))


def _counted(sites: Iterable[tuple[str, str, int, date | None, date | None]]) -> SiteCount:
    towns: dict[str, int] = defaultdict(int)
    categories: dict[str, int] = defaultdict(int)
    trained = pledged = 0
    for town, category, number, trained_on, pledged_on in sites:
        towns[town] += number
        categories[category] += number
        trained += number if trained_on else 0
        pledged += number if pledged_on else 0
    return SiteCount(sum(towns.values()), _ranked(towns), _ranked(categories), trained, pledged)


def _ranked(counts: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0])))


def _totals(figures: QuerySet[ActivityFigure], year: Year) -> dict[str, Totals]:
    found = _added_up(figures, year, by="activity__kind")
    return {kind: _in_order(kind, totals) for kind, totals in found.items()}


def _added_up(figures: QuerySet[ActivityFigure], year: Year, *, by: str) -> dict[Any, dict[str, Decimal]]:
    until = figures.filter(first_on__lte=year.last) if year.last else figures
    within = until.filter(first_on__gte=year.first) if year.first else until
    found: dict[Any, dict[str, Decimal]] = defaultdict(dict)
    for kind, of, item, total in within.order_by().values_list("activity__kind", by, "item").annotate(Sum("value")):
        if item in find_kind(kind).figures and not find_kind(kind).figures[item].is_stock:
            found[of][item] = total
    for of, item, value in _newest_stocks(until, by=by):
        found[of][item] = found[of].get(item, Decimal(0)) + value
    return found


def _newest_stocks(figures: QuerySet[ActivityFigure], *, by: str) -> Iterable[tuple[Any, str, Decimal]]:
    """Of each activity's members and the like, the newest of each place and agency."""
    items = {name for kind in all_activity_kinds().values() for name, figure in kind.figures.items() if figure.is_stock}
    newest: dict[tuple[object, ...], tuple[Any, str, Decimal]] = {}
    rows = figures.filter(item__in=items).order_by("last_on", "changed_at")
    for kind, of, activity, item, place, agency, value in rows.values_list(
        "activity__kind", by, "activity_id", "item", "place", "of_agency_id", "value"
    ):
        if item in find_kind(kind).figures and find_kind(kind).figures[item].is_stock:
            newest[activity, item, place, agency] = (of, item, value)
    return newest.values()


def _in_order(kind: str, totals: Mapping[str, Decimal]) -> Totals:
    return {item: totals[item] for item in find_kind(kind).figures if item in totals}
