"""From a definition to a series."""

from datetime import date
from typing import Literal

import numpy as np

from wardmote.definitions.measure import Measure
from wardmote.errors import NotAvailable
from wardmote.evidence.evidence import Evidence
from wardmote.measures.areas import areas_of
from wardmote.measures.bases import residents
from wardmote.measures.counting import MonthlyCounts, monthly_counts
from wardmote.measures.periods import Window, windows
from wardmote.measures.series import Area, AreaKind, FloatMatrix, PeriodKind, Series
from wardmote.statistics.intervals import Interval, count_interval, proportion_interval, rate_interval

Unit = Literal["count", "rate", "proportion"]
RATE_PER = 1000


def measure_series(
    evidence: Evidence,
    measure: Measure,
    *,
    by: AreaKind = "partnership",
    period: PeriodKind = "month",
    start: date | None = None,
    end: date | None = None,
    unit: Unit | None = None,
) -> Series:
    """A measure by area and period, from the month `start` to the month `end`, both included (all there is if None).

    `unit` is a count, a rate per 1,000 residents in the period, or for a measure that is one a proportion in per cent;
    by default what the definition says. Only whole periods are given. A period with a month that was not loaded is a
    gap. Raises NotAvailable when nothing is loaded that the measure counts.
    """
    unit = unit or ("proportion" if measure.calculation == "proportion" else "count")
    if unit == "proportion" and measure.denominator is None:
        raise NotAvailable("is a count and not a proportion", where=measure.id, do="ask for its count or its rate")
    areas = areas_of(evidence, by)
    counted = monthly_counts(evidence, measure.numerator, areas=areas)
    counted = within(_require_months(counted, measure), start=start, end=end)
    chosen = windows(period, counted.months)
    count = _sums(counted.counts, chosen)
    base = _base(evidence, measure, unit=unit, areas=areas, counted=counted, chosen=chosen)
    interval, scale = _interval(unit, count, base)
    status = np.where(np.isnan(count), "gap", np.where(np.isnan(interval.value), "no base", "ok"))
    units = {"count": "count", "rate": f"per {RATE_PER:,} residents", "proportion": "%"}
    return Series(
        measure=measure,
        unit=units[unit],  # type: ignore[arg-type]
        areas=areas,
        periods=tuple(window.period for window in chosen),
        count=count,
        base=base,
        value=interval.value * scale,
        lower=interval.lower * scale,
        upper=interval.upper * scale,
        status=status,
        load=evidence.number,
    )


def within(counted: MonthlyCounts, *, start: date | None, end: date | None) -> MonthlyCounts:
    """The months from `start` to `end`."""
    kept = [j for j, month in enumerate(counted.months) if (not start or month >= start) and (not end or month <= end)]
    return MonthlyCounts(counted.areas, tuple(counted.months[j] for j in kept), counted.counts[:, kept])


def _require_months(counted: MonthlyCounts, measure: Measure) -> MonthlyCounts:
    if not counted.months:
        table = measure.numerator.table.replace("_", " ")
        raise NotAvailable(f"no {table} are loaded for this area", where=measure.id, do="load the police files first")
    return counted


def _sums(counts: FloatMatrix, chosen: list[Window]) -> FloatMatrix:
    """Sums over each window: NaN as soon as one month is missing."""
    columns = [counts[:, window.start : window.stop].sum(axis=1) for window in chosen]
    return np.column_stack(columns) if columns else np.empty((counts.shape[0], 0))


def _base(
    evidence: Evidence,
    measure: Measure,
    *,
    unit: Unit,
    areas: tuple[Area, ...],
    counted: MonthlyCounts,
    chosen: list[Window],
) -> FloatMatrix:
    if unit == "rate":
        return residents(evidence, areas=areas, periods=[window.period for window in chosen])
    if unit == "proportion" and measure.denominator is not None and counted.months:
        whole = monthly_counts(evidence, measure.denominator, areas=areas)
        return _sums(within(whole, start=counted.months[0], end=counted.months[-1]).counts, chosen)
    return np.full((len(areas), len(chosen)), np.nan)


def _interval(unit: Unit, count: FloatMatrix, base: FloatMatrix) -> tuple[Interval, float]:
    if unit == "rate":
        return rate_interval(count, base, per=RATE_PER), 1.0
    if unit == "proportion":
        return proportion_interval(count, base), 100.0
    return count_interval(count), 1.0
