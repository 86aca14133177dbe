"""What changed on the way of a series: a line where its figures stop being alike, a band over months that are set aside."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from wardmote.assessment.wording import month
from wardmote.measures.periods import add_months
from wardmote.measures.series import Mark, Period, Series
from wardmote.reports.charts import theme
from wardmote.reports.charts.halo import text_with_halo
from wardmote.reports.charts.timeline import month_number

if TYPE_CHECKING:
    import altair

HEADING = "What changed"
PROVISIONAL = "provisional"


def marks_within(series: Sequence[Series]) -> tuple[Mark, ...]:
    """The marks of some series that fall into the months drawn, each once, oldest first."""
    found = dict.fromkeys(mark for one in series for mark in one.marks if one.periods and _is_drawn(mark, one.periods))
    return tuple(sorted(found, key=lambda mark: (mark.first, mark.words)))


def sentences_of(marks: Sequence[Mark]) -> tuple[str, ...]:
    """Each mark in a sentence, for the notes below a chart and for those who cannot see it."""
    return tuple(f"{_where(mark)}: {mark.words}." for mark in marks)


def words_in(column: int, periods: Sequence[Period], marks: Sequence[Mark]) -> str:
    """What changed in a period, for the table behind a chart."""
    return "; ".join(mark.words for mark in marks if column in _columns(mark, periods))


def mark_layers(marks: Sequence[Mark], periods: Sequence[Period], *, top: float) -> "list[altair.Chart]":
    """Bands first and then lines, each with its month at the top; in the months of the axis."""
    import altair as alt

    bands = bands_at(marks, periods)
    lines = [{"x": x, "name": month(mark.first)} for mark in marks for x in lines_at([mark], periods)]
    layers: list[altair.Chart] = []
    if bands:
        layers.append(
            alt.Chart(alt.InlineData(values=bands)).mark_rect(color=theme.SET_ASIDE).encode(x="x:Q", x2="x2:Q")
        )
    if lines:
        data = alt.Chart(alt.InlineData(values=lines))
        layers.append(data.mark_rule(color=theme.INK, strokeWidth=2).encode(x="x:Q"))
        for one in lines:
            placed = alt.Chart(alt.InlineData(values=[one])).encode(x="x:Q", y=alt.datum(top))
            layers += text_with_halo(
                placed, text=one["name"], align="left", baseline="top", dx=5, dy=2, fontSize=theme.SMALL_TEXT
            )
    return layers


def _is_drawn(mark: Mark, periods: Sequence[Period]) -> bool:
    columns = _columns(mark, periods)
    return bool(columns) and (mark.kind == "interruption" or columns[0] > 0)


def _where(mark: Mark) -> str:
    if mark.kind == "break":
        return f"Line at {month(mark.first)}"
    last = mark.last or mark.first
    return f"Tinted, {month(mark.first)}" + ("" if last == mark.first else f" to {month(last)}")


def lines_at(marks: Sequence[Mark], periods: Sequence[Period]) -> list[float]:
    """Where the line of each break stands: just before the period that the change came in."""
    columns = [_columns(mark, periods) for mark in marks if mark.kind == "break"]
    return [month_number(periods[found[0]].last) - _step(periods) / 2 for found in columns if found and found[0] > 0]


def bands_at(marks: Sequence[Mark], periods: Sequence[Period]) -> list[dict[str, float]]:
    """The span of each interruption, within the axis."""
    half, ends = _step(periods) / 2, (month_number(periods[0].last), month_number(periods[-1].last))
    columns = [_columns(mark, periods) for mark in marks if mark.kind == "interruption"]
    spans = [
        (month_number(periods[found[0]].last), month_number(periods[found[-1]].last)) for found in columns if found
    ]
    return [{"x": max(first - half, ends[0]), "x2": min(last + half, ends[1])} for first, last in spans]


def _columns(mark: Mark, periods: Sequence[Period]) -> list[int]:
    """The periods that hold the months of a mark among those which no earlier period holds.

    A rolling year holds a month for a year, and is meant only when it is new in it.
    """
    step, last = _step(periods), mark.last or mark.first
    return [
        j for j, period in enumerate(periods) if add_months(period.last, 1 - step) <= last and period.last >= mark.first
    ]


def _step(periods: Sequence[Period]) -> int:
    ends = [month_number(period.last) for period in periods]
    return min((later - earlier for earlier, later in pairwise(ends)), default=1)
