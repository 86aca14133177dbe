"""A measure over areas and periods, held as matrices: one row an area, one column a period."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
import numpy.typing as npt

from wardmote.definitions.measure import Measure

AreaKind = Literal["partnership", "section", "ward", "lsoa", "lad", "force"]
PeriodKind = Literal["month", "quarter", "year", "rolling-12"]
SeriesUnit = Literal["count", "per 1,000 residents", "%", "£"]
Status = Literal["ok", "gap", "no base", "suppressed"]
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


@dataclass(frozen=True)
class Series:
    """One measure, `len(areas)` by `len(periods)`.

    `count` is the numerator and `base` the denominator (rows for a proportion, residents for a rate, NaN for a plain
    count). `value` with its 95% interval `lower` to `upper` is in `unit`. Where `status` is not `ok`, `value` is NaN:
    a missing month is a gap and never zero. `load` is the number of the newest load the figures stand on.
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
                )


def _number(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
