"""Lines over time: what they show in words and numbers, whichever way they are drawn."""

import numpy as np

from wardmote.assessment.drawings import Lines
from wardmote.assessment.wording import in_words, listing, span, unit_in_words
from wardmote.measures.series import Mark
from wardmote.reports.charts.chart import Sketch
from wardmote.reports.charts.lines_in_one_frame import MOST_TOGETHER, lines_in_one_frame
from wardmote.reports.charts.lines_in_panels import lines_in_panels
from wardmote.reports.charts.marks import HEADING, marks_within, sentences_of, words_in
from wardmote.reports.charts.svg import to_svg
from wardmote.reports.charts.trace import Trace, traces_of

_GAP_NOTE = "A break in a line is a period without complete data. It does not mean zero."
_ROLLING_NOTE = "Each point counts a whole year, so neighbouring points share months: they show the direction only."
_SCALE_NOTE = "Each frame has its own scale, starting at zero: compare directions, not heights."


def sketch_lines(drawing: Lines) -> Sketch:
    """Draw the lines. More than four cannot share a frame, because nobody could tell them apart.

    Raises ValueError for more than four lines in one frame, and for none at all.
    """
    traces = traces_of(drawing)
    if not traces or (len(traces) > MOST_TOGETHER and not drawing.is_in_panels):
        raise ValueError(f"a frame holds 1 to {MOST_TOGETHER} lines, not {len(traces)}")
    marks = marks_within(drawing.series)
    said = (*(trace.sentence for trace in traces), *sentences_of(marks))
    alt_text = f"Line chart of {_unit(drawing)}. {' '.join(said)}"
    in_panels = lines_in_panels(traces, marks, is_same_scale=drawing.is_same_scale) if drawing.is_in_panels else None
    chart = in_panels or lines_in_one_frame(traces, marks)
    return Sketch(
        svg=to_svg(chart, alt=alt_text),
        alt=alt_text,
        unit=_unit(drawing),
        period=span(drawing.series[0].periods),
        header=("Period", *(trace.name for trace in traces), *((HEADING,) if marks else ())),
        rows=tuple(_row(traces, column, marks) for column in range(len(traces[0].periods))),
        notes=_notes(drawing, has_gap=any(np.isnan(trace.values).any() for trace in traces)),
    )


def _row(traces: list[Trace], column: int, marks: tuple[Mark, ...]) -> tuple[str, ...]:
    period = traces[0].periods[column]
    changed = (words_in(column, traces[0].periods, marks) or "nothing",) if marks else ()
    return (in_words(period), *(trace.cell(column) for trace in traces), *changed)


def _is_rolling(drawing: Lines) -> bool:
    return drawing.series[0].periods[0].kind == "rolling-12"


def _unit(drawing: Lines) -> str:
    words = listing(dict.fromkeys(unit_in_words(series) for series in drawing.series))
    return f"{words} in the 12 months to the end of each quarter" if _is_rolling(drawing) else words


def _notes(drawing: Lines, *, has_gap: bool) -> tuple[str, ...]:
    has_own_scales = drawing.is_in_panels and not drawing.is_same_scale
    chosen = ((_ROLLING_NOTE, _is_rolling(drawing)), (_SCALE_NOTE, has_own_scales), (_GAP_NOTE, has_gap))
    told = tuple(note for note, applies in chosen if applies)
    notes = dict.fromkeys(note for series in drawing.series for note in series.notes)
    return (*told, *sentences_of(marks_within(drawing.series)), *notes)
