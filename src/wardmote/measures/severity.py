"""Crimes added up by how grave each is: counts of each weight by area and month, and the series made of them."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from wardmote.definitions.measure import Filter, Measure
from wardmote.evidence.evidence import Evidence
from wardmote.measures.areas import PARTNERSHIP_CODE, areas_of
from wardmote.measures.bases import people_of
from wardmote.measures.counting import monthly_counts
from wardmote.measures.periods import windows
from wardmote.measures.series import Area, AreaKind, FloatMatrix, Period, PeriodKind, Series
from wardmote.measures.weights import weight_of_each
from wardmote.measures.withholding import withheld
from wardmote.statistics.harm import WeightedSum, weighted_sum

_MOST_NAMED = 3
# A common rule of disclosure control: nobody may make up more than half of a figure.
_MOST_OF_ONE = 0.5


@dataclass(frozen=True)
class WeighedCounts:
    """Counts by area, month and weight: `counts` is areas by months by weights, NaN where a month is not loaded.

    `without` counts what has no weight, and `unweighed` what of it there is by code, in the whole partnership by month.
    """

    areas: tuple[Area, ...]
    months: tuple[date, ...]
    weights: npt.NDArray[np.float64]
    counts: npt.NDArray[np.float64]
    without: FloatMatrix
    unweighed: dict[str, npt.NDArray[np.float64]]

    @property
    def all_counts(self) -> FloatMatrix:
        """Everything that was counted, with a weight or without."""
        return np.asarray(self.counts.sum(axis=2) + self.without)

    def within(self, *, start: date | None, end: date | None) -> "WeighedCounts":
        """The months from `start` to `end`."""
        kept = [j for j, one in enumerate(self.months) if (not start or one >= start) and (not end or one <= end)]
        months = tuple(self.months[j] for j in kept)
        unweighed = {code: counts[kept] for code, counts in self.unweighed.items()}
        return WeighedCounts(self.areas, months, self.weights, self.counts[:, kept], self.without[:, kept], unweighed)

    def share_without(self, area: int, months: range) -> float:
        """The share of what an area counted in some months that has no weight; 0 where there was nothing."""
        without, whole = (np.nansum(matrix[area, months]) for matrix in (self.without, self.all_counts))
        return float(without / whole) if whole else 0.0


def weighed_counts(evidence: Evidence, measure: Measure, *, areas: tuple[Area, ...]) -> WeighedCounts:
    """The counts of each weight. Raises NotAvailable where no weights of the measure's scale are loaded."""
    question = ("weighed", measure.model_dump_json(include={"numerator", "severity"}), areas[0].kind, len(areas))
    return evidence.remember(question, lambda: _weighed(evidence, measure, areas=areas))


def _weighed(evidence: Evidence, measure: Measure, *, areas: tuple[Area, ...]) -> WeighedCounts:
    weight_of = weight_of_each(evidence, measure)
    whole = monthly_counts(evidence, measure.numerator, areas=areas)
    distinct = sorted({weight for weight in weight_of.values() if weight is not None})
    counts = np.zeros((*whole.counts.shape, len(distinct)))
    for k, weight in enumerate(distinct):
        values = tuple(value for value, one in weight_of.items() if one == weight)
        counts[:, :, k] = monthly_counts(evidence, _of_values(measure, values), areas=areas).counts
    without = whole.counts - counts.sum(axis=2)
    ours = (Area("partnership", PARTNERSHIP_CODE, evidence.workspace.name),)
    unweighed = {
        value: monthly_counts(evidence, _of_values(measure, (value,)), areas=ours).counts[0]
        for value, weight in weight_of.items()
        if weight is None
    }
    return WeighedCounts(areas, whole.months, np.array(distinct), counts, without, unweighed)


def _of_values(measure: Measure, values: tuple[str, ...]) -> Filter:
    field = measure.severity.by if measure.severity else ""
    return measure.numerator.model_copy(update={"where": {**measure.numerator.where, field: values}})


def note_of(measure: Measure, counted: WeighedCounts) -> str:
    """How much of what was counted has no weight, and what it mostly is."""
    without, whole = float(np.nansum(counted.without)), float(np.nansum(counted.all_counts))
    scale = measure.severity.title if measure.severity else ""
    if not without:
        return f"Everything counted has a weight in the {scale}."
    named = _listed(measure, {code: int(np.nansum(counts)) for code, counts in counted.unweighed.items()})
    return (
        f"{without:,.0f} of {whole:,.0f} {measure.counts} ({without / whole:.1%}) have no single weight in the {scale}"
        f" and are not in the sum{named}."
    )


def _listed(measure: Measure, totals: dict[str, int]) -> str:
    """The commonest of what has no weight, such as: offence code 99 (571) and 96 (135)."""
    found = sorted(((n, code) for code, n in totals.items() if n), key=lambda one: (-one[0], one[1]))
    if not found:
        return ""
    what = "offence code " if measure.severity and measure.severity.by == "offence_code" else ""
    more = f" and {len(found) - _MOST_NAMED} more" if len(found) > _MOST_NAMED else ""
    return f": {what}{', '.join(f'{code} ({n:,})' for n, code in found[:_MOST_NAMED])}{more}"


def severity_series(
    evidence: Evidence,
    measure: Measure,
    *,
    by: AreaKind,
    period: PeriodKind,
    start: date | None,
    end: date | None,
    per: int | None,
) -> Series:
    """The sum of weights by area and period, or for each `per` people; its count is of all crimes, weighed or not."""
    areas = areas_of(evidence, by)
    counted = weighed_counts(evidence, measure, areas=areas).within(start=start, end=end)
    chosen = windows(period, counted.months)
    periods = tuple(window.period for window in chosen)
    spans = [(window.start, window.stop) for window in chosen]
    sums = [counted.counts[:, a:b].sum(axis=1) for a, b in spans]
    count = [counted.all_counts[:, a:b].sum(axis=1) for a, b in spans]
    base = people_of(evidence, areas=areas, periods=periods, basis=measure.base) if per else None
    shape = (len(areas), len(spans))
    found = _sum(sums, counted.weights, base=base, per=per or 1, shape=shape)
    counts = np.stack(count, axis=1) if count else np.empty(shape)
    status = np.where(np.isnan(counts), "gap", np.where(np.isnan(found.value), "no base", "ok"))
    return Series(
        measure=measure,
        unit=severity_unit(measure, per=per),
        areas=areas,
        periods=periods,
        count=counts,
        base=np.full(shape, np.nan) if base is None else base,
        value=found.value,
        lower=found.lower,
        upper=found.upper,
        status=status,
        load=evidence.number,
        notes=(note_of(measure, counted),),
        withheld=_withheld(evidence, measure, by=by, periods=periods, told=_told_by_one(sums, counted.weights, shape)),
    )


def _withheld(
    evidence: Evidence, measure: Measure, *, by: AreaKind, periods: tuple[Period, ...], told: npt.NDArray[np.bool_]
) -> npt.NDArray[np.bool_] | None:
    """What others would tell, and what one crime makes up most of: such a sum says that there was a murder here."""
    held = withheld(evidence, measure, by=by, periods=periods)
    return None if measure.release == "open" else told if held is None else held | told


def _told_by_one(
    sums: list[FloatMatrix], weights: npt.NDArray[np.float64], shape: tuple[int, int]
) -> npt.NDArray[np.bool_]:
    """Whether a single crime of the heaviest weight that occurs makes up more than half of each sum."""
    counts = np.stack(sums, axis=1) if sums else np.empty((*shape, len(weights)))
    heaviest = np.where(counts > 0, weights, 0.0).max(axis=2, initial=0.0)
    return np.asarray(heaviest > _MOST_OF_ONE * np.nan_to_num(counts @ weights)) & (heaviest > 0)


def _sum(
    sums: list[FloatMatrix],
    weights: npt.NDArray[np.float64],
    *,
    base: FloatMatrix | None,
    per: float,
    shape: tuple[int, int],
) -> WeightedSum:
    counts = np.stack(sums, axis=1) if sums else np.empty((*shape, len(weights)))
    return weighted_sum(counts, weights, base=1.0 if base is None else base, per=per)


def severity_unit(measure: Measure, *, per: int | None) -> str:
    """Such as severity points per 1,000 residents."""
    unit = measure.severity.unit if measure.severity else ""
    return f"{unit} {per_words(measure, per=per)}" if per else unit


def per_words(measure: Measure, *, per: int) -> str:
    """What a rate is for each of: per 1,000 residents, per 100,000 visitors."""
    people = {"residents": "residents", "workday": "workday people", "visitor": "visitors"}[measure.base]
    return f"per {per:,} {people}"
