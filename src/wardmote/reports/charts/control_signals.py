"""The months that stand out on a control chart, marked by shape and named where there is room."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from wardmote.assessment.drawings import Control
from wardmote.assessment.wording import month
from wardmote.measures.series import Series
from wardmote.reports.charts import theme
from wardmote.reports.charts.halo import text_with_halo
from wardmote.statistics.control import ControlChart

if TYPE_CHECKING:
    import altair

_MOST_NAMES = 4
_LINE_HEIGHT = 17
_NAME_WIDTH = 110


@dataclass(frozen=True)
class Stretch:
    """Signal months next to each other on one side of the average, which share one name on the chart.

    `is_beyond` when they lie beyond the usual range; else they are part of a run that is worth a look.
    """

    columns: tuple[int, ...]
    side: int
    is_beyond: bool

    @property
    def middle(self) -> float:
        return (self.columns[0] + self.columns[-1]) / 2

    def lines(self, series: Series) -> list[str]:
        """Its name on one line or two."""
        first, last = (month(series.periods[self.columns[k]].last) for k in (0, -1))
        return [first] if first == last else [f"{first} to", last]

    def name(self, series: Series) -> str:
        """Such as `Sep 2020 to Mar 2021`."""
        return " ".join(self.lines(series))


def stretches_of(chart: ControlChart) -> list[Stretch]:
    """The signals of a chart, in order of time."""
    found: list[Stretch] = []
    for column, (signals, side) in enumerate(zip(chart.signals, chart.sides, strict=True)):
        if not signals:
            continue
        stretch = Stretch(columns=(column,), side=int(side), is_beyond="beyond limits" in signals)
        last = found[-1] if found else None
        if last and (last.side, last.is_beyond) == (stretch.side, stretch.is_beyond) and last.columns[-1] == column - 1:
            found[-1] = Stretch((*last.columns, column), last.side, last.is_beyond)
        else:
            found.append(stretch)
    return found


def signal_marks(drawing: Control, months: Sequence[int]) -> "list[altair.Chart]":
    """A filled diamond on each month beyond the usual range, a hollow one on each month of a run, and their names."""
    stretches = stretches_of(drawing.chart)
    marks = [
        _diamonds([one for one in stretches if one.is_beyond == is_beyond], drawing, months, is_filled=is_beyond)
        for is_beyond in (False, True)
        if any(one.is_beyond == is_beyond for one in stretches)
    ]
    names = [_named(stretch, drawing, months) for stretch in _worth_naming(stretches, months=len(months))]
    return [*marks, *(mark for pair in names for mark in pair)]


def _diamonds(
    stretches: Sequence[Stretch], drawing: Control, months: Sequence[int], *, is_filled: bool
) -> "altair.Chart":
    import altair as alt

    values = drawing.chart.values
    points = [
        {"x": months[column], "y": float(values[column])}
        for stretch in stretches
        for column in stretch.columns
        if not np.isnan(values[column])
    ]
    data = alt.Chart(alt.InlineData(values=points))
    if is_filled:
        mark = data.mark_point(
            shape="diamond", size=160, fill=theme.DARK_PINK, stroke="white", strokeWidth=1, opacity=1
        )
    else:
        mark = data.mark_point(shape="diamond", size=90, fill="white", stroke=theme.DARK_BLUE, strokeWidth=2, opacity=1)
    placed: alt.Chart = mark.encode(x="x:Q", y="y:Q")
    return placed


def _worth_naming(stretches: Sequence[Stretch], *, months: int) -> list[Stretch]:
    """Those beyond the range first, then the longest, then the newest: as many as have room beside each other."""
    room = months * _NAME_WIDTH / theme.WIDTH
    chosen: list[Stretch] = []
    order = sorted(stretches, key=lambda one: (one.is_beyond, len(one.columns), one.columns[-1]), reverse=True)
    for stretch in order:
        if all(abs(stretch.middle - other.middle) >= room for other in chosen):
            chosen.append(stretch)
    return chosen[:_MOST_NAMES]


def _named(stretch: Stretch, drawing: Control, months: Sequence[int]) -> "list[altair.Chart]":
    import altair as alt

    values = [float(drawing.chart.values[column]) for column in stretch.columns]
    x = (months[stretch.columns[0]] + months[stretch.columns[-1]]) / 2
    share = (x - months[0]) / max(months[-1] - months[0], 1)
    words = stretch.lines(drawing.series[0])
    is_above = stretch.side > 0
    return text_with_halo(
        alt.Chart(alt.InlineData(values=[{"x": x, "y": max(values) if is_above else min(values)}])).encode(
            x="x:Q", y="y:Q"
        ),
        text=words,
        color=theme.DARK_PINK if stretch.is_beyond else theme.DARK_BLUE,
        align="left" if share < 0.15 else "right" if share > 0.85 else "center",
        baseline="bottom" if is_above else "top",
        dy=-10 - _LINE_HEIGHT * (len(words) - 1) if is_above else 10,
        lineHeight=_LINE_HEIGHT,
        fontSize=theme.SMALL_TEXT,
        fontWeight="bold",
    )
