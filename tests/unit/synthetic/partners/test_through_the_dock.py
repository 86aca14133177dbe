"""The partners' files through the whole of the product: each is recognised, and only the planted rows are set aside."""

import pytest

from wardmote.evidence.loading import load_paths
from wardmote.evidence.workspace import Workspace


@pytest.fixture(scope="module")
def report(exampleshire, partners, tmp_path_factory):
    folder = tmp_path_factory.mktemp("workspace")
    workspace = Workspace.create(folder, areas=("Exampleshire",), sections=exampleshire / "sections.csv")
    load_paths(workspace.store, [exampleshire / "lookups", exampleshire / "boundaries"])
    return load_paths(workspace.store, [partners])


@pytest.mark.slow
def test_each_file_of_evidence_is_read_by_its_source_and_keeps_all_but_the_planted_faults(report, partner_truths):
    read = {file.name: (load.source, file.read, file.kept) for load in report.loads for file in load.files}
    planted = {one.name: (one.source, one.rows, one.kept) for one in partner_truths.files if one.source}
    assert read == planted
