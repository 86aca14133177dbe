"""From a definition to a series."""

from dataclasses import replace
from datetime import date
from typing import Literal

import numpy as np
import numpy.typing as npt

from wardmote.definitions.measure import Measure
from wardmote.errors import NotAvailable
from wardmote.evidence.evidence import Evidence
from wardmote.measures.areas import areas_of
from wardmote.measures.bases import people_of
from wardmote.measures.counting import MonthlyCounts, covered_months
from wardmote.measures.marks import marks_of
from wardmote.measures.nowcasting import expected_in_the_end
from wardmote.measures.people_series import series_of_people
from wardmote.measures.periods import Window, windows
from wardmote.measures.provisional import provisional_months
from wardmote.measures.series import AreaKind, FloatMatrix, PeriodKind, Series, SeriesUnit
from wardmote.measures.severity import per_words, severity_series
from wardmote.measures.timing import measured_counts
from wardmote.measures.unnamed_places import unnamed_places_sentences
from wardmote.measures.unplaced import unplaced_sentences
from wardmote.measures.withholding import withheld
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
    per: int | None = None,
    is_nowcast: bool = False,
) -> Series:
    """A measure by area and period, from the month `start` to the month `end`, both included (all there is if None).

    `unit` is a count, a rate for each `per` people in the period (those of the definition, and so many as it says where
    `per` is None), or for a measure that is one a proportion in per cent; by default what the definition says. Only
    whole periods are given. A period with a month that was not loaded is a gap, and one with a month that is not whole
    yet provisional. `is_nowcast` adds what these will have in the end. Raises NotAvailable when nothing is loaded that
    the measure counts, and for the nowcast of a measure that has none.
    """
    unit = unit or ("proportion" if measure.is_share else "count")
    if unit == "proportion" and not measure.is_share:
        raise NotAvailable("is a count and not a proportion", where=measure.id, do="ask for its count or its rate")
    if measure.people or measure.follow_up:
        if unit != "proportion":
            raise NotAvailable("is a share of people", where=measure.id, do="ask for its proportion")
        return series_of_people(evidence, measure, by=by, period=period, start=start, end=end)
    per = (per or measure.rate_per) if unit == "rate" else None
    if measure.severity:
        return severity_series(evidence, measure, by=by, period=period, start=start, end=end, per=per)
    counted = measured_counts(evidence, measure, areas=areas_of(evidence, by))
    counted = within(_require_months(evidence, counted, measure), start=start, end=end)
    return _series_of_counts(
        evidence, measure, counted, by=by, period=period, unit=unit, per=per, is_nowcast=is_nowcast
    )


def _series_of_counts(
    evidence: Evidence,
    measure: Measure,
    counted: MonthlyCounts,
    *,
    by: AreaKind,
    period: PeriodKind,
    unit: Unit,
    per: int | None,
    is_nowcast: bool,
) -> Series:
    chosen = windows(period, counted.months)
    periods = tuple(window.period for window in chosen)
    count = _at_ends(counted.counts, chosen) if measure.calculation == "latest" else _sums(counted.counts, chosen)
    base = _base(evidence, measure, unit=unit, counted=counted, chosen=chosen)
    interval, scale = _interval(measure, unit, count, base, per=per or RATE_PER)
    waiting = provisional_months(evidence, measure)
    is_waiting = np.array([waiting.is_any_of(counted.months[one.start : one.stop]) for one in chosen], dtype=bool)
    series = Series(
        measure=measure,
        unit=_unit_in_words(measure, unit, per=per),
        areas=counted.areas,
        periods=periods,
        count=count,
        base=base,
        value=interval.value * scale,
        lower=interval.lower * scale,
        upper=interval.upper * scale,
        status=_status(count, interval.value, is_waiting=is_waiting),
        load=evidence.number,
        marks=marks_of(evidence, measure, months=counted.months),
        notes=(
            *(waiting.sentences if is_waiting.any() else ()),
            *unnamed_places_sentences(evidence, measure, months=counted.months),
            *unplaced_sentences(evidence, measure, months=counted.months),
        ),
        withheld=withheld(evidence, measure, by=by, periods=list(periods)),
    )
    if not is_nowcast:
        return series
    expected = expected_in_the_end(evidence, measure, areas=counted.areas, counted=counted, chosen=chosen)
    per_count = per / base if per else np.ones_like(base)
    return replace(
        series,
        expected=expected.middle * per_count,
        expected_lower=expected.lower * per_count,
        expected_upper=expected.upper * per_count,
    )


def _status(count: FloatMatrix, value: FloatMatrix, *, is_waiting: npt.NDArray[np.bool_]) -> npt.NDArray[np.str_]:
    """What each figure is, in the words of `Status`."""
    status = np.full(count.shape, "ok", dtype="<U11")
    status[:, is_waiting] = "provisional"
    status[np.isnan(value)] = "no base"
    status[np.isnan(count)] = "gap"
    return status


def within(counted: MonthlyCounts, *, start: date | None, end: date | None) -> MonthlyCounts:
    """The months from `start` to `end`."""
    kept = [j for j, month in enumerate(counted.months) if (not start or month >= start) and (not end or month <= end)]
    return MonthlyCounts(counted.areas, tuple(counted.months[j] for j in kept), counted.counts[:, kept])


def _require_months(evidence: Evidence, counted: MonthlyCounts, measure: Measure) -> MonthlyCounts:
    if counted.months:
        return counted
    what = measure.numerator
    anywhere = what.model_copy(update={"within": None})
    if what.within and any(
        covered_months(evidence, anywhere, kind=counted.areas[0].kind, areas=counted.areas).values()
    ):
        raise NotAvailable(
            f"it is not said which LSOAs or outlines the {what.within} are",
            where=measure.id,
            do="load their list or outlines for the year",
        )
    table, sources = what.table.replace("_", " "), what.where.get("source")
    whose = f"the partner's file first ({', '.join(sources)})" if sources else "the police files first"
    raise NotAvailable(f"no {table} are loaded for this area", where=measure.id, do=f"load {whose}")


def _sums(counts: FloatMatrix, chosen: list[Window]) -> FloatMatrix:
    """Sums over each window: NaN as soon as one month is missing."""
    columns = [counts[:, window.start : window.stop].sum(axis=1) for window in chosen]
    return np.column_stack(columns) if columns else np.empty((counts.shape[0], 0))


def _at_ends(counts: FloatMatrix, chosen: list[Window]) -> FloatMatrix:
    """The newest figure up to the end of each window. Where none was given in a month, that of the month before holds."""
    held = counts.copy()
    for j in range(1, held.shape[1]):
        held[:, j] = np.where(np.isnan(held[:, j]) | (held[:, j] == 0), held[:, j - 1], held[:, j])
    columns = [held[:, window.stop - 1] for window in chosen]
    return np.column_stack(columns) if columns else np.empty((counts.shape[0], 0))


def _base(
    evidence: Evidence,
    measure: Measure,
    *,
    unit: Unit,
    counted: MonthlyCounts,
    chosen: list[Window],
) -> FloatMatrix:
    if unit == "rate":
        periods = [window.period for window in chosen]
        return people_of(evidence, areas=counted.areas, periods=periods, basis=measure.base)
    if unit == "proportion" and measure.denominator is not None and counted.months:
        whole = measured_counts(evidence, measure, areas=counted.areas, part="denominator")
        return _sums(within(whole, start=counted.months[0], end=counted.months[-1]).counts, chosen)
    return np.full((len(counted.areas), len(chosen)), np.nan)


def _unit_in_words(measure: Measure, unit: Unit, *, per: int | None) -> SeriesUnit:
    if per:
        return per_words(measure, per=per)
    if unit == "count" and measure.counts == "pounds":
        return "£"
    return "%" if unit == "proportion" else "count"


def _interval(
    measure: Measure, unit: Unit, count: FloatMatrix, base: FloatMatrix, *, per: int
) -> tuple[Interval, float]:
    if measure.calculation in {"total", "latest"}:
        nothing = np.full_like(count, np.nan)
        return Interval(
            count, nothing, nothing, level=0.95, method="a figure as it was given, which has no interval"
        ), 1.0
    if unit == "rate":
        return rate_interval(count, base, per=per), 1.0
    if unit == "proportion":
        return proportion_interval(count, base), 100.0
    return count_interval(count), 1.0
