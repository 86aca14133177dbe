"""A change of recording: tests are not made across it, charts start afresh, and what it touches in part is warned of."""

from datetime import date

import pytest

from wardmote.definitions.catalogue import find_measure
from wardmote.evidence.loading import load_paths
from wardmote.evidence.workspace import Workspace
from wardmote.measures.breaks import breaks_in
from wardmote.measures.findings import find_findings


@pytest.fixture(scope="module")
def public_order(evidence):
    """The findings of the measure whose recording changed, by kind."""
    return {one.kind: one for one in find_findings(evidence, find_measure("public-order"))}


def test_two_years_are_not_compared_across_a_break(public_order):
    change = public_order["change"]
    assert (change.distinguishable, change.p, change.estimate) == (None, None, None)
    assert change.sentence == (
        "Public order offences in Exampleshire: it cannot be told whether the last 12 months differ from the 12 before,"
        " for the records of the two periods are not alike: the recording changed in October 2023 (some offences are"
        " recorded under their principal crime only)."
    )


def test_a_trend_is_taken_since_the_break_or_not_at_all(public_order):
    trend = public_order["trend"]
    assert (trend.distinguishable, trend.periods) == (None, "October 2023 to March 2025")
    assert "only 18 months have a figure, and 24 are needed since the recording changed" in trend.sentence


def test_the_rest_of_the_force_broke_too_and_can_be_compared(public_order):
    assert public_order["benchmark"].p is not None


def test_a_break_before_the_two_years_is_a_caveat_and_no_more(evidence):
    found = find_findings(evidence, find_measure("public-order"), end=date(2024, 9, 1))
    change = next(one for one in found if one.kind == "change")
    assert change.distinguishable is None
    assert any("recording changed in October 2023" in caveat for caveat in change.caveats)


@pytest.mark.parametrize(("measure", "touches"), [("all-crime", [False]), ("public-order", [True]), ("robbery", [])])
def test_what_a_break_touches(evidence, measure, touches):
    found = breaks_in(evidence, find_measure(measure), first=date(2022, 4, 1), last=date(2025, 3, 1))
    assert [one.is_of_all for one in found] == touches


def test_a_part_that_broke_is_warned_of_in_the_whole(evidence):
    change = next(one for one in find_findings(evidence, find_measure("all-crime")) if one.kind == "change")
    assert change.distinguishable is not None
    assert any(caveat.startswith("Mind that the recording changed in October 2023") for caveat in change.caveats)


def test_a_row_of_the_register_that_is_wrong_is_set_aside_with_its_reason(tmp_path):
    register = tmp_path / "breaks.csv"
    register.write_text(
        "first_month,category,kind,description\n2023-10,Drugs,recording,New form\n2023,Drugs,recording,New form\n"
        "2023-11,Drugs,whim,New form\n",
        encoding="utf-8",
    )
    workspace = Workspace.create(tmp_path / "workspace", areas=("Exampleton",))
    (load,) = load_paths(workspace.store, [register]).loads
    assert (load.read, load.kept, load.quarantined) == (3, 1, 2)
    reasons = workspace.evidence().snapshot.rows("SELECT row, reason FROM quarantine ORDER BY row")
    assert reasons == [
        (2, "the first month is not written like 2025-01"),
        (3, "the kind is not one of recording, definition, boundary, system, lockdown"),
    ]
