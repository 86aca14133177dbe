"""Two figures of one measure side by side, and the difference between them: two years, two areas or two versions."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from wardmote.definitions.measure import Filter, Measure
from wardmote.disclosure.suppression import is_too_small
from wardmote.errors import NotAvailable
from wardmote.evidence.evidence import Evidence
from wardmote.measures.findings import words
from wardmote.measures.findings.subject import Subject, subject_of
from wardmote.measures.measuring import Unit, measure_series
from wardmote.measures.periods import MONTHS_IN_YEAR, add_months, span_in_words
from wardmote.measures.releasing import release
from wardmote.measures.series import Area, Series
from wardmote.measures.severity import weighed_counts
from wardmote.measures.timing import filtered_counts
from wardmote.statistics.benchmark import compare_rates
from wardmote.statistics.breaks import break_within, changes_clear_of
from wardmote.statistics.change import Change
from wardmote.statistics.comparison import compare_proportions
from wardmote.statistics.nested import difference_of_overlapping_counts
from wardmote.statistics.weighted_change import weighted_changes_between

Told = tuple[str, str]


@dataclass(frozen=True)
class SideBySide:
    """Both figures, each a series of one value as it may be shown, with what each is called.

    `sentence` says the difference with its interval, or why none can be told; `method` names the test.
    """

    names: tuple[str, str]
    sides: tuple[Series, Series]
    sentence: str
    method: str


def two_years(evidence: Evidence, measure: Measure, *, area: Area, ends: tuple[date, date]) -> SideBySide:
    """The twelve months to each of two months, in one area."""
    before, after = sorted(ends)
    sides = tuple(_year(evidence, measure, area=area, end=end) for end in (before, after))
    names = tuple(span_in_words(add_months(end, 1 - MONTHS_IN_YEAR), end) for end in (before, after))

    def tell() -> Told:
        apart = (after.year - before.year) * MONTHS_IN_YEAR + after.month - before.month
        if apart < MONTHS_IN_YEAR:
            return "The two years share months, so no test is made of the difference between them.", "none"
        if sides[0].unit == "%":
            return _of_shares(sides, names)
        if apart % MONTHS_IN_YEAR or measure.calculation in {"total", "latest"}:
            return _SEASONS if apart % MONTHS_IN_YEAR else _NO_TEST, "none"
        return _of_years(evidence, measure, area=area, end=after, apart=apart)

    return _told(names, sides, tell)


def two_areas(evidence: Evidence, measure: Measure, *, areas: tuple[Area, Area], end: date) -> SideBySide:
    """Two areas of one kind in the same twelve months, as rates or shares."""
    sides = tuple(_year(evidence, measure, area=area, end=end) for area in areas)
    names = (areas[0].name, areas[1].name)

    def tell() -> Told:
        if sides[0].unit == "%":
            return _of_shares(sides, names)
        if measure.severity or sides[0].unit in {"count", "£"} or areas[0] == areas[1]:
            return _NO_TEST, "none"
        subjects = [subject_of(evidence, measure, by=area.kind, end=end) for area in areas]
        months = [_row(subject, area)[-MONTHS_IN_YEAR:] for subject, area in zip(subjects, areas, strict=True)]
        bases = [float(side.base[0, 0]) for side in sides]
        found = compare_rates(months[1], months[0], group_base=bases[1], rest_base=bases[0])
        if found.ratio is None:
            return f"It cannot be told whether the two differ, for {found.reason}.", "none"
        said = words.verdict(is_distinguishable=found.distinguishable, p=found.p)
        reach = words.interval(found.lower, found.upper)
        period = span_in_words(add_months(end, 1 - MONTHS_IN_YEAR), end)
        return (
            f"In {names[1]} the rate of {measure.noun} was {words.against(found.ratio)} in {names[0]} in"
            f" {period}{reach}: {said}."
        ), found.method

    return _told(names, sides, tell)


def two_versions(evidence: Evidence, versions: tuple[Measure, Measure], *, area: Area, end: date) -> SideBySide:
    """Two versions of one definition, of the same records: what differs are those that only one of them counts."""
    sides = tuple(_year(evidence, version, area=area, end=end) for version in versions)
    names = tuple(f"Version {version.version}" for version in versions)

    def tell() -> Told:
        shared = _shared(versions)
        if shared is None:
            return "The two versions count different things, so only the figures are set side by side.", "none"
        counted = filtered_counts(evidence, shared, areas=(area,))
        start = add_months(end, 1 - MONTHS_IN_YEAR)
        both = float(sum(counted.counts[0, j] for j, month in enumerate(counted.months) if start <= month <= end))
        only = [float(side.count[0, 0]) - both for side in sides]
        if any(number < 0 or np.isnan(number) for number in only) or (
            is_too_small(only).any() and versions[0].release != "open"
        ):
            return "Which records only one of them counts cannot be told.", "none"
        found = difference_of_overlapping_counts(only[0], only[1])
        return (
            f"Both count the same {both:,.0f} records. {names[0]} alone counts {only[0]:,.0f} more and {names[1]} alone"
            f" {only[1]:,.0f}: a difference of {found.value:+,.0f} from the first to the second (95% interval"
            f" {found.lower:+,.0f} to {found.upper:+,.0f}). It is the definition that changed, and not what happened."
        ), found.method

    return _told(names, sides, tell)


_NO_TEST = "Read the two intervals: no test is made of the difference between two figures of this kind."
_SEASONS = "The two years begin in different months of the year, so no test is made of the difference between them."


def _told(names: tuple[str, ...], sides: tuple[Series, ...], tell: Callable[[], Told]) -> SideBySide:
    """What may not be shown is not told by way of a difference either."""
    (first, second), pair = names, (sides[0], sides[1])
    if any(str(side.status[0, 0]) == "suppressed" for side in pair):
        return SideBySide((first, second), pair, "One of the two figures is too small to show.", "none")
    if any(np.isnan(side.value[0, 0]) for side in pair):
        return SideBySide(
            (first, second), pair, "One of the two figures is missing, so there is no difference.", "none"
        )
    return SideBySide((first, second), pair, *tell())


def _year(evidence: Evidence, measure: Measure, *, area: Area, end: date) -> Series:
    """One value: a share, or a rate, or a count where nobody knows the people."""
    start = add_months(end, 1 - MONTHS_IN_YEAR)
    units: tuple[Unit, ...] = ("proportion",) if measure.is_share else ("rate", "count")
    if measure.calculation in {"total", "latest"}:
        units = ("count",)
    for unit in units:
        series = measure_series(evidence, measure, by=area.kind, period="rolling-12", start=start, end=end, unit=unit)
        if not series.periods:
            raise NotAvailable(f"the 12 months to {end:%B %Y} are not loaded", where=measure.title, do="choose another")
        found = _of_area(release(series), area)
        if str(found.status[0, 0]) != "no base":
            break
    return found


def _of_area(series: Series, area: Area) -> Series:
    row = [one.code for one in series.areas].index(area.code)
    kept = {
        name: getattr(series, name)[row : row + 1] for name in ("count", "base", "value", "lower", "upper", "status")
    }
    return replace(series, areas=(series.areas[row],), withheld=None, **kept)


def _row(subject: Subject, area: Area) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return np.asarray(subject.counts[[one.code for one in subject.areas].index(area.code)])


def _of_shares(sides: tuple[Series, ...], names: tuple[str, ...]) -> Told:
    numbers = [int(matrix[0, 0]) for side in sides for matrix in (side.count, side.base)]
    found = compare_proportions(*numbers)
    if found.estimate is None or found.lower is None or found.upper is None:
        return "One of the two stands on nothing.", "none"
    said = words.verdict(is_distinguishable=found.distinguishable, p=found.p)
    points = [100 * number for number in (found.estimate, found.lower, found.upper)]
    return (
        f"From {names[0]} to {names[1]} the share differs by {points[0]:+.1f} percentage points (95% interval"
        f" {points[1]:+.1f} to {points[2]:+.1f}): {said}."
    ), found.method


def _of_years(evidence: Evidence, measure: Measure, *, area: Area, end: date, apart: int) -> Told:
    subject = subject_of(evidence, measure, by=area.kind, end=end)
    last = len(subject.months)
    later = range(last - MONTHS_IN_YEAR, last)
    earlier = range(later.start - apart, later.stop - apart)
    if earlier.start < 0 or subject.months[-1] != end:
        return "Too few settled months are loaded to test the difference.", "none"
    parted = break_within([earlier, later], subject.parting)
    if subject.measure.severity and parted is not None:
        return f"It cannot be told whether the two years differ, for {subject.parting[parted]}.", "none"
    change = _change(subject, area, earlier=earlier, later=later)
    if change.distinguishable is None or change.ratio is None:
        return f"It cannot be told whether the two years differ, for {change.reason}.", "none"
    said = words.verdict(is_distinguishable=change.distinguishable, p=change.p)
    reach = words.interval(change.lower, change.upper)
    without = subject.without(range(earlier.start, later.stop))
    return (
        f"In {area.name} the level of {measure.noun} in {subject.span(later)} was {words.against(change.ratio)} in"
        f" {subject.span(earlier)}{reach}{without}: {said}."
    ), change.method


def _change(subject: Subject, area: Area, *, earlier: range, later: range) -> Change:
    if not subject.measure.severity:
        return changes_clear_of(
            _row(subject, area)[None, :],
            earlier=earlier,
            later=later,
            breaks=subject.parting,
            interruptions=subject.set_aside,
        )[0]
    counted = weighed_counts(subject.evidence, subject.measure, areas=subject.areas)
    counted = counted.within(start=subject.months[0], end=subject.months[-1])
    counts = np.where(np.isnan(subject.counts)[:, :, None], np.nan, counted.counts)
    for months in subject.set_aside:
        counts[:, months] = np.nan
    row = [one.code for one in subject.areas].index(area.code)
    return weighted_changes_between(counts[row][None], counted.weights, earlier=earlier, later=later)[0]


def _shared(versions: tuple[Measure, Measure]) -> Filter | None:
    """The rows that both versions count; None where that is not one choice of rows."""
    first, second = (version.numerator for version in versions)
    kinds = {(what.table, what.unit, what.within, what.dated_by, what.is_historical) for what in (first, second)}
    if len(kinds) > 1 or first.is_historical or any(version.calculation != "count" for version in versions):
        return None
    where = {**first.where, **second.where}
    for field in set(first.where) & set(second.where):
        where[field] = tuple(value for value in first.where[field] if value in second.where[field])
    lags = [months for months in (first.historical_after_months, second.historical_after_months) if months]
    both = {
        "where": where,
        "flags": tuple(dict.fromkeys((*first.flags, *second.flags))),
        "answered": tuple(dict.fromkeys((*first.answered, *second.answered))),
        "historical_after_months": min(lags, default=None),
    }
    return first.model_copy(update=both)
