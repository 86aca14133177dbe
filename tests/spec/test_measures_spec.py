"""What a measure counts, in which period, and what it says where there is nothing to count."""

from datetime import date

import pytest
from spec.street import Row, write_counts, write_month

from wardmote.definitions.catalogue import find_measure
from wardmote.errors import BadInput, NotAvailable
from wardmote.evidence.loading import load_paths
from wardmote.evidence.workspace import Workspace
from wardmote.measures import measure_series

YEAR = {f"{2023 + (3 + i) // 12}-{(3 + i) % 12 + 1:02}": 10 + i for i in range(12)}


@pytest.fixture
def evidence_of(tmp_path):
    """Loads a folder of raw files into a workspace of the invented Exampleton."""

    def load(folder):
        workspace = Workspace.create(tmp_path / "workspace", areas=("Exampleton",))
        report = load_paths(workspace.store, [folder])
        assert not report.has_faults
        return workspace.evidence()

    return load


def values(series):
    """Label, count and status of each period of the first area."""
    return [(row.period, row.count, row.status) for row in series.rows()]


@pytest.mark.parametrize(
    ("measure", "counted"),
    [
        ("all-crime", 3),  # every crime, and not the incidents of anti-social behaviour
        ("anti-social-behaviour", 2),  # incidents alike in every field are separate incidents
        ("burglary", 2),
        ("robbery", 1),
        ("shoplifting", 0),  # the month was loaded, so nothing found is a true zero
        ("serious-violence-proxy", 1),
    ],
)
def test_what_each_measure_counts(evidence_of, tmp_path, measure, counted):
    rows = [Row("Anti-social behaviour")] * 2 + [Row("Burglary")] * 2 + [Row("Robbery")]
    write_month(tmp_path / "raw", "2024-01", rows)
    series = measure_series(evidence_of(tmp_path / "raw"), find_measure(measure))
    assert values(series) == [("2024-01", counted, "ok")]


def test_rows_without_a_place_and_rows_elsewhere_are_not_counted(evidence_of, tmp_path):
    elsewhere = Row(lsoa="E01990009", name="Otherton 001A")
    write_month(tmp_path / "raw", "2024-01", [Row(), Row(lsoa=""), elsewhere])
    series = measure_series(evidence_of(tmp_path / "raw"), find_measure("burglary"))
    assert values(series) == [("2024-01", 1, "ok")]


def test_a_month_that_was_not_loaded_is_a_gap_and_never_zero(evidence_of, tmp_path):
    write_counts(tmp_path / "raw", {"2024-01": 5, "2024-02": 0, "2024-04": 7})
    # A file with a header and no rows says nothing, so its month is missing too.
    series = measure_series(evidence_of(tmp_path / "raw"), find_measure("burglary"))
    assert values(series) == [
        ("2024-01", 5, "ok"),
        ("2024-02", None, "gap"),
        ("2024-03", None, "gap"),
        ("2024-04", 7, "ok"),
    ]


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("quarter", [("2023-24 Q1", 33), ("2023-24 Q2", 42), ("2023-24 Q3", 51), ("2023-24 Q4", 60)]),
        ("year", [("2023-24", 186)]),
        ("rolling-12", [("12 months to 2024-03", 186)]),
    ],
)
def test_periods_are_financial_and_whole(evidence_of, tmp_path, period, expected):
    write_counts(tmp_path / "raw", YEAR)
    series = measure_series(evidence_of(tmp_path / "raw"), find_measure("burglary"), period=period)
    assert [(label, count) for label, count, _ in values(series)] == expected


@pytest.mark.parametrize("period", ["quarter", "year", "rolling-12"])
def test_a_period_with_a_missing_month_is_a_gap(evidence_of, tmp_path, period):
    write_counts(tmp_path / "raw", {month: count for month, count in YEAR.items() if month != "2023-05"})
    series = measure_series(evidence_of(tmp_path / "raw"), find_measure("burglary"), period=period)
    assert values(series)[0][1:] == (None, "gap")


def test_a_range_of_months_takes_both_ends(evidence_of, tmp_path):
    write_counts(tmp_path / "raw", YEAR)
    series = measure_series(
        evidence_of(tmp_path / "raw"), find_measure("burglary"), start=date(2023, 6, 1), end=date(2023, 7, 1)
    )
    assert values(series) == [("2023-06", 12, "ok"), ("2023-07", 13, "ok")]


def test_a_rate_without_residents_has_a_count_and_no_value(evidence_of, tmp_path):
    write_counts(tmp_path / "raw", {"2024-01": 5})
    row = next(measure_series(evidence_of(tmp_path / "raw"), find_measure("burglary"), unit="rate").rows())
    assert (row.count, row.base, row.value, row.status) == (5, None, None, "no base")


def test_a_proportion_is_not_asked_of_a_count(evidence_of, tmp_path):
    write_counts(tmp_path / "raw", {"2024-01": 5})
    with pytest.raises(NotAvailable) as refusal:
        measure_series(evidence_of(tmp_path / "raw"), find_measure("burglary"), unit="proportion")
    assert refusal.value.sentence == "burglary: is a count and not a proportion. Ask for its count or its rate."


def test_a_measure_whose_files_are_not_loaded_says_so(evidence_of, tmp_path):
    write_counts(tmp_path / "raw", {"2024-01": 5})
    with pytest.raises(NotAvailable) as refusal:
        measure_series(evidence_of(tmp_path / "raw"), find_measure("outcome-charged"))
    assert refusal.value.sentence == (
        "outcome-charged: no outcomes are loaded for this area. Load the police files first."
    )


def test_an_area_that_is_not_found_yet_is_said(tmp_path):
    workspace = Workspace.create(tmp_path / "workspace", areas=("Nowhere",))
    load_paths(workspace.store, [write_counts(tmp_path / "raw", {"2024-01": 5})])
    with pytest.raises(NotAvailable) as refusal:
        measure_series(workspace.evidence(), find_measure("burglary"))
    assert refusal.value.sentence == (
        "the partnership's areas are not known yet: Nowhere: waits for a lookup of areas, or for crime files whose LSOA"
        " names have it. See: wardmote status."
    )


def test_an_unknown_measure_names_the_nearest():
    with pytest.raises(BadInput) as refusal:
        find_measure("burglery")
    assert refusal.value.sentence == "the catalogue: there is no measure called burglery. Did you mean burglary?"
