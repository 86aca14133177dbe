"""Every kind of chart: one object with a picture, its words, its numbers, its source, unit and period."""

import re
from xml.etree import ElementTree

import numpy as np
import pytest
from unit.reports.made_up import AWKWARD, area_map, control, funnel, gradient, lines, months, ranked, season, series

from wardmote.assessment.drawings import Control, Lines
from wardmote.reports.charts import draw_chart
from wardmote.reports.charts.area_map import CLASSES
from wardmote.reports.charts.lines_in_one_frame import spread
from wardmote.reports.charts.plane import plane_of
from wardmote.reports.charts.theme import WIDTH
from wardmote.statistics.control import control_chart

KINDS = {
    "lines": lines(),
    "panels": lines(names=tuple("ABCDEF"), is_in_panels=True),
    "ranked": ranked(),
    "control": control(),
    "season": season(),
    "map": area_map(),
    "funnel": funnel(),
    "gradient": gradient(),
}


def draw(drawing):
    return draw_chart(drawing, title="It rose", source="An invented source")


def words_of(svg):
    return [element.text for element in ElementTree.fromstring(svg).iter() if element.text and element.text.strip()]


@pytest.fixture(scope="module", params=KINDS)
def chart(request):
    return draw(KINDS[request.param])


def test_a_chart_is_one_image_with_words_for_those_who_cannot_see_it(chart):
    root = ElementTree.fromstring(chart.svg)
    assert (root.get("role"), root.get("aria-label")) == ("img", chart.alt)
    assert len(chart.alt) > 40
    assert not re.search(r'<(?!svg)[^>]* (?:role|aria-[a-z]+)="', chart.svg)


def test_a_chart_has_all_that_a_reader_needs(chart):
    assert (chart.title, chart.source) == ("It rose", "An invented source")
    assert chart.unit
    assert re.fullmatch(r"[A-Z][a-z]{2} \d{4} to [A-Z][a-z]{2} \d{4}", chart.period)


def test_a_chart_has_its_numbers_behind_it(chart):
    assert chart.rows
    assert {len(row) for row in chart.rows} == {len(chart.header)}


def test_a_chart_fits_a_phone_without_tiny_words(chart):
    width = float(ElementTree.fromstring(chart.svg).get("width"))
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)px"', chart.svg)]
    assert width < WIDTH * 1.12
    assert min(sizes) * 350 / width > 9


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_chart_is_the_same_text(kind):
    assert draw(KINDS[kind]).svg == draw(KINDS[kind]).svg


@pytest.mark.parametrize("drawing", [lines(names=(AWKWARD, "South")), ranked((AWKWARD,)), area_map((AWKWARD, "Hill"))])
def test_any_name_is_words_and_never_markup(drawing):
    chart = draw(drawing)
    assert AWKWARD in ElementTree.fromstring(chart.svg).get("aria-label")
    assert "<b>" not in chart.svg


def test_a_gap_is_a_break_and_never_zero():
    whole, broken = draw(lines(names=("North",))), draw(lines(names=("North",), gap=3))
    assert broken.rows[3][1] == "not available"
    assert "does not mean zero" in " ".join(broken.notes)
    assert "with gaps in the data" in broken.alt
    assert "data" in words_of(broken.svg)
    assert "data" not in words_of(whole.svg)
    assert broken.svg.count("M") > whole.svg.count("M")


def test_a_gap_in_one_line_alone_is_a_break_without_a_band():
    drawn = lines(names=("North", "South"))
    drawn.series[0].value[0, 3] = np.nan
    assert "data" not in words_of(draw(drawn).svg)


def test_a_line_without_any_value_is_named_and_said_to_have_none():
    drawn = lines(names=("North", "South"))
    drawn.series[0].value[0] = np.nan
    chart = draw(drawn)
    assert "North: no data." in chart.alt
    assert {"North", "South"} <= set(words_of(chart.svg))


@pytest.mark.parametrize("is_in_panels", [True, False])
def test_a_single_period_is_drawn_as_a_point(is_in_panels):
    one = Lines(series=(series([[5.0]], periods=months(1)),), named_by="area", is_in_panels=is_in_panels)
    assert draw(one).rows == (("April 2022", "5"),)


def test_more_than_four_lines_need_frames_of_their_own():
    with pytest.raises(ValueError, match="1 to 4 lines, not 5"):
        draw(lines(names=tuple("ABCDE")))


def test_lines_are_named_where_they_end_and_differ_in_more_than_colour():
    svg = draw(lines(names=("North", "South"))).svg
    assert {"North", "South"} <= set(words_of(svg))
    assert len(set(re.findall(r'stroke-dasharray="([^"]+)"', svg))) == 2


def test_names_at_the_ends_of_lines_are_moved_apart():
    assert spread([10.0, 11.0, 30.0], sizes=[4.0, 4.0, 4.0]) == [10.0, 14.0, 30.0]


def test_rolling_years_say_that_their_points_share_months():
    assert "share months" in draw(lines()).notes[0]


def test_bars_stand_highest_first_with_their_intervals():
    chart = draw(ranked())
    assert chart.rows[0] == ("Market", "30", "30.0", "27.0 to 33.0")
    assert [row[0] for row in chart.rows] == ["Market", "Hill", "Harbour"]
    assert "Exampleshire 15.0" in words_of(chart.svg)


def test_a_count_is_not_drawn_as_an_estimate():
    assert draw(ranked(unit="count")).notes == ()
    assert "95% interval" in draw(ranked()).notes[0]


def test_a_month_out_of_line_is_marked_and_named():
    values = [50.0, 52.0, 48.0] * 8
    values[15] = 120.0
    chart = draw(control(values=values))
    assert "Jul 2023" in words_of(chart.svg)
    assert chart.rows[15][-1] == "beyond limits"
    assert "Beyond the usual range: Jul 2023." in chart.alt


def test_a_run_inside_the_range_is_worth_a_look_and_is_marked_otherwise():
    values = [50.0, 60.0, 40.0] * 4 + [51.0, 52.0, 53.0] * 4
    chart = draw(control(values=values))
    assert "No month lies beyond the usual range. Runs worth a look:" in chart.alt
    assert "prove nothing" in chart.notes[1]


def test_a_quiet_series_says_that_no_month_stands_out():
    assert draw(control()).alt.endswith("No month lies beyond the usual range.")


def test_a_control_chart_with_a_gap_is_broken_there():
    values = [50.0, 52.0, 48.0] * 8
    values[5] = np.nan
    chart = draw(control(values=values))
    assert chart.rows[5][1] == "not available"
    assert "month without data" in chart.notes[-1]


def test_a_control_chart_and_its_months_are_of_one_length():
    wrong = Control((series([1.0] * 20, periods=months(20)),), control_chart([1.0] * 24, direction="down"))
    with pytest.raises(ValueError, match="24 points and 20 months"):
        draw(wrong)


def test_a_season_says_its_peak_and_its_trough_against_the_average_month():
    chart = draw(season())
    assert "Highest: July, 40% above" in chart.alt
    assert chart.rows[6] == ("July", "40% above", "140", "2")
    assert "+40%" in words_of(chart.svg)


def test_a_map_says_in_words_how_areas_compare():
    chart = draw(area_map())
    assert [row[-1] for row in chart.rows] == [
        "Twice the partnership or more",
        "Higher than the partnership",
        "About the same",
        "Lower than the partnership",
    ]
    assert "Twice the partnership or more" in words_of(chart.svg)


def test_a_map_names_the_areas_that_it_cannot_draw():
    assert "Not drawn, for want of a boundary: Meadow." in draw(area_map()).notes[-1]


def test_classes_of_a_map_get_lighter_step_by_step():
    def light(colour):
        return sum(int(colour[k : k + 2], 16) for k in (1, 3, 5))

    shades = [light(colour) for colour in CLASSES.values()]
    assert shades == sorted(shades)


def test_a_square_on_the_ground_is_a_square_on_the_map():
    north, east = 0.01, 0.01 / np.cos(np.radians(60.005))
    ring = [(0, 60), (east, 60), (east, 60 + north), (0, 60 + north), (0, 60)]
    shape = {"type": "Polygon", "coordinates": [ring]}
    plane = plane_of([shape], width=100)
    flat, (width, height) = {"A": plane.flat(shape)}, plane.size
    assert (width, height) == (100, 100)
    assert flat["A"]["coordinates"][0][0][0] == (0.0, 100.0)


def test_nothing_to_draw_is_an_error_and_not_an_empty_picture():
    with pytest.raises(ValueError, match="0"):
        draw(Lines(series=(), named_by="area"))


def test_a_funnel_names_who_stands_out_and_says_the_rank_of_all():
    chart = draw(funnel())
    assert "Standing out as high: " in chart.alt
    assert AWKWARD[:4] in "".join(words_of(chart.svg))
    first, *others = chart.rows
    assert (first[4], first[5]) == ("1 (1 to 1 of 11)", "Stands out as high")
    assert {row[5] for row in others} == {"Does not stand out"}


def test_a_funnel_of_few_areas_calls_none_out():
    chart = draw(funnel(events=(30, 28, 33, 300)))
    assert {row[5] for row in chart.rows} == {"Cannot tell"}
    assert "With so few areas none is said to stand out." in chart.alt


def test_a_gradient_goes_from_the_most_to_the_least_deprived():
    chart = draw(gradient())
    assert [row[0] for row in chart.rows] == [f"Group {k}" for k in range(5)]
    assert {"Most deprived", "Least deprived", "90.0", "40.0"} <= set(words_of(chart.svg))
    assert any("line" in note for note in chart.notes[2:])
