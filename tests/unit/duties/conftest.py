"""Ambulance calls of invented months, loaded on chosen days into a workspace of nowhere."""

import csv
from datetime import UTC, datetime

import pytest
import time_machine

from wardmote.evidence.loading import load_paths
from wardmote.evidence.workspace import Workspace

HEADER = ("Call Reference", "Call Date", "Call Category")
ROWS_A_MONTH = 10


@pytest.fixture
def workspace(tmp_path):
    return Workspace.create(tmp_path / "workspace", areas=("Nowhere",))


@pytest.fixture
def deliver(workspace, tmp_path):
    """Loads calls of these months (a number of rows each), as if it were `on` that day."""

    def load_months(*months, on, rows=ROWS_A_MONTH):
        counts = dict.fromkeys(months, rows) if not isinstance(months[0], dict) else months[0]
        path = tmp_path / f"calls-{on}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(HEADER)
            for month, count in counts.items():
                writer.writerows((f"C{month}{i}", f"{month}-{i % 28 + 1:02}", "Assault") for i in range(count))
        with time_machine.travel(datetime.fromisoformat(on).replace(tzinfo=UTC), tick=False):
            report = load_paths(workspace.store, [path])
        assert [one.reason for one in report.not_loaded] == []
        assert [load.source for load in report.loads] == ["ambulance"]
        return report.loads[0]

    return load_months
