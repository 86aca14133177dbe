"""How much there was this year: counts, rates and shares."""

from collections.abc import Sequence

import numpy as np

from wardmote.assessment.document import Block, Figure, Paragraph, Table
from wardmote.assessment.drawings import Ranked
from wardmote.assessment.facts import Facts
from wardmote.assessment.outline import LevelsTable, RankedMeasures, SharesTable
from wardmote.assessment.wording import NOT_AVAILABLE, in_words, interval, listing, number, span
from wardmote.errors import NotAvailable
from wardmote.measures.series import Series

_RATE_NOTE = (
    "Rates are for each 1,000 residents. A town centre has many visitors and few residents, so its rate looks higher."
)


def levels_table(part: LevelsTable, facts: Facts) -> list[Block]:
    """A row for each offence, then the totals."""
    total = _total(facts.in_year(part.totals[0])) if part.totals else np.nan
    rows = tuple(_level(facts, measure, total=total) for measure in part.measures)
    totals = tuple(_level(facts, measure, total=np.nan) for measure in part.totals)
    first = facts.in_year(part.totals[0] if part.totals else part.measures[0])
    table = Table(
        id="levels-table",
        title=f"Recorded crime and anti-social behaviour in {facts.partnership}, {facts.label}",
        header=("Offence", "Count", "Per 1,000 residents", "95% interval", "Share of all crime"),
        rows=rows + totals,
        source=first.measure.source,
        period=facts.in_words,
        caveats=(_RATE_NOTE,),
        numeric=(1, 2, 3, 4),
    )
    return [Paragraph(_headline(facts, first), see=(table.id,)), table]


def _headline(facts: Facts, series: Series) -> str:
    count = number(_total(series), unit="count")
    rate = facts.in_year(series.measure.id, unit="rate")
    value = float(rate.value[0, 0])
    each = "" if np.isnan(value) else f", {number(value, unit=rate.unit)} for every 1,000 residents"
    return f"The police recorded {count} {series.measure.counts} in {facts.partnership} in {facts.in_words}{each}."


def _level(facts: Facts, measure: str, *, total: float) -> tuple[str, ...]:
    count, rate = facts.in_year(measure), facts.in_year(measure, unit="rate")
    share = _total(count) / total if total else np.nan
    return (
        count.measure.short_title,
        number(_total(count), unit="count"),
        number(float(rate.value[0, 0]), unit=rate.unit),
        interval(float(rate.lower[0, 0]), float(rate.upper[0, 0]), unit=rate.unit),
        number(100 * share, unit="%") if not np.isnan(share) else "",
    )


def shares_table(part: SharesTable, facts: Facts) -> list[Block]:
    """Shares of the year, such as how recorded crimes ended; those that nobody sent are left out."""
    shares = _loaded(facts, part.measures)
    table = Table(
        id=part.id,
        title=f"{part.title} in {facts.partnership}, {in_words(shares[0].periods[0])}",
        header=(part.of, "Count", "Share", "95% interval"),
        rows=tuple(_share(series) for series in shares),
        source=listing(dict.fromkeys(series.measure.source for series in shares)),
        period=span(shares[0].periods),
        caveats=tuple(dict.fromkeys(caveat for series in shares for caveat in series.measure.caveats)),
        numeric=(1, 2, 3),
    )
    return [table]


def _loaded(facts: Facts, measures: Sequence[str]) -> list[Series]:
    """The series of what is loaded; raises what the first raises where nothing is."""
    found, refused = [], []
    for measure in measures:
        try:
            found.append(facts.in_year(measure, unit="proportion"))
        except NotAvailable as error:
            refused.append(error)
    if not found:
        raise refused[0]
    return found


def _share(series: Series) -> tuple[str, ...]:
    value, lower, upper = (float(matrix[0, 0]) for matrix in (series.value, series.lower, series.upper))
    count = number(_total(series), unit="count")
    return (series.measure.short_title, count, number(value, unit="%"), interval(lower, upper, unit="%"))


def ranked_measures(part: RankedMeasures, facts: Facts) -> list[Block]:
    """A bar for each offence, most numerous first; the title says what share the first one is."""
    series = _available(facts, part.measures)
    first = max(series, key=_total)
    share = _total(first) / _total(facts.in_year(part.total))
    percent = NOT_AVAILABLE if np.isnan(share) else f"{100 * share:.0f}%"
    return [
        Figure(
            id="ranked-measures",
            title=f"{first.measure.short_title} made up {percent} of recorded crime in {facts.label}",
            drawing=Ranked(series=tuple(series), named_by="measure"),
            source=first.measure.source,
            caveats=("How common an offence is does not say how much harm it does.",),
        )
    ]


def _available(facts: Facts, measures: Sequence[str]) -> list[Series]:
    found = [facts.in_year(measure) for measure in measures]
    known = [series for series in found if not np.isnan(_total(series))]
    if not known:
        raise NotAvailable("a whole year of figures", do="load the months that are missing")
    return known


def _total(series: Series) -> float:
    return float(series.count[0, 0])
