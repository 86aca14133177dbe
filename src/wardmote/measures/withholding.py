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
from wardmote.evidence.evidence import Evidence
from wardmote.measures.areas import COLUMNS, areas_of
from wardmote.measures.periods import add_months
from wardmote.measures.series import AreaKind, FloatMatrix, Period
from wardmote.measures.timing import measured_counts

BoolMatrix = npt.NDArray[np.bool_]
# From the largest areas to the smallest: what is held back of one kind is so however the smaller ones are drawn.
_KINDS: tuple[AreaKind, ...] = ("partnership", "lad", "section", "ward", "lsoa")
_WORTH_OF_YEAR, _WORTH_OF_QUARTER, _WORTH_OF_MONTH = 16.0, 4.0, 1.0
_APRIL = 4


def is_added_up(measure: Measure) -> bool:
    """Whether its figures are sums of months and areas, so that one may be taken from another."""
    return measure.calculation in {"count", "proportion", "severity"} and not (measure.people or measure.follow_up)


def withheld(evidence: Evidence, measure: Measure, *, by: AreaKind, periods: Sequence[Period]) -> BoolMatrix | None:
    """Whether each figure, areas by periods, begins or ends at a boundary that is closed; None where none can be."""
    if measure.release == "open" or not is_added_up(measure) or by not in _KINDS:
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
    parts = [counted.counts]
    if measure.denominator is not None:
        whole = measured_counts(evidence, measure, areas=areas, part="denominator")
        parts.append(_in_months(whole.counts, whole.months, counted.months) - counted.counts)
    own = close_boundaries(parts, worth=_worth(counted.months))
    larger = _KINDS[: _KINDS.index(by)]
    if not larger:
        return counted.months, own
    closed = close_with_others(
        own,
        parts,
        whole_of=[_whole_of(evidence, by, kind) for kind in larger],
        wholes_closed=[_closed(evidence, measure, kind)[1] for kind in larger],
    )
    return counted.months, closed


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
