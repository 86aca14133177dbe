"""A measure over areas and periods, held as matrices: one row an area, one column a period."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
import numpy.typing as npt

from wardmote.definitions.measure import Measure

AreaKind = Literal["partnership", "section", "ward", "lsoa", "lad", "force", "town"]
PeriodKind = Literal["month", "quarter", "year", "rolling-12"]
# A count, %, £, or in words: per 1,000 residents, per 100,000 workday people, severity points.
SeriesUnit = str
Status = Literal["ok", "provisional", "gap", "no base", "suppressed"]
FloatMatrix = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Area:
    """A place that figures are counted for: its code and its name in one kind of geography."""

    kind: AreaKind
    code: str
    name: str


@dataclass(frozen=True)
class Period:
    """Whole months from `first` to `last` (each the first day of its month), and how people say it."""

    kind: PeriodKind
    first: date
    last: date
    label: str


@dataclass(frozen=True)
class Mark:
    """Something that changed with the month `first`, or held from `first` to `last`; `words` begin with a small letter."""

    kind: Literal["break", "interruption"]
    first: date
    last: date | None
    words: str


@dataclass(frozen=True)
class SeriesRow:
    """One value of a series, as it is written to CSV and JSON."""

    measure: str
    version: int
    area_kind: str
    area_code: str
    area_name: str
    period: str
    value: float | None
    lower: float | None
    upper: float | None
    count: int | None
    base: float | None
    status: str
    expected: float | None = None
    expected_lower: float | None = None
    expected_upper: float | None = None
    marks: str = ""


@dataclass(frozen=True)
class Series:
    """One measure, `len(areas)` by `len(periods)`.

    `count` is the numerator and `base` the denominator (rows for a proportion, residents for a rate, NaN for a plain
    count). `value` with its 95% interval `lower` to `upper` is in `unit`. Where `status` is neither `ok` nor
    `provisional`, `value` is NaN: a missing month is a gap and never zero. A provisional value is of what is in so far.
    `load` is the number of the newest load the figures stand on.

    `expected`, with its own 95% interval, is the nowcast where one was asked for: the value there will be once late
    records are in (NaN where it is the value that stands). `marks` are what changed on the way, and `notes` what is to
    be said of the months that are provisional, and of records left out because nobody knows their place. `withheld`
    says which values must not be shown because others would then tell a small count; `release` takes them out.
    """

    measure: Measure
    unit: SeriesUnit
    areas: tuple[Area, ...]
    periods: tuple[Period, ...]
    count: FloatMatrix
    base: FloatMatrix
    value: FloatMatrix
    lower: FloatMatrix
    upper: FloatMatrix
    status: npt.NDArray[np.str_]
    load: int
    expected: FloatMatrix | None = None
    expected_lower: FloatMatrix | None = None
    expected_upper: FloatMatrix | None = None
    marks: tuple[Mark, ...] = ()
    notes: tuple[str, ...] = ()
    withheld: npt.NDArray[np.bool_] | None = None

    @property
    def is_provisional(self) -> npt.NDArray[np.bool_]:
        """Whether each value, areas by periods, may still rise."""
        return np.asarray(self.status == "provisional")

    def rows(self) -> Iterator[SeriesRow]:
        """Every value, area by area, in the order of the periods."""
        for i, area in enumerate(self.areas):
            for j, period in enumerate(self.periods):
                count = _number(self.count[i, j])
                yield SeriesRow(
                    measure=self.measure.id,
                    version=self.measure.version,
                    area_kind=area.kind,
                    area_code=area.code,
                    area_name=area.name,
                    period=period.label,
                    value=_number(self.value[i, j]),
                    lower=_number(self.lower[i, j]),
                    upper=_number(self.upper[i, j]),
                    count=None if count is None else round(count),
                    base=_number(self.base[i, j]),
                    status=str(self.status[i, j]),
                    expected=_cell(self.expected, i, j),
                    expected_lower=_cell(self.expected_lower, i, j),
                    expected_upper=_cell(self.expected_upper, i, j),
                    marks="; ".join(mark.words for mark in self.marks if _is_in(mark, period)),
                )


def _cell(matrix: FloatMatrix | None, i: int, j: int) -> float | None:
    return None if matrix is None else _number(matrix[i, j])


def _is_in(mark: Mark, period: Period) -> bool:
    return mark.first <= period.last and (mark.last or mark.first) >= period.first


def _number(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
