"""Partners' files as tests write them, and what became of them."""

import csv
import io
from pathlib import Path

from wardmote.definitions.card import Card
from wardmote.definitions.catalogue import read_definition
from wardmote.evidence.loading import LoadReport, load_paths
from wardmote.evidence.workspace import Workspace

CARD = """
title: Incidents
partner: watch
table: events
recognise: [reference, recorded, category]
columns:
  reference: [Ref]
  recorded: [Recorded]
  occurred: [From]
  category: [Type]
  section: [Section]
  amount: [Cost]
  easting: [Easting]
  northing: [Northing]
  longitude: [Longitude]
  latitude: [Latitude]
  grid_reference: [Grid Ref]
  postcode: [Postcode]
  lsoa_code: [LSOA]
required: [category]
codes:
  category:
    words: {a: [], b: [], c: [], Noise: [], "“Noise”": [], Litter: [], Assault: [], Theft: [], "Café row, £5": [], "Noise; loud, and long": []}
  section:
    words: {North: [], South: []}
    unlisted: leave-out
dates: [iso, day-first, day-month-name, compact, month, excel]
flags:
  answered:
    alcohol: {columns: [Alcohol]}
    knife: {columns: [Knife], blank: "no"}
  listed:
    - columns: [Flags]
      words: {domestic-abuse: [DA], drugs: [DRG, drug related]}
  written:
    - columns: [Notes]
      words: {alcohol: [drunk, intoxicated], hate: [slur]}
people:
  - role: victim
    reference: [Victim Ref]
    forename: [Victim Forename]
    surname: [Victim Surname]
    born: [Victim DOB]
  - role: suspect
    reference: [Suspect Ref]
    forename: [Suspect Forename]
    surname: [Suspect Surname]
    born: [Suspect DOB]
snap_m: 0
"""


def card(text: str = CARD, *, name: str = "watch", **changes: object) -> Card:
    """A card as its file would give it."""
    made = read_definition(Card, text, name=f"{name}.yaml")
    return made.model_copy(update=changes)


def workspace(folder: Path, *cards: tuple[str, str]) -> Workspace:
    """A workspace with source cards of its own: pairs of id and text, or the one above."""
    made = Workspace.create(folder / "workspace", areas=("Smallshire",))
    (made.folder / "cards").mkdir()
    for id_, text in cards or (("watch", CARD),):
        (made.folder / "cards" / f"{id_}.yaml").write_text(text, encoding="utf-8")
    return made


def csv_text(rows: list[dict[str, object]], *, delimiter: str = ",") -> str:
    """Rows as CSV; the columns are those of all rows together."""
    out = io.StringIO(newline="")
    columns = list(dict.fromkeys(column for row in rows for column in row))
    writer = csv.DictWriter(out, columns, restval="", delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def incident(number: int = 1, **changes: object) -> dict[str, object]:
    """A row that the card above keeps."""
    row: dict[str, object] = {"Ref": f"W/{number}", "Recorded": "05/03/2024 10:15", "Type": "Noise"}
    return {**row, **{name.replace("_", " "): value for name, value in changes.items()}}


def load(at: Workspace, content: str | bytes, *, name: str = "watch.csv", encoding: str = "utf-8") -> LoadReport:
    """Load a file of this content, which is not left behind in the workspace."""
    path = at.folder.parent / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    report = load_paths(at.store, [path])
    for one in report.loads:
        assert all(file.is_balanced for file in one.files)
    return report


def rows(at: Workspace, columns: str, table: str = "events", *, order: str = "row") -> list[tuple[object, ...]]:
    """What the store holds now."""
    return at.evidence().snapshot.rows(f"SELECT {columns} FROM {table} ORDER BY {order}")


def set_aside(at: Workspace) -> list[tuple[object, ...]]:
    """Row and reason of everything in quarantine."""
    return rows(at, "row, reason", "quarantine")
