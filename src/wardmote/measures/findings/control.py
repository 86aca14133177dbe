"""Is the latest month out of line with the series' own past? XmR charts on months with the season taken out."""

from collections.abc import Iterator

import numpy as np

from wardmote.measures.findings import words
from wardmote.measures.findings.draft import Draft
from wardmote.measures.findings.subject import Subject
from wardmote.statistics.arrays import FloatArray
from wardmote.statistics.control import ControlChart, control_chart
from wardmote.statistics.season import deseasonalise, seasons_of


def adjusted_charts(subject: Subject) -> tuple[ControlChart, ...]:
    """A chart an area: of seasonally adjusted counts where there is a season that can be told, of shares as they are."""
    return tuple(control_chart(row, direction=subject.measure.direction) for row in _values(subject))


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


def _draft(subject: Subject, i: int, chart: ControlChart) -> Draft:
    latest = chart.latest
    has_limits = latest is not None and not chart.is_trial and not np.isnan(chart.centre[latest])
    month = f"{subject.months[latest]:%B %Y}" if latest is not None else "no month"

    def say(is_distinguishable: bool | None) -> str:
        if latest is None or not has_limits:
            return f"{subject.name(i)}: fewer than 12 months are loaded, too few to say what an ordinary month is."
        centre, value = chart.centre[latest], chart.values[latest]
        shown = (
            (f"{value:.1%}", f"{centre:.1%}")
            if subject.whole is not None
            else (words.number(value), words.number(centre))
        )
        figures = f"{shown[0]} against an ordinary {shown[1]}" + (
            "" if subject.whole is not None else ", season taken out"
        )
        if is_distinguishable:
            return f"{subject.name(i)} were out of line in {month}: {figures} ({'; '.join(chart.latest_signals)})."
        return f"{subject.name(i)} were within their ordinary range in {month}: {figures}."

    ratio = (
        float(chart.values[latest] / chart.centre[latest])
        if has_limits and latest is not None and chart.centre[latest]
        else None
    )
    limits = (None, None)
    if ratio is not None and latest is not None:
        limits = (float(chart.lower[latest] / chart.centre[latest]), float(chart.upper[latest] / chart.centre[latest]))
    verdict = bool(chart.latest_signals) if has_limits else None
    return Draft(subject, i, "control", ratio, *limits, None, verdict, say, chart.method, month)
