"""What a figure shows, before anybody has drawn it: the series and the few choices that a chart needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from wardmote.measures.series import Series
from wardmote.measures.standing import Standing
from wardmote.statistics.control import ControlChart
from wardmote.statistics.inequality import Inequality

NamedBy = Literal["measure", "area"]
FloatVector = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Lines:
    """One line for each area of each series, over time: all in one frame, or each in a small frame of its own.

    `is_same_scale` gives small frames one common scale, so that their heights may be compared.
    """

    series: tuple[Series, ...]
    named_by: NamedBy
    is_in_panels: bool = False
    is_same_scale: bool = True


@dataclass(frozen=True)
class Ranked:
    """One bar for each area of each series in its only period, longest first, with its 95% interval.

    `reference` is a value to compare with (such as the whole partnership), named by `reference_label`.
    """

    series: tuple[Series, ...]
    named_by: NamedBy
    reference: float | None = None
    reference_label: str = ""


@dataclass(frozen=True)
class Control:
    """Months of one measure in one area against their usual range.

    `chart` has a point for each period of the series. `is_adjusted` says that its values have their season taken out,
    so that they are not the counts of the series. `unjudged` holds the values (NaN elsewhere) of months that are seen and
    not judged, because they are provisional or set aside: the chart has no value there.
    """

    series: tuple[Series]
    chart: ControlChart
    is_adjusted: bool = False
    unjudged: FloatVector | None = None

    @property
    def shown(self) -> FloatVector:
        """The values that are seen, whether they are judged or not."""
        values = self.chart.values
        return values if self.unjudged is None else np.where(np.isnan(values), self.unjudged, values)

    def why_unjudged(self, column: int) -> str:
        """In a word or two, why a month is seen and not judged; empty for one that is judged or not there."""
        if self.unjudged is None or np.isnan(self.unjudged[column]):
            return ""
        return "provisional" if self.series[0].is_provisional[0, column] else "set aside"


@dataclass(frozen=True)
class Season:
    """The shape of a year, from a series of months for one area.

    `factors` are the twelve calendar months' levels over the average month's, January first (1.2 is 20% above).
    """

    series: tuple[Series]
    factors: FloatVector


@dataclass(frozen=True)
class AreaMap:
    """Areas shaded by how they compare with `reference`, the same measure for the whole partnership.

    `shapes` holds a GeoJSON geometry (WGS84 polygon or multipolygon) for each area code.
    """

    series: tuple[Series]
    reference: float
    shapes: Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class AreaFunnel:
    """Areas by their size and their level, with the limits that chance and the usual spread of areas set to each size.

    The series is that of `standing` as it may be shown.
    """

    series: tuple[Series]
    standing: Standing


@dataclass(frozen=True)
class Gradient:
    """A rate by groups of residents, the most deprived first, with the line that `inequality` fits through them."""

    series: tuple[Series]
    inequality: Inequality


Drawing = Lines | Ranked | Control | Season | AreaMap | AreaFunnel | Gradient
