"""Exampleshire through the whole of the product: what is loaded and counted is what was planted."""

import pytest

from wardmote.definitions.catalogue import find_measure
from wardmote.evidence.loading import load_paths
from wardmote.evidence.workspace import Workspace
from wardmote.measures.measuring import measure_series
from wardmote.synthetic.offences import CRIME_TYPES, measure_id

NOT_EVIDENCE = {"sections.csv", "series_breaks.csv", "truths.json"}


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
