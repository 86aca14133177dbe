"""The findings of Exampleshire, against what was planted in it."""

import pytest

from wardmote.definitions.catalogue import all_measures, find_measure
from wardmote.measures import measure_series
from wardmote.measures.findings import find_findings, findings_across
from wardmote.synthetic.offences import measure_id


@pytest.fixture(scope="module")
def findings(evidence):
    """What is found across all measures, by kind and measure."""
    return {(one.kind, one.measure): one for one in findings_across(evidence, all_measures())}


def test_each_planted_change_of_the_partnership_is_found_within_its_interval(findings, truths):
    planted = [change for change in truths.changes if change.area_kind == "partnership"]
    assert planted
    for change in planted:
        found = findings["change", change.measure]
        assert found.distinguishable, found.sentence
        assert found.lower <= change.ratio <= found.upper, found.sentence


def test_the_planted_change_of_one_section_is_found_there_and_nowhere_else(evidence, truths):
    (planted,) = (change for change in truths.changes if change.area_kind == "section")
    found = [
        one for one in find_findings(evidence, find_measure(planted.measure), by="section") if one.kind == "change"
    ]
    assert [one.area_name for one in found if one.distinguishable] == [planted.area_name]


def test_nothing_that_did_not_change_is_called_a_change(findings, truths):
    called = [
        crime_type for crime_type in truths.unchanged if findings["change", measure_id(crime_type)].distinguishable
    ]
    assert called == []


def test_the_summer_peak_is_found(findings, truths):
    season = findings["season", measure_id(truths.season.crime_type)]
    assert season.distinguishable
    assert "July" in season.sentence


def test_the_rest_of_the_force_is_told_apart_where_it_differs_and_only_there(findings, truths):
    planted = findings["benchmark", truths.benchmark.measure]
    assert planted.distinguishable
    assert planted.lower <= truths.benchmark.ratio <= planted.upper
    called = [kind for kind in truths.alike if findings["benchmark", measure_id(kind)].distinguishable]
    assert called == []


def test_the_hotspot_has_the_highest_rate_of_all_lsoas(evidence, truths):
    for crime_type in truths.hotspot.crime_types:
        series = measure_series(evidence, find_measure(measure_id(crime_type)), by="lsoa", period="year", unit="rate")
        highest = series.areas[int(series.value[:, -1].argmax())]
        assert highest.code == truths.hotspot.lsoa_code
