"""Priority places drawn as outlines: what lies in them, what does not, and what nobody can say."""

import json

import numpy as np
import pytest
import shapely
from dock_files import CARD, csv_text, incident, load, workspace
from hypothesis import given, settings
from hypothesis import strategies as st
from ray_casting import lies_in

from wardmote.definitions.catalogue import read_definition
from wardmote.definitions.measure import Filter, Measure
from wardmote.errors import NotAvailable
from wardmote.evidence.loading import load_paths
from wardmote.evidence.priority_tables import lying, points_within
from wardmote.measures import measure_series
from wardmote.measures.exchange import to_csv, to_json
from wardmote.measures.findings import find_findings
from wardmote.reports.kpi.building import build_kpi_report

MEASURE = """
title: Anti-social behaviour where it is patrolled for
short_title: ASB in patrol areas
noun: incidents in patrol areas
counts: incidents
version: 1
calculation: count
numerator:
  table: events
  where: {source: [SOURCE]}
  within: patrol-areas
direction: down
why: It shows whether patrols are followed by less.
source: the partner's own extract
release: suppressed
"""
SQUARE = [[-1.9, 50.70], [-1.88, 50.70], [-1.88, 50.72], [-1.9, 50.72], [-1.9, 50.70]]
HOLE = [[-1.895, 50.705], [-1.885, 50.705], [-1.885, 50.715], [-1.895, 50.715], [-1.895, 50.705]]
LEFT_OUT = (
    "Of {} records it is not known whether they lie in the outlines of these places: they give no point, and their LSOA"
    " lies only in part inside, or is not known. None of them is counted."
)
coordinates = st.integers(-4, 4)


def measure(source):
    return read_definition(Measure, MEASURE.replace("SOURCE", source), name="asb-in-patrol-areas.yaml")


def feature(*rings, year="2023-24", **properties):
    given = {"set": "patrol-areas", "name": "Station", "year": year, **properties}
    return {"type": "Feature", "properties": given, "geometry": {"type": "Polygon", "coordinates": rings}}


def outlines(at, *features, **members):
    """Load features as a file."""
    path = at.folder.parent / "areas.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", **members, "features": features}), encoding="utf-8")
    return load_paths(at.store, [path])


@st.composite
def polygons(draw):
    """A valid polygon on whole numbers, with a hole where one can be cut, so that edges and corners are met often."""
    corners = draw(st.lists(st.tuples(coordinates, coordinates), min_size=3, max_size=7, unique=True))
    ring = shapely.Polygon(corners)
    if not ring.is_valid or ring.area == 0:
        ring = shapely.MultiPoint(corners).convex_hull
    hole = shapely.Polygon(draw(st.lists(st.tuples(coordinates, coordinates), min_size=3, max_size=3, unique=True)))
    is_hole = hole.is_valid and hole.area and ring.geom_type == "Polygon" and ring.contains_properly(hole)
    return shapely.Polygon(ring.exterior, [hole.exterior]) if is_hole else ring


@settings(max_examples=1000, deadline=None)
@given(st.lists(polygons(), min_size=1, max_size=3))
def test_points_lie_where_a_plain_ray_says(shapes):
    shapes = [shape for shape in shapes if shape.geom_type == "Polygon"]
    # Halves, because a ray may pass through corners and run along edges.
    x, y = (half.ravel() / 2 for half in np.meshgrid(np.arange(-9, 10), np.arange(-9, 10)))
    found = points_within(np.array(shapes, dtype=object), longitude=x, latitude=y)
    rings = [[list(ring.coords) for ring in (shape.exterior, *shape.interiors)] for shape in shapes]
    assert found.tolist() == [any(lies_in(one, *at) for one in rings) for at in zip(x, y, strict=True)]


def test_a_boundary_is_inside_across_apart_or_not_known():
    area = np.array([shapely.box(0, 0, 2, 2), shapely.box(2, 0, 4, 2)], dtype=object)
    boundaries = [shapely.box(1, 0, 3, 1), shapely.box(3, 1, 5, 2), shapely.box(4, 0, 6, 2), None]
    is_inside, is_across = lying(np.array(boundaries, dtype=object), area)
    assert is_inside.tolist() == [True, False, False, False]
    assert is_across.tolist() == [False, True, False, True]


def test_the_planted_incidents_in_patrol_areas_are_counted_exactly(partners):
    evidence, truths = partners
    series = measure_series(evidence, measure("police-asb"), period="year")
    planted = truths.figure("asb-in-patrol-areas").years
    assert [int(one) for one in series.count[0]] == [year.count for year in planted]
    assert min(year.count for year in planted) > 50
    assert series.notes == ()


@pytest.fixture
def at(tmp_path):
    """A workspace whose LSOAs lie inside, across and apart from the square; one has no boundary."""
    made = workspace(tmp_path, ("watch", CARD))
    codes = [f"E0100000{number}" for number in range(1, 5)]
    rows = [
        {"LSOA21CD": code, "LSOA21NM": f"Smallshire {code}", "LAD24CD": "E06000001", "LAD24NM": "Smallshire"}
        for code in codes
    ]
    boxes = ((-1.9, 50.7, -1.896, 50.72), (-1.886, 50.7, -1.87, 50.72), (-1.8, 50.7, -1.7, 50.72))
    shapes = [
        {"type": "Feature", "properties": {"LSOA21CD": code, "LSOA21NM": code}, "geometry": shapely.box(*box).__geo_interface__}
        for code, box in zip(codes, boxes, strict=False)
    ]  # fmt: skip
    (tmp_path / "lookup.csv").write_text(csv_text(rows), encoding="utf-8")
    boundaries = json.dumps({"type": "FeatureCollection", "features": shapes})
    (tmp_path / "boundaries.geojson").write_text(boundaries, encoding="utf-8")
    load_paths(made.store, [tmp_path / "lookup.csv", tmp_path / "boundaries.geojson"])
    return made


def counted(at, *events):
    """Counts by month, and what is said beside them."""
    load(at, csv_text([incident(number, **event) for number, event in enumerate(events, start=1)]))
    series = measure_series(at.evidence(), measure("watch"))
    return dict(zip((period.label for period in series.periods), series.count[0], strict=True)), series.notes


def test_a_record_is_counted_by_its_point_and_the_outlines_of_its_own_year(at):
    outlines(at, feature(SQUARE, HOLE), feature(SQUARE, year="2024-25"))
    in_hole = {"Longitude": -1.886, "Latitude": 50.71}
    counts, notes = counted(
        at,
        {"Longitude": -1.899, "Latitude": 50.701},
        in_hole,
        {"Recorded": "05/04/2024", **in_hole},
        {"Recorded": "05/04/2024", "Longitude": -1.87, "Latitude": 50.71},
    )
    assert (counts["2024-03"], counts["2024-04"]) == (1, 1)
    assert notes == ()


INSIDE = {"Longitude": -1.899, "Latitude": 50.701}
NOT_NAMED = "nobody has said which the patrol areas were. Load their list or their outlines for each year."


def test_a_year_for_which_nobody_said_which_places_they_are_is_a_gap_and_no_zero(at):
    outlines(at, feature(SQUARE), feature(SQUARE, year="2025-26"))
    counts, notes = counted(at, INSIDE, {"Recorded": "05/04/2024", **INSIDE}, {"Recorded": "05/04/2025", **INSIDE})
    assert (counts["2024-03"], counts["2025-04"]) == (1, 1)
    assert all(np.isnan(counts[month]) for month in ("2024-04", "2025-03"))
    assert notes == (f"Not available for 2024-25: {NOT_NAMED}",)


def test_years_before_and_after_those_that_are_named_are_gaps_in_every_form(at):
    outlines(at, feature(SQUARE, year="2024-25"))
    counts, notes = counted(at, INSIDE, {"Recorded": "05/04/2024", **INSIDE}, {"Recorded": "05/04/2025", **INSIDE})
    assert [month for month, count in counts.items() if np.isnan(count)] == ["2024-03", "2025-04"]
    why = f"Not available for 2023-24 and 2025-26: {NOT_NAMED}"
    assert notes == (why,)
    series = measure_series(at.evidence(), measure("watch"))
    rows = to_csv([series]).splitlines()
    assert rows[1].split(",")[-1] == rows[-1].split(",")[-1] == "gap"
    assert json.loads(to_json(series, []))["notes"] == [why]
    findings = find_findings(at.evidence(), measure("watch"))
    assert findings
    assert all(why in one.caveats for one in findings)
    change = next(one for one in findings if one.kind == "change")
    assert (change.estimate, change.distinguishable) == (None, None)


def test_a_quarter_of_which_nobody_named_the_places_is_not_reported_and_it_is_said_why(at):
    outlines(at, feature(SQUARE, year="2022-23"))
    anywhere = measure("watch").model_copy(
        update={"id": "anywhere", "numerator": Filter(table="events", where={"source": ("watch",)})}
    )
    load(at, csv_text([incident(1, Recorded="05/12/2022", **INSIDE)] + [
        incident(n, Recorded=f"05/{n:02}/2024", **INSIDE) for n in range(4, 10)
    ]))  # fmt: skip
    report = build_kpi_report(at.evidence(), quarter="2024-25 Q2", measures=[measure("watch"), anywhere])
    assert [one.measure.id for one in report.entries] == ["anywhere"]
    assert [one.reason for one in report.without_evidence] == [f"Not available for 2024-25: {NOT_NAMED.rstrip('.')}"]


def test_a_measure_of_places_that_nobody_named_says_what_to_load(at):
    with pytest.raises(NotAvailable, match="not said which LSOAs or outlines the patrol-areas are"):
        counted(at, {"Longitude": -1.899, "Latitude": 50.701})


def test_a_record_with_only_an_lsoa_is_counted_where_all_of_it_lies_inside(at):
    outlines(at, feature(SQUARE, HOLE))
    inside, across, apart, unknown = ({"LSOA": f"E0100000{number}"} for number in range(1, 5))
    counts, notes = counted(at, inside, inside, *[across] * 3, *[apart] * 4, *[unknown] * 2, {})
    assert counts == {"2024-03": 2}
    assert notes == (LEFT_OUT.format("6"),)


def test_a_few_that_nobody_can_place_are_not_told_exactly(at):
    outlines(at, feature(SQUARE))
    assert counted(at, {"LSOA": "E01000002"})[1] == (LEFT_OUT.format("fewer than 5"),)


def test_a_list_and_outlines_of_one_set_count_a_record_once(at):
    (at.folder.parent / "list.csv").write_text("Year,Priority Location,LSOA Code\n2023-24,Centre,E01000002\n")
    outlines(at, {**feature(SQUARE), "properties": {"priority_location": "Station", "year": "2023-24"}})
    load_paths(at.store, [at.folder.parent / "list.csv"])
    load(at, csv_text([incident(1, LSOA="E01000002", Longitude=-1.886, Latitude=50.71), incident(2, LSOA="E01000002")]))
    both = read_definition(
        Measure, MEASURE.replace("SOURCE", "watch").replace("patrol-areas", "priority-locations"), name="both.yaml"
    )
    series = measure_series(at.evidence(), both)
    assert (series.count.sum(), series.notes) == (2, ())


def test_a_later_file_takes_the_place_of_the_same_set_and_year(at):
    outlines(at, feature(SQUARE), feature(SQUARE, year="2022-23"))
    report = outlines(at, feature(HOLE))
    assert report.loads[0].superseded == 1
    assert counted(at, {"Longitude": -1.899, "Latitude": 50.701}, {"Longitude": -1.89, "Latitude": 50.71})[0] == {
        "2024-03": 1
    }


@pytest.mark.parametrize(
    ("geometry", "says"),
    [
        ([[[-1.9, 50.7], [-1.8, 50.8], [-1.8, 50.7], [-1.9, 50.8], [-1.9, 50.7]]], "the outline is not one that encloses an area (self-intersection)"),
        ([[[50.7, -1.9], [50.8, -1.9], [50.8, -1.8], [50.7, -1.9]]], "the outline lies outside Great Britain"),
        ([[[408000, 91000], [409000, 91000], [409000, 92000], [408000, 91000]]], "the outline lies outside Great Britain"),
        ([], "is not a polygon"),
        (None, "is not a polygon"),
        ([[["a", "b"]]], "is not a polygon"),
    ],
)  # fmt: skip
def test_what_is_no_outline_is_refused_in_one_sentence(at, geometry, says):
    wrong = {**feature(), "geometry": geometry and {"type": "Polygon", "coordinates": geometry}}
    (refused,) = outlines(at, feature(SQUARE), wrong).not_loaded
    assert refused.is_fault
    assert refused.reason.startswith(f"areas.geojson, feature 2: {says}. ")


@pytest.mark.parametrize(
    ("properties", "says"),
    [
        ({"year": "2024"}, "feature 1: the year is not written like 2024-25"),
        ({"set": "Patrol Areas"}, "feature 1: does not say which place it is, and of which set"),
        ({"name": ""}, "feature 1: does not say which place it is, and of which set"),
    ],
)
def test_an_outline_without_year_or_set_is_refused(at, properties, says):
    (refused,) = outlines(at, feature(SQUARE, **properties)).not_loaded
    assert says in refused.reason


@pytest.mark.parametrize("crs", [{"type": "name", "properties": {"name": "EPSG:3857"}}, "27700", {"properties": None}])
def test_another_grid_is_refused(at, crs):
    (refused,) = outlines(at, feature(SQUARE), crs=crs).not_loaded
    assert "in WGS84 or the British National Grid" in refused.reason
