"""Smallshire, loaded once: thirty months from January 2023, of which February 2023 is missing."""

import pytest
from web.smallshire import make_workspace

from wardmote.assessment.building import build_assessment
from wardmote.assessment.document import Assessment
from wardmote.evidence.evidence import Evidence
from wardmote.evidence.workspace import Workspace


@pytest.fixture(scope="session")
def evidence(tmp_path_factory) -> Evidence:
    return Workspace.open(make_workspace(tmp_path_factory.mktemp("smallshire"))).evidence()


@pytest.fixture(scope="session")
def whole_year(evidence) -> Assessment:
    """April 2024 to March 2025, and the year before, are loaded whole."""
    return build_assessment(evidence, year="2024-25")


@pytest.fixture(scope="session")
def broken_year(evidence) -> Assessment:
    """Of April 2022 to March 2023 only January and March 2023 are loaded."""
    return build_assessment(evidence, year="2022-23")
