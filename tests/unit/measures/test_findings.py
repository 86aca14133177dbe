"""Findings: their shape, their correction for many looks, and what they say when they cannot tell."""

import math
from datetime import date

import pytest

from wardmote.definitions.catalogue import find_measure
from wardmote.measures.findings import find_findings, findings_across
from wardmote.statistics.multiplicity import adjust_p_values


@pytest.fixture(scope="module")
def by_ward(evidence):
    return find_findings(evidence, find_measure("violence-and-sexual-offences"), by="ward")


def test_every_area_has_a_finding_of_each_kind(by_ward):
    kinds = {kind: [one.area_code for one in by_ward if one.kind == kind] for kind in {one.kind for one in by_ward}}
    assert set(kinds) == {"change", "trend", "control", "season", "benchmark", "funnel"}
    assert len({tuple(codes) for codes in kinds.values()}) == 1


def test_tests_of_a_kind_are_corrected_together(by_ward):
    changes = [one for one in by_ward if one.kind == "change"]
    expected = adjust_p_values([math.nan if one.p is None else one.p for one in changes])
    for one, p_adjusted in zip(changes, expected, strict=True):
        assert one.p_adjusted == pytest.approx(p_adjusted)
        assert one.distinguishable == (p_adjusted < 0.05)
        assert f"{len(changes)} looks together" in one.method


def test_two_years_compared_never_overlap(by_ward):
    change = next(one for one in by_ward if one.kind == "change")
    assert change.periods == "April 2024 to March 2025 against April 2023 to March 2024"


def test_with_one_year_loaded_it_cannot_be_told_and_says_so(evidence):
    found = find_findings(evidence, find_measure("robbery"), end=date(2023, 3, 1))
    change = next(one for one in found if one.kind == "change")
    assert (change.distinguishable, change.p, change.estimate) == (None, None, None)
    assert change.sentence == (
        "Robberies in Exampleshire: it cannot be told whether the last 12 months differ from the 12 before, for only 12"
        " months are loaded."
    )


def test_a_measure_that_passes_alone_but_not_among_many_says_so(evidence):
    measures = [find_measure(name) for name in ("public-order", "burglary", "drugs", "other-theft", "vehicle-crime")]
    for one in findings_across(evidence, measures):
        if one.p is not None and one.p_adjusted is not None and one.kind == "change" and one.p < 0.05 <= one.p_adjusted:
            assert "among so many figures looked at together" in one.sentence


def test_a_proportion_is_compared_in_percentage_points(evidence):
    found = find_findings(evidence, find_measure("outcome-charged"))
    change = next(one for one in found if one.kind == "change")
    assert change.lower < change.estimate < change.upper
    assert abs(change.estimate) < 5
