"""Exampleshire through the whole of the product: what is loaded and counted is what was planted."""

import pytest

from wardmote.definitions.catalogue import find_measure
from wardmote.evidence.loading import load_paths
from wardmote.evidence.workspace import Workspace
from wardmote.measures.findings.finding_all import findings_across
from wardmote.measures.measuring import measure_series
from wardmote.synthetic.offences import CRIME_TYPES, measure_id

NOT_EVIDENCE = {"sections.csv", "truths.json"}


@pytest.fixture(scope="module")
def workspace(exampleshire, tmp_path_factory):
    folder = tmp_path_factory.mktemp("workspace")
    return Workspace.create(folder, areas=("Exampleshire",), sections=exampleshire / "sections.csv")


@pytest.fixture(scope="module")
def report(workspace, exampleshire):
    return load_paths(workspace.store, [exampleshire])


def test_every_file_of_evidence_is_recognised_and_only_copies_are_set_aside(report, truths):
    assert {one.name for one in report.not_loaded} == NOT_EVIDENCE
    assert not report.has_faults
    assert sum(load.quarantined for load in report.loads) == truths.copies


@pytest.mark.parametrize("crime_type", CRIME_TYPES)
def test_each_count_of_each_section_and_month_is_the_true_one(report, workspace, truths, crime_type):
    series = measure_series(workspace.evidence(), find_measure(measure_id(crime_type)), by="section", period="month")
    counted = {area.name: tuple(map(int, count)) for area, count in zip(series.areas, series.count, strict=True)}
    assert counted == {section: truths.monthly(crime_type, section=section) for section in truths.sections}


@pytest.mark.parametrize("area_kind", ["partnership", "section"])
def test_the_findings_of_change_hold_what_was_planted_and_no_false_alarm(report, workspace, truths, area_kind):
    measures = [find_measure(measure_id(crime_type)) for crime_type in CRIME_TYPES]
    found = {
        (finding.measure, finding.area_name, (finding.estimate or 1) > 1)
        for finding in findings_across(workspace.evidence(), measures, by=area_kind)
        if finding.kind == "change" and finding.distinguishable
    }
    planted = [change for change in truths.changes if change.area_kind == area_kind]
    assert {(change.measure, change.area_name, change.ratio > 1) for change in planted} <= found
    # A change of the whole partnership is real in each section too; a change where nothing changed is not.
    unchanged = {measure_id(crime_type) for crime_type in truths.unchanged}
    assert {measure for measure, _, _ in found} & unchanged == set()
