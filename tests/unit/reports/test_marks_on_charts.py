"""What changed, and what is provisional, on every chart: in the picture, in its words and in the table behind it."""

import re
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from unit.reports.made_up import control, lines, months, rolling_quarters, series

from wardmote.assessment.drawings import Lines
from wardmote.measures.series import Mark, Period
from wardmote.reports.charts import draw_chart
from wardmote.reports.charts.marks import bands_at, lines_at, words_in
from wardmote.reports.charts.timeline import month_number

CHANGED = Mark("break", date(2023, 4, 1), None, "recording changed (new counting rules)")
SHUT = Mark("interruption", date(2023, 10, 1), date(2023, 12, 1), "set aside (much was shut)")
WORDS = (
    "Line at Apr 2023: recording changed (new counting rules).",
    "Tinted, Oct 2023 to Dec 2023: set aside (much was shut).",
)


def marked(drawing, *marks):
    return replace(drawing, series=tuple(replace(one, marks=marks) for one in drawing.series))


def chart(drawing):
    return draw_chart(drawing, title="A title", source="a source")


@pytest.mark.parametrize("drawing", [control(), lines(), lines(is_in_panels=True)], ids=["control", "lines", "panels"])
def test_what_changed_is_drawn_and_said_in_the_notes_the_alternative_and_the_table(drawing):
    plain, drawn = chart(drawing), chart(marked(drawing, SHUT, CHANGED))
    for sentence in WORDS:
        assert sentence in drawn.alt
        assert sentence in drawn.notes
        assert sentence not in plain.alt
    assert drawn.header == (*plain.header, "What changed")
    cells = [row[-1] for row in drawn.rows]
    assert any("recording changed" in cell for cell in cells)
    assert "#f6e3d3" in drawn.svg
    assert "#f6e3d3" not in plain.svg


@pytest.mark.parametrize("drawing", [control(), lines()], ids=["control", "lines"])
def test_a_line_has_its_month_in_the_picture_and_its_reason_below_it_once(drawing):
    drawn = chart(marked(drawing, CHANGED))
    assert ">Apr 2023<" in drawn.svg
    assert "recording changed" not in "".join(re.findall(r"<text.*?</text>", drawn.svg, re.DOTALL))
    assert drawn.notes.count(WORDS[0]) == 1


def test_a_change_before_or_at_the_first_month_is_not_drawn():
    drawn = chart(
        marked(
            control(),
            replace(CHANGED, first=date(2022, 4, 1)),
            replace(SHUT, first=date(2022, 1, 1), last=date(2022, 3, 1)),
        )
    )
    assert drawn.header[-1] == "Signal"
    assert "Line at" not in drawn.alt


def test_lines_stand_just_before_the_first_period_with_the_change():
    run = months(24)
    assert lines_at([CHANGED], run) == [month_number(date(2023, 4, 1)) - 0.5]
    quarters = tuple(Period("quarter", run[i].first, run[i + 2].last, "q") for i in range(0, 24, 3))
    assert lines_at([CHANGED], quarters) == [month_number(date(2023, 6, 1)) - 1.5]
    assert lines_at([replace(CHANGED, first=date(2023, 5, 1))], quarters) == [month_number(date(2023, 6, 1)) - 1.5]
    assert lines_at([SHUT], run) == []


def test_bands_cover_the_months_and_only_the_rolling_years_that_end_in_them():
    run = months(24)
    first, last = month_number(date(2023, 10, 1)), month_number(date(2023, 12, 1))
    assert bands_at([SHUT, CHANGED], run) == [{"x": first - 0.5, "x2": last + 0.5}]
    rolling = rolling_quarters(6, first=date(2022, 1, 1))
    assert [period.last for period in rolling][:2] == [date(2022, 12, 1), date(2023, 3, 1)]
    assert bands_at([SHUT], rolling) == [{"x": last - 1.5, "x2": last + 1.5}]
    assert [bool(words_in(j, rolling, [SHUT])) for j in range(6)] == [False, False, False, False, True, False]
    assert [bool(words_in(j, rolling, [CHANGED])) for j in range(6)] == [False, False, True, False, False, False]


def provisional(values, *, waiting):
    drawn = series(values, periods=months(len(values)))
    status = drawn.status.copy().astype("<U11")
    status[0, waiting] = "provisional"
    return replace(drawn, status=status, notes=("The newest months are provisional.",))


def test_provisional_values_of_a_line_are_hollow_and_named():
    settled, waiting = (
        chart(Lines(series=(provisional([10.0, 12, 11, 13, 9, 5], waiting=places),), named_by="area"))
        for places in ([], [4, 5])
    )
    assert "provisional" not in settled.svg
    assert waiting.svg.count(">provisional<") == 2
    assert "5 in Sep 2022, which is provisional" in waiting.alt
    assert waiting.rows[-1][-1] == "5 (provisional)"
    assert waiting.rows[0][-1] == "10"
    assert "The newest months are provisional." in waiting.notes


def test_months_that_are_not_judged_are_rings_on_a_control_chart():
    plain = control()
    size = plain.chart.values.size
    chart_values = plain.chart.values.copy()
    unjudged = np.full(size, np.nan)
    unjudged[[5, size - 1]] = chart_values[[5, size - 1]]
    chart_values[[5, size - 1]] = np.nan
    (one,) = plain.series
    status = one.status.astype("<U11")
    status[0, size - 1] = "provisional"
    drawn = chart(
        replace(
            plain,
            series=(replace(one, status=status),),
            chart=replace(plain.chart, values=chart_values),
            unjudged=unjudged,
        )
    )
    assert drawn.rows[5][-1] == "not judged: set aside"
    assert drawn.rows[-1][-1] == "not judged: provisional"
    assert drawn.rows[6][-1] == "none"
    assert "Pale rings are months that are not judged: set aside and provisional." in drawn.alt
    assert "no data" not in drawn.svg
    assert "provisional" in drawn.svg
