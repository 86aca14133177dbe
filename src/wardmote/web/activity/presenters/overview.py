"""All that the partnership does, on one page: each kind on a line, in words and numbers."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.urls import reverse

from wardmote.definitions.activity_kind import ActivityKind, all_activity_kinds
from wardmote.web.activity.presenters.words import shares_in_words, sites_in_words, totals_in_words
from wardmote.web.activity.queries.activities import cross_cutting_count, kind_counts, standards_met
from wardmote.web.activity.queries.totals import site_counts, totals_by_kind
from wardmote.web.activity.rules.years import ALL, Year, year_of
from wardmote.web.core.actors import Actor
from wardmote.web.core.components import Cell, Option, OptionGroup, Select, Table
from wardmote.web.core.wording import plural

YEARS_BACK = 5


@dataclass(frozen=True)
class Overview:
    """The page: its sentence, the choice of the year, and a table for each group of kinds."""

    sentence: str
    year: Select
    tables: tuple[Table, ...]


def overview(actor: Actor, year: Year, *, today: date) -> Overview:
    """Five queries, however much there is."""
    counts = kind_counts(actor)
    totals, sites, met = totals_by_kind(actor, year), site_counts(actor, year), standards_met(actor)
    rows = [
        (kind, _row(actor, kind, counts[kind.id], _numbers(kind, totals, sites, met)))
        for kind in all_activity_kinds().values()
        if kind.id in counts
    ]
    tables = tuple(
        Table(group, ("Kind", "How many", f"{year.words}, in numbers"), tuple(row for _, row in of_group))
        for group, of_group in groupby(rows, lambda one: one[0].group)
    )
    return Overview(_sentence(sum(counts.values()), cross_cutting_count(actor)), year_select(year, today=today), tables)


def year_select(year: Year, *, today: date) -> Select:
    """The years that can be chosen: this one, those before it, and all."""
    now = year_of(today)
    assert now.first is not None
    years = [year_of(date(now.first.year - back, 4, 1)) for back in range(YEARS_BACK)]
    names = [(one.name, one.name) for one in years] + [(ALL.name, "All years")]
    if year.name not in {name for name, _ in names}:
        names.insert(0, (year.name, year.name))
    options = tuple(Option(name, text, name == year.name) for name, text in names)
    return Select("year", "Year", (OptionGroup("", options),), hint="From April to March.")


def _sentence(total: int, cross_cutting: int) -> str:
    if not total:
        return "No activity is recorded yet."
    marked = f"{cross_cutting:,} of them {'serves' if cross_cutting == 1 else 'serve'} more than one priority (CC)"
    return f"{plural(total, 'activity', 'activities')}; {marked}. Each is counted once."


def _row(actor: Actor, kind: ActivityKind, count: int, numbers: list[str]) -> tuple[Cell, ...]:
    href = reverse("activity-kind", args=[actor.partnership_slug, kind.id])
    said = numbers or ["no figures for this time"]
    return (Cell(kind.title, href=href), Cell(f"{count:,}"), Cell(said[0], note="; ".join(said[1:])))


def _numbers(kind: ActivityKind, totals: dict, sites: dict, met: dict) -> list[str]:
    of_kind = totals.get(kind.id, {})
    done, all_ = met.get(kind.id, (0, 0))
    standards = f"{done:,} of {plural(all_, 'standard')} met" if all_ else ""
    said = [sites_in_words(kind, sites.get(kind.id)), totals_in_words(kind, of_kind), standards]
    return [words for words in said if words] + list(shares_in_words(kind, of_kind))
