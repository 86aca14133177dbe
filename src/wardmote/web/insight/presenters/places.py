"""The table of places, highest first, each with how it changed and how sure that is."""

import math
from collections.abc import Mapping
from dataclasses import replace

from wardmote.assessment.drawings import AreaFunnel
from wardmote.assessment.wording import interval, listing, number, unit_in_words
from wardmote.definitions.measure import Measure
from wardmote.measures.finding import Finding
from wardmote.measures.periods import span_in_words
from wardmote.measures.series import Area, Series
from wardmote.reports.charts.funnel import rank_and_reach, verdict_words
from wardmote.web.core.components import Cell, Table
from wardmote.web.core.wording import sentence_case
from wardmote.web.insight.presenters.addresses import choices_query, measure_address
from wardmote.web.insight.presenters.findings import CANNOT_TELL, change_words, verdict
from wardmote.web.insight.queries.choices import PLACES, Choices

_MOST_NAMED = 3
_MOST_SHOWN = 12
_STATUS_WORDS = {
    "gap": "months missing",
    "no base": "no population loaded",
    "suppressed": "too few to show",
}


def places_sentence(places: Series) -> str:
    """Where the level is highest, in one sentence; `places` has one period."""
    ranked = [row for row in _ranked(places) if not math.isnan(float(places.value[row, 0]))]
    if not ranked:
        return "There is no figure for any of these places in this period."
    unit = "" if places.unit == "%" else f"{unit_in_words(places)}, "
    named = tuple(
        f"{places.areas[row].name} ({number(float(places.value[row, 0]), unit=places.unit)})"
        for row in ranked[:_MOST_NAMED]
    )
    verb = "is" if len(named) == 1 else "are"
    return f"Highest {verb} {listing(named)}: {unit}{_months(places)}."


def places_table(places: Series, *, changes: Mapping[str, Finding], choices: Choices) -> Table:
    """Every place with its count, its level and its change; `changes` are by area code."""
    has_level = places.unit != "count"
    counts = sentence_case(places.measure.counts)
    levels = (sentence_case(unit_in_words(places)),) if has_level else ()
    heads = ("Place", counts, *levels, "Change on the year before")
    rows = tuple(
        (
            _name(places.areas[row], places, choices=choices),
            *_figures(places, row, has_level=has_level),
            _change(changes.get(places.areas[row].code), measure=places.measure),
        )
        for row in _ranked(places)
    )
    caption = f"{PLACES[places.areas[0].kind]}, highest first: {_months(places)}"
    return Table(caption=caption, heads=heads, rows=rows, numeric=frozenset(range(1, len(heads) - 1)))


def standing_table(drawing: AreaFunnel, *, choices: Choices) -> Table:
    """Every place with its rank, how far chance could move that, and whether the place stands out."""
    (series,), standing = drawing.series, drawing.standing
    rows = tuple(
        (
            _name(series.areas[row], series, choices=choices),
            Cell(str(rank), note=reach, is_number=True),
            Cell(verdict_words(standing, row)),
        )
        for row in _ranked(series)
        for rank, reach in [rank_and_reach(standing, row)]
    )
    caption = f"{PLACES[series.areas[0].kind]} by rank, highest first: {_months(series)}"
    return Table(
        caption, ("Place", "Rank, and how far chance could move it", "Beside the others"), rows, frozenset({1})
    )


def split_places(table: Table) -> tuple[Table, Table | None]:
    """The table as it stands first, and the whole of it to be opened where it is long."""
    if len(table.rows) <= _MOST_SHOWN:
        return table, None
    caption = table.caption.replace("highest first", f"the {_MOST_SHOWN} highest")
    return replace(table, caption=caption, rows=table.rows[:_MOST_SHOWN]), table


def _months(places: Series) -> str:
    return span_in_words(places.periods[0].first, places.periods[0].last)


def _ranked(places: Series) -> list[int]:
    values = places.value[:, 0]
    return sorted(
        range(len(places.areas)),
        key=lambda row: (math.inf if math.isnan(values[row]) else -values[row], places.areas[row].name),
    )


def _name(area: Area, places: Series, *, choices: Choices) -> Cell:
    query = choices_query(choices, area=area.code)
    return Cell(area.name, href=measure_address(places.measure.id, query=query))


def _figures(places: Series, row: int, *, has_level: bool) -> tuple[Cell, ...]:
    status = str(places.status[row, 0])
    is_known = status in {"ok", "provisional"}
    waiting = "provisional" if status == "provisional" else ""
    count = Cell(number(float(places.count[row, 0]), unit="count"), note=waiting, is_number=True)
    if not has_level:
        return (count if is_known else Cell(_STATUS_WORDS[status], is_number=True),)
    if not is_known:
        has_nobody = status == "no base" and places.measure.is_share
        return (count, Cell("none to take a share of" if has_nobody else _STATUS_WORDS[status], is_number=True))
    value, lower, upper = (float(matrix[row, 0]) for matrix in (places.value, places.lower, places.upper))
    note = interval(lower, upper, unit=places.unit)
    return (count, Cell(number(value, unit=places.unit), note=note, is_number=True))


def _change(finding: Finding | None, *, measure: Measure) -> Cell:
    if finding is None or finding.estimate is None:
        return Cell(CANNOT_TELL)
    return Cell(sentence_case(change_words(finding, measure=measure)), note=verdict(finding))
