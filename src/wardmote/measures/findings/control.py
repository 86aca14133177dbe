"""Is the latest month out of line with the series' own past? XmR charts on months with the season taken out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from wardmote.measures.findings import words
from wardmote.measures.findings.draft import Draft
from wardmote.measures.findings.season import seasons_of_subject
from wardmote.measures.findings.subject import Subject
from wardmote.measures.periods import MONTHS_IN_YEAR
from wardmote.statistics.arrays import FloatArray
from wardmote.statistics.control import ControlChart, control_chart
from wardmote.statistics.interrupted import without_months
from wardmote.statistics.season import deseasonalise
from wardmote.statistics.signals import Signal

CHARTED_MONTHS = 36
# What a signal of a chart means to somebody who has never seen one.
_IN_WORDS: dict[Signal, str] = {
    "beyond limits": "beyond the usual range",
    "seven on one side": "seven months running on one side of the average",
    "seven rising or falling": "seven months running in one direction",
    "two of three near a limit": "two of the last three months at the edge of the usual range",
}


@dataclass(frozen=True)
class AdjustedChart:
    """A chart, and whether its values had their season taken out.

    `unjudged` holds the values of months that are set aside, so that they can be seen; the chart has no value there.
    `factors` are the twelve calendar months' levels that were taken out.
    """

    chart: ControlChart
    is_adjusted: bool
    unjudged: FloatArray
    factors: FloatArray


def adjusted_charts(subject: Subject) -> tuple[AdjustedChart, ...]:
    """A chart an area over the last three years at the most, its limits fixed on the first twelve months of them.

    The limits are drawn afresh from each break in all that is counted, and months that are set aside have no part in
    them. Of seasonally adjusted counts where there is a
    season that can be told; of shares as they are. Position 0 of a chart is `charted_from(subject)` in the months of the
    subject.
    """
    start = charted_from(subject)
    breaks = sorted({subject.months.index(one.first_month) - start for one in subject.blocking})
    rebase_at = tuple(position for position in breaks if position > 0)
    values, factors = _values(subject)
    judged = without_months(values, subject.set_aside)
    return tuple(
        AdjustedChart(
            control_chart(
                judged[i, start:],
                direction=subject.measure.direction,
                rebase_at=rebase_at,
                is_count=subject.whole is None,
            ),
            is_adjusted=bool((factors[i] != 1).any()),
            unjudged=np.where(np.isnan(judged[i, start:]), values[i, start:], np.nan),
            factors=factors[i],
        )
        for i in range(len(subject.areas))
    )


def charted_from(subject: Subject) -> int:
    """The position of the first month that is charted."""
    return max(len(subject.months) - CHARTED_MONTHS, 0)


def _values(subject: Subject) -> tuple[FloatArray, FloatArray]:
    """What is charted, and by which twelve factors the season of each area was taken out (ones where it was not)."""
    factors = np.ones((len(subject.areas), MONTHS_IN_YEAR))
    if subject.whole is not None:
        shares = np.full_like(subject.counts, np.nan)
        np.divide(subject.counts, subject.whole, out=shares, where=subject.whole > 0)
        return shares, factors
    for i, season in enumerate(seasons_of_subject(subject)):
        if season.distinguishable:
            factors[i] = season.factors
    return deseasonalise(subject.counts, factors, first_month=subject.months[0].month), factors


def draft_controls(subject: Subject) -> Iterator[Draft]:
    """One draft an area, about the latest month."""
    if subject.months and subject.is_of_counts:
        yield from (_draft(subject, i, adjusted) for i, adjusted in enumerate(adjusted_charts(subject)))


@dataclass(frozen=True)
class _Latest:
    """The latest point of a chart that has limits."""

    month: str
    value: float
    centre: float
    lower: float
    upper: float


def _draft(subject: Subject, i: int, adjusted: AdjustedChart) -> Draft:
    chart = adjusted.chart
    latest = _latest(subject, chart)

    def say(*, is_distinguishable: bool | None) -> str:
        if latest is None:
            return f"{subject.name(i)}: fewer than 12 months are loaded, too few to say what an ordinary month is."
        figures = _figures(subject, latest, is_adjusted=adjusted.is_adjusted)
        if is_distinguishable:
            return f"{subject.name(i)} were out of line in {latest.month}: {figures}, beyond the limits of the chart."
        runs = "; ".join(_IN_WORDS[one] for one in chart.latest_signals)
        prompt = f"; worth a look ({runs})" if runs else ""
        return f"{subject.name(i)} were within their ordinary range in {latest.month}: {figures}{prompt}."

    if latest is None or not latest.centre:
        return Draft(subject, i, "control", None, None, None, None, None, say, chart.method, "the latest month")
    ratio, lower, upper = (number / latest.centre for number in (latest.value, latest.lower, latest.upper))
    draft = Draft(
        subject, i, "control", ratio, lower, upper, None, chart.distinguishable, say, chart.method, latest.month
    )
    return replace(draft, shows=(latest.value, latest.centre) if subject.whole is None else ())


def _latest(subject: Subject, chart: ControlChart) -> _Latest | None:
    if chart.latest is None or chart.is_trial or np.isnan(chart.centre[chart.latest]):
        return None
    month = subject.months[charted_from(subject) + chart.latest]
    lines = (chart.values, chart.centre, chart.lower, chart.upper)
    return _Latest(f"{month:%B %Y}", *(float(line[chart.latest]) for line in lines))


def _figures(subject: Subject, latest: _Latest, *, is_adjusted: bool) -> str:
    """Such as 1,045 against an ordinary 1,227, season taken out."""
    if subject.whole is not None:
        return f"{latest.value:.1%} against an ordinary {latest.centre:.1%}"
    season = ", season taken out" if is_adjusted else ""
    return f"{words.number(latest.value)} against an ordinary {words.number(latest.centre)}{season}"
