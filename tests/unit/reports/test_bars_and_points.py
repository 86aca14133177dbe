"""Charts of the partnership's own records: money by quarter, and places on a map."""

import re
from xml.etree import ElementTree

import pytest

from wardmote.reports.charts.plane import plane_of
from wardmote.reports.charts.point_map import MapPoint, point_map
from wardmote.reports.charts.stacked_bars import StackedBar, stacked_bars

SQUARE = {"type": "Polygon", "coordinates": [[(0, 50), (0.1, 50), (0.1, 50.1), (0, 50.1), (0, 50)]]}
BARS = (
    StackedBar(("Jan–Mar", "2026"), (200_000.0, 100_000.0), "£300k"),
    StackedBar(("Apr–Jun", "2026"), (0.0, 0.0), "£0"),
)


def bars(given=BARS):
    return stacked_bars(given, parts=("Secured", "Not sure"), alt="Money <by> quarter")


def test_bars_say_their_totals_their_names_and_their_parts():
    svg = bars()

    found = "".join(ElementTree.fromstring(svg).itertext())
    for words in ("£300k", "£0", "Jan–Mar", "2026", "Secured", "Not sure"):
        assert words in found
    assert 'aria-label="Money &lt;by&gt; quarter"' in svg


def test_the_same_bars_are_the_same_picture():
    assert bars() == bars(tuple(BARS))


def test_nothing_to_draw_is_an_error():
    with pytest.raises(ValueError, match="no bar"):
        bars(())
    with pytest.raises(ValueError, match="outlines"):
        point_map({}, [MapPoint(0.05, 50.05, "A")], alt="x")
    with pytest.raises(ValueError, match="1 to 4 groups"):
        point_map({"A": SQUARE}, [MapPoint(0.05, 50.05, f"{n}") for n in range(5)], alt="x")


def test_a_point_lies_within_the_outline_that_it_lies_in():
    plane = plane_of([SQUARE], width=100)
    width, height = plane.size

    x, y = plane.at(0.05, 50.05)

    assert abs(x - width / 2) < 1
    assert abs(y - height / 2) < 1


def test_a_map_names_its_groups_and_draws_every_point():
    points = [MapPoint(0.02, 50.02, "Venues"), MapPoint(0.03, 50.03, "Venues"), MapPoint(0.08, 50.09, "Cameras")]

    svg = point_map({"A": SQUARE}, points, alt="Map")

    assert "Venues" in svg
    assert "Cameras" in svg
    assert len(re.findall(r"<path", svg)) >= len(points) + 1
