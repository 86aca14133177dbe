"""Is the latest month out of line with the series' own past? XmR charts on months with the season taken out."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from wardmote.measures.findings import words
from wardmote.measures.findings.draft import Draft
from wardmote.measures.findings.subject import Subject
from wardmote.statistics.arrays import FloatArray
from wardmote.statistics.control import ControlChart, control_chart
from wardmote.statistics.season import deseasonalise, seasons_of

CHARTED_MONTHS = 36


def adjusted_charts(subject: Subject) -> tuple[ControlChart, ...]:
    """A chart an area over the last three years at the most, its limits fixed on the first twelve months of them.

    The limits are drawn afresh from each break in all that is counted. Of seasonally adjusted counts where there is a season that can be told; of shares as they are. Position 0 of a chart
    is `charted_from(subject)` in the months of the subject.
    """
    start = charted_from(subject)
    rebase_at = tuple(sorted({subject.months.index(one.first_month) - start for one in subject.blocking}))
    rebase_at = tuple(position for position in rebase_at if position > 0)
    values = _values(subject)[:, start:]
    return tuple(control_chart(row, direction=subject.measure.direction, rebase_at=rebase_at) for row in values)


def charted_from(subject: Subject) -> int:
    """The position of the first month that is charted."""
    return max(len(subject.months) - CHARTED_MONTHS, 0)


def _values(subject: Subject) -> FloatArray:
    if subject.whole is not None:
        return np.divide(
            subject.counts, subject.whole, out=np.full_like(subject.counts, np.nan), where=subject.whole > 0
        )
    first_month = subject.months[0].month
    seasons = seasons_of(subject.counts, first_month=first_month)
    factors = np.array([season.factors if season.distinguishable else np.ones(12) for season in seasons])
    return deseasonalise(subject.counts, factors, first_month=first_month)


def draft_controls(subject: Subject) -> Iterator[Draft]:
    """One draft an area, about the latest month."""
    if subject.months:
        yield from (_draft(subject, i, chart) for i, chart in enumerate(adjusted_charts(subject)))


@dataclass(frozen=True)
class _Latest:
    """The latest point of a chart that has limits."""

    month: str
    value: float
    centre: float
    lower: float
    upper: float


def _draft(subject: Subject, i: int, chart: ControlChart) -> Draft:
    latest = _latest(subject, chart)

    def say(*, is_distinguishable: bool | None) -> str:
        if latest is None:
            return f"{subject.name(i)}: fewer than 12 months are loaded, too few to say what an ordinary month is."
        figures = _figures(subject, latest)
        if is_distinguishable:
            return (
                f"{subject.name(i)} were out of line in {latest.month}: {figures} ({'; '.join(chart.latest_signals)})."
            )
        return f"{subject.name(i)} were within their ordinary range in {latest.month}: {figures}."

    if latest is None or not latest.centre:
        return Draft(subject, i, "control", None, None, None, None, None, say, chart.method, "the latest month")
    ratio, lower, upper = (number / latest.centre for number in (latest.value, latest.lower, latest.upper))
    return Draft(
        subject, i, "control", ratio, lower, upper, None, chart.distinguishable, say, chart.method, latest.month
    )


def _latest(subject: Subject, chart: ControlChart) -> _Latest | None:
    if chart.latest is None or chart.is_trial or np.isnan(chart.centre[chart.latest]):
        return None
    month = subject.months[charted_from(subject) + chart.latest]
    lines = (chart.values, chart.centre, chart.lower, chart.upper)
    return _Latest(f"{month:%B %Y}", *(float(line[chart.latest]) for line in lines))


def _figures(subject: Subject, latest: _Latest) -> str:
    """Such as 1,045 against an ordinary 1,227, season taken out."""
    if subject.whole is not None:
        return f"{latest.value:.1%} against an ordinary {latest.centre:.1%}"
    return f"{words.number(latest.value)} against an ordinary {words.number(latest.centre)}, season taken out"
