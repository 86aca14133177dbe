"""One line over time, as it is drawn."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from wardmote.assessment.drawings import FloatVector, Lines
from wardmote.assessment.wording import month, number
from wardmote.measures.series import Period
from wardmote.reports.charts.timeline import month_number


@dataclass(frozen=True)
class Trace:
    """A named line: one value for each period, NaN where there is none, and whether each is provisional."""

    name: str
    periods: tuple[Period, ...]
    values: FloatVector
    unit: str
    is_provisional: npt.NDArray[np.bool_]

    @property
    def settled(self) -> FloatVector:
        """The values that are not provisional."""
        return np.where(self.is_provisional, np.nan, self.values)

    @property
    def waiting(self) -> FloatVector:
        """The provisional values, and the one before the first of them, so that a line leads there."""
        leads = np.append(self.is_provisional[1:], False) | self.is_provisional
        return np.where(leads, self.values, np.nan)

    @property
    def months(self) -> list[int]:
        """The last month of each period."""
        return [month_number(period.last) for period in self.periods]

    @property
    def step(self) -> int:
        """Months from one period to the next (1 where there is only one)."""
        return min((later - earlier for earlier, later in pairwise(self.months)), default=1)

    @property
    def ends(self) -> tuple[int, int]:
        """Columns of the first and the last value (both 0 when there is none)."""
        known = np.flatnonzero(~np.isnan(self.values))
        return (int(known[0]), int(known[-1])) if known.size else (0, 0)

    @property
    def highest(self) -> float:
        """The highest value, or 1 when there is none, so that an axis always has a length."""
        known = self.values[~np.isnan(self.values)]
        return float(known.max()) or 1.0 if known.size else 1.0

    def words(self, column: int) -> str:
        """The value in one period, as it is written."""
        return number(float(self.values[column]), unit=self.unit)

    def cell(self, column: int) -> str:
        """The same for a table, which says of a value that it is provisional."""
        return f"{self.words(column)} (provisional)" if self.is_provisional[column] else self.words(column)

    @property
    def sentence(self) -> str:
        """Where the line starts and ends, and whether it is broken."""
        first, last = self.ends
        if np.isnan(self.values[last]):
            return f"{self.name}: no data."
        start, end = (f"{self.words(k)} in {month(self.periods[k].last)}" for k in (first, last))
        gap = ", with gaps in the data" if np.isnan(self.values[first : last + 1]).any() else ""
        waiting = ", which is provisional" if self.is_provisional[last] else ""
        return f"{self.name}: {start} and {end}{waiting}{gap}."


def traces_of(drawing: Lines) -> list[Trace]:
    """The lines of a drawing, in its order, named by measure or by area."""
    return [
        Trace(
            name=series.measure.short_title if drawing.named_by == "measure" else area.name,
            periods=series.periods,
            values=series.value[i],
            unit=series.unit,
            is_provisional=series.is_provisional[i],
        )
        for series in drawing.series
        for i, area in enumerate(series.areas)
    ]
