"""One report of Exampleshire's open data, written once."""

import pytest

from wardmote.cli.demo import build_demo
from wardmote.definitions.catalogue import find_measure
from wardmote.evidence.progress import Silent
from wardmote.reports.kpi.building import build_kpi_report
from wardmote.reports.kpi.writing import write_report

QUARTER = "2024-25 Q4"


@pytest.fixture(scope="session")
def evidence(tmp_path_factory):
    return build_demo(tmp_path_factory.mktemp("kpi-demo"), progress=Silent()).evidence()


@pytest.fixture(scope="session")
def report(evidence):
    """Open and suppressed counts, a share, a draft, one that is retired, and one whose file was never sent."""
    live = [find_measure(name) for name in ("burglary", "outcome-charged", "marac-repeat-cases")]
    hidden = find_measure("robbery").model_copy(update={"release": "suppressed"})
    draft = find_measure("drugs").model_copy(update={"status": "draft"})
    retired = find_measure("shoplifting").model_copy(update={"status": "retired"})
    return build_kpi_report(evidence, quarter=QUARTER, measures=[*live, hidden, draft, retired])


@pytest.fixture(scope="session")
def written(report, tmp_path_factory):
    return write_report(report, tmp_path_factory.mktemp("kpi") / "report")
