"""Which figures of a measure are held back because others, shown anywhere, would tell a small count with them.

It is worked out once for all months and for each kind of area, whatever is asked for: a page that shows a quarter and a
download that shows its months hold back the same.
"""

from collections.abc import Sequence
from datetime import date

import numpy as np
import numpy.typing as npt

from wardmote.definitions.measure import Measure
from wardmote.disclosure.differencing import close_boundaries, close_with_others
from wardmote.errors import NotAvailable
from wardmote.evidence.evidence import Evidence
from wardmote.measures.areas import COLUMNS, areas_of
from wardmote.measures.kinship import Counted, Pair, counted_by, is_added_up, pairs_with, planned_before
from wardmote.measures.periods import add_months
from wardmote.measures.series import Area, AreaKind, FloatMatrix, Period
from wardmote.measures.timing import measured_counts

BoolMatrix = npt.NDArray[np.bool_]
# From the largest areas to the smallest: what is held back of one kind is so however the smaller ones are drawn.
_KINDS: tuple[AreaKind, ...] = ("partnership", "lad", "section", "ward", "lsoa")
_WORTH_OF_YEAR, _WORTH_OF_QUARTER, _WORTH_OF_MONTH = 16.0, 4.0, 1.0
_APRIL = 4


def withheld(evidence: Evidence, measure: Measure, *, by: AreaKind, periods: Sequence[Period]) -> BoolMatrix | None:
    """Whether each figure, areas by periods, begins or ends at a boundary that is closed; None where none can be."""
    if measure.release == "open" or not is_added_up(measure) or by not in (*_KINDS, "town"):
        return None
    months, closed = _closed(evidence, measure, by)
    return np.column_stack(
        [closed[:, _place(months, one.first)] | closed[:, _place(months, add_months(one.last, 1))] for one in periods]
        or [np.zeros((len(closed), 0), dtype=bool)]
    )


def _place(months: Sequence[date], month: date) -> int:
    return (month.year - months[0].year) * 12 + month.month - months[0].month


def _closed(evidence: Evidence, measure: Measure, by: AreaKind) -> tuple[tuple[date, ...], BoolMatrix]:
    question = ("closed boundaries", measure.model_dump_json(), by)
    return evidence.remember(question, lambda: _find_closed(evidence, measure, by))


def _find_closed(evidence: Evidence, measure: Measure, by: AreaKind) -> tuple[tuple[date, ...], BoolMatrix]:
    areas = areas_of(evidence, by)
    counted = measured_counts(evidence, measure, areas=areas)
    before = _shown_before(evidence, measure, by)
    parts = [counted.counts, *_rests(evidence, measure, before, areas=areas, months=counted.months)]
    own = close_boundaries(parts, worth=_worth(counted.months))
    for other in before:
        own |= _in_boundaries(*_closed(evidence, other, by), wanted=counted.months)
    # A town is a part of the partnership, and of nothing else that a partner's figures say.
    larger = _KINDS[:1] if by == "town" else _KINDS[: _KINDS.index(by)]
    if not larger:
        return counted.months, own
    closed = close_with_others(
        own,
        parts,
        whole_of=[_whole_of(evidence, by, kind) for kind in larger],
        wholes_closed=[_closed(evidence, measure, kind)[1] for kind in larger],
    )
    return counted.months, closed


def _shown_before(evidence: Evidence, measure: Measure, by: AreaKind) -> tuple[Measure, ...]:
    """The measures that share records with this one, are planned before it and have figures by such areas."""
    kin = evidence.remember(
        ("kin", measure.model_dump_json(), len(measure.predecessors)), lambda: planned_before(measure)
    )
    return tuple(one for one in kin if _can_be_counted(evidence, one, by))


def _can_be_counted(evidence: Evidence, measure: Measure, by: AreaKind) -> bool:
    try:
        return bool(measured_counts(evidence, measure, areas=areas_of(evidence, by)).months)
    except NotAvailable:
        return False


def _rests(
    evidence: Evidence, measure: Measure, others: Sequence[Measure], *, areas: tuple[Area, ...], months: Sequence[date]
) -> list[FloatMatrix]:
    """What is left when a count of the measure is taken from one that holds it, or from its base."""

    def count_of(counted: Counted) -> FloatMatrix:
        found = measured_counts(evidence, counted.measure, areas=areas, part=counted.part)
        return _in_months(found.counts, found.months, months)

    own = counted_by(measure)
    pairs = [Pair(*own), *pairs_with(measure, others)] if len(own) > 1 else pairs_with(measure, others)
    return [count_of(pair.whole) - count_of(pair.part) for pair in pairs]


def _in_boundaries(months: Sequence[date], closed: BoolMatrix, *, wanted: Sequence[date]) -> BoolMatrix:
    """The closed boundaries of other months: none where they have no boundary."""
    found = np.zeros((len(closed), len(wanted) + 1), dtype=bool)
    own = {_number(month): j for j, month in enumerate((*months, *_after(months)))}
    for j, month in enumerate((*wanted, *_after(wanted))):
        if _number(month) in own:
            found[:, j] = closed[:, own[_number(month)]]
    return found


def _after(months: Sequence[date]) -> tuple[date, ...]:
    return (add_months(months[-1], 1),) if months else ()


def _number(month: date) -> int:
    return month.year * 12 + month.month


def _in_months(counts: FloatMatrix, months: Sequence[date], wanted: Sequence[date]) -> FloatMatrix:
    found = np.full((len(counts), len(wanted)), np.nan)
    for j, month in enumerate(wanted):
        if month in months:
            found[:, j] = counts[:, months.index(month)]
    return found


def _worth(months: Sequence[date]) -> list[float]:
    """How much each boundary of months is wanted: one at the beginning of each month, and one after the last."""
    return [_worth_of(month) for month in (*months, *([add_months(months[-1], 1)] if months else []))]


def _worth_of(month: date) -> float:
    if month.month == _APRIL:
        return _WORTH_OF_YEAR
    return _WORTH_OF_QUARTER if month.month % 3 == 1 else _WORTH_OF_MONTH


def _whole_of(evidence: Evidence, kind: AreaKind, larger: AreaKind) -> npt.NDArray[np.int64]:
    """The larger area that most units of each area lie in, by its place; -1 where none is known."""
    areas, wholes = areas_of(evidence, kind), areas_of(evidence, larger)
    if larger == "partnership":
        return np.zeros(len(areas), dtype=np.int64)
    rows = evidence.snapshot.rows(
        f"SELECT {COLUMNS[kind].code}, {COLUMNS[larger].code}, count(*) FROM units GROUP BY ALL ORDER BY 3, 2"
    )
    most = {str(area): str(whole) for area, whole, _ in rows}
    place_of = {whole.code: i for i, whole in enumerate(wholes)}
    return np.array([place_of.get(most.get(area.code, ""), -1) for area in areas], dtype=np.int64)
