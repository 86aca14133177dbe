"""Months along the bottom of a chart, and the breaks where there is nothing to draw."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from wardmote.assessment.drawings import FloatVector
from wardmote.assessment.wording import month
from wardmote.reports.charts.theme import NO_DATA, QUIET, SMALL_TEXT

if TYPE_CHECKING:
    import altair

Point = dict[str, float | int | str]


def month_number(day: date) -> int:
    """Months since year 0: whole numbers keep charts out of the way of time zones."""
    return day.year * 12 + day.month - 1


def unbroken(values: FloatVector, months: Sequence[int], **same: str) -> list[Point]:
    """The points that have a value, each with the number of its unbroken `run`: a line must not cross a gap."""
    points: list[Point] = []
    run = 0
    for x, value in zip(months, values, strict=True):
        if np.isnan(value):
            run += 1
        else:
            points.append({"x": x, "y": float(value), "run": f"{run}", **same})
    return points


def gaps(values: FloatVector, months: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and last month of each stretch without a value."""
    start: int | None = None
    previous = 0
    for x, value in zip(months, values, strict=True):
        if np.isnan(value) and start is None:
            start = x
        if not np.isnan(value) and start is not None:
            yield start, previous
            start = None
        previous = x
    if start is not None:
        yield start, previous


def gap_bands(stretches: Sequence[tuple[int, int]], *, step: int, top: float) -> "list[altair.Chart]":
    """Grey bands, each saying that there is no data, behind the lines."""
    import altair as alt

    if not stretches:
        return []
    half = step / 2
    values = [{"x": first - half, "x2": last + half, "mid": (first + last) / 2} for first, last in stretches]
    data = alt.InlineData(values=values)
    band = alt.Chart(data).mark_rect(color=NO_DATA).encode(x="x:Q", x2="x2:Q")
    words = alt.Chart(data).mark_text(text=["no", "data"], color=QUIET, fontSize=SMALL_TEXT, baseline="top")
    return [band, words.encode(x="mid:Q", y=alt.datum(top))]


def month_axis(months: Sequence[int], *, ticks: Sequence[int]) -> "altair.X":
    """An axis that names `ticks` as `Mar` over `2021`."""
    import altair as alt

    names = {str(x): month(date(x // 12, x % 12 + 1, 1)).split(" ") for x in ticks}
    axis = alt.Axis(title=None, grid=False, values=list(ticks), labelExpr=f"{json.dumps(names)}[datum.value]")
    return alt.X("x:Q", scale=alt.Scale(domain=[min(months), max(months)], nice=False, zero=False), axis=axis)


def yearly_ticks(months: Sequence[int], *, most: int) -> list[int]:
    """The months a year apart that end with the newest one, thinned to at most `most`."""
    last = max(months)
    years = range(0, last - min(months) + 1, 12)
    step = -(-len(years) // most)
    return sorted(last - 12 * k for k in range(0, len(years), step))
