"""Who answers for each partner's information, from a file in the workspace: roles and organisations, no addresses."""

import csv
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from wardmote.errors import BadInput

TOML, SHEETS = "partners.toml", ("partners.csv", "liaison-officers.csv")
NOBODY = "no officer is named"
_COLUMNS = ("Partner", "Dataset", "Liaison Officer", "Deputy")
_LONGEST_ROLE = 100


@dataclass(frozen=True)
class Liaison:
    """Who answers for one source of one partner. `officer` and `deputy` are roles; empty where nobody is named."""

    partner: str
    source: str
    officer: str = ""
    deputy: str = ""


def read_liaisons(folder: Path) -> tuple[Liaison, ...]:
    """The partners of a workspace, in the order of its file; none where there is no file.

    `partners.toml` has a [[partner]] table for each, with name, sources, officer and deputy; `partners.csv` has the
    columns Partner, Dataset, Liaison Officer and Deputy.
    """
    if (folder / TOML).is_file():
        return _from_toml(folder / TOML)
    sheet = next((folder / name for name in SHEETS if (folder / name).is_file()), None)
    return _from_sheet(sheet) if sheet else ()


def keeps_by_hand(folder: Path) -> bool:
    """Whether the partners of a workspace stand in a file that is only written by hand."""
    return (folder / TOML).is_file()


def name_officer(folder: Path, followed: Sequence[Liaison], liaison: Liaison) -> None:
    """Write into the workspace's sheet who answers for one source; `followed` are all that are followed, and stay so.

    Raises BadInput where the file is written by hand, where that source is not followed, or where the role is none.
    """
    if keeps_by_hand(folder):
        raise BadInput("is written by hand", where=TOML, do="name the officer there")
    if any("@" in text or len(text) > _LONGEST_ROLE for text in (liaison.officer, liaison.deputy)):
        raise BadInput("Enter a role, such as Prevention Data Manager", do="leave out addresses and long texts")
    if not any((one.partner, one.source) == (liaison.partner, liaison.source) for one in followed):
        raise BadInput(f"{liaison.source} of {liaison.partner} is not followed", do="choose one from the list")
    changed = [liaison if (one.partner, one.source) == (liaison.partner, liaison.source) else one for one in followed]
    path = next((folder / name for name in SHEETS if (folder / name).is_file()), folder / SHEETS[0])
    coming = path.with_suffix(".new")
    with coming.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(_COLUMNS)
        writer.writerows((one.partner, one.source, one.officer, one.deputy) for one in changed)
    coming.replace(path)


def _from_toml(path: Path) -> tuple[Liaison, ...]:
    try:
        partners = tomllib.loads(path.read_text(encoding="utf-8"))["partner"]
        return tuple(
            Liaison(str(one["name"]), str(source), str(one.get("officer", "")), str(one.get("deputy", "")))
            for one in partners
            for source in one["sources"]
        )
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise BadInput(
            f"cannot be read ({error})", where=path.name, do="give each [[partner]] a name and a list of sources"
        ) from error


def _from_sheet(path: Path) -> tuple[Liaison, ...]:
    rows = rows_of_sheet(path, needed=("Partner", "Dataset"))
    return tuple(
        Liaison(row["Partner"], row["Dataset"], row.get("Liaison Officer", ""), row.get("Deputy", "")) for row in rows
    )


def rows_of_sheet(path: Path, *, needed: Iterable[str]) -> list[Mapping[str, str]]:
    """The rows of a small CSV file of the workspace, which must have these columns."""
    try:
        rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BadInput("cannot be read as CSV in UTF-8", where=path.name, do="save it again") from error
    missing = [name for name in needed if rows and rows[0].get(name) is None]
    if missing:
        raise BadInput(f"has no column “{missing[0]}”", where=path.name, do=f"give it: {', '.join(needed)}")
    return [{key: (value or "").strip() for key, value in row.items() if isinstance(key, str)} for row in rows]
