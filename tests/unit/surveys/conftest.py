"""Files of invented answers to the shipped surveys, and a workspace to load them into."""

import csv
from pathlib import Path

import pytest

from wardmote.evidence.loading import load_paths
from wardmote.evidence.workspace import Workspace

PANEL_HEADER = (
    "Wave",
    "Age Group",
    "Sex",
    "Town",
    "Local Problems",
    "Crime Issue",
    "Experienced Crime",
    "Experienced ASB",
)
PROBLEMS = {"Anti-social behaviour": 41, "Rural crime": 35, "Vehicle crime": 34, "Drug dealing": 33}
PLAIN = ("2023", "55+", "F", "Eastmere", "Burglary", "A small issue", "No", "No")


def panel_row(**cells: str) -> dict[str, str]:
    """One respondent of the panel, usual but for the cells given by their heading."""
    row = dict(zip(PANEL_HEADER, PLAIN, strict=True))
    assert set(cells) <= set(row) | {"Weight", "Comments", "Name"}
    return {**row, **cells}


def panel_of_90(*, wave: str = "2023") -> list[dict[str, str]]:
    """The panel of the Dorset plan as far as its figures go (D008 to D013): 90 answers, 85 of them from 55 and over."""
    return [
        panel_row(
            Wave=wave,
            **{
                "Age Group": "55+" if i < 85 else "35-54",
                "Town": ["Eastmere", "Westmere", "Northbury"][i % 3] if i >= 9 else "Oxterwick",
                # Each problem is named by a run of people that begins elsewhere, so that the answers are not nested.
                "Local Problems": "; ".join(
                    name for k, (name, n) in enumerate(PROBLEMS.items()) if (i - 22 * k) % 90 < n
                )
                or "None of these",
                "Crime Issue": "A big issue" if i < 3 else "Not an issue",
                "Experienced Crime": "" if i >= 88 else "Yes" if i < 13 else "No",
            },
        )
        for i in range(90)
    ]


def write_csv(path: Path, rows: list[dict[str, str]]) -> Path:
    """The rows as a CSV file under the headings of the first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.fixture
def workspace(tmp_path):
    return Workspace.create(tmp_path / "workspace", areas=("Nowhere",))


@pytest.fixture
def load(workspace, tmp_path):
    """Loads rows of answers as one file; what came of it."""

    def load_rows(rows, *, name="answers.csv"):
        report = load_paths(workspace.store, [write_csv(tmp_path / "files" / name, rows)])
        assert [one.reason for one in report.not_loaded] == []
        return report.loads[0]

    return load_rows
