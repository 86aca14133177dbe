"""What linkage keeps in a workspace's folder `linkage`: pairs of pseudonyms, and nothing that says who anybody is.

`decisions.csv` holds what a person decided, `persons.csv` which pseudonym stands for which since an earlier linked
load, and `pairs.csv` the pairs near the threshold in the last one.
"""

import csv
import io
import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from wardmote.errors import BadInput, StoreError
from wardmote.evidence.linkage.grouping import Pair, pair_of

FOLDER = "linkage"
_DECISIONS, _PERSONS = "decisions.csv", "persons.csv"
_PSEUDONYM = re.compile(r"[0-9a-f]{6}-[0-9a-f]{32}")
_WORDS = {"accept": True, "refuse": False}


def read_decisions(home: Path) -> dict[Pair, bool]:
    """Pairs that somebody accepted (True) or refused (False). Raises BadInput where the file was spoilt."""
    found: dict[Pair, bool] = {}
    for number, (one, other, word) in _read(home, _DECISIONS, ("one", "other", "decision")):
        if word not in _WORDS:
            raise BadInput(
                f"line {number} says neither accept nor refuse", where=_DECISIONS, do="mend the line or take it out"
            )
        found[pair_of(one, other)] = _WORDS[word]
    return found


def write_decisions(home: Path, decisions: dict[Pair, bool]) -> None:
    """Keep what was decided."""
    rows = ((*pair, "accept" if accepted else "refuse") for pair, accepted in sorted(decisions.items()))
    write_table(home, _DECISIONS, ("one", "other", "decision"), rows)


def read_persons(home: Path) -> dict[str, str]:
    """The pseudonym that stands for each of those that earlier loads linked."""
    return {own: person for _, (own, person) in _read(home, _PERSONS, ("own", "person"))}


def write_persons(home: Path, persons: dict[str, str]) -> None:
    """Keep which pseudonym stands for which."""
    write_table(home, _PERSONS, ("own", "person"), sorted(persons.items()))


def _read(home: Path, name: str, header: Sequence[str]) -> list[tuple[int, list[str]]]:
    """The rows with their line numbers; their first two fields are pseudonyms."""
    rows = read_table(home, name, header)
    for number, row in rows:
        if not all(_PSEUDONYM.fullmatch(one) for one in row[:2]):
            raise BadInput(f"line {number} is no pair of pseudonyms", where=name, do="mend the line or take it out")
    return rows


def read_table(home: Path, name: str, header: Sequence[str]) -> list[tuple[int, list[str]]]:
    """The rows of a table with their line numbers; none where there is no such table yet."""
    path = home / FOLDER / name
    if not path.exists():
        return []
    try:
        rows = list(enumerate(csv.reader(path.read_text(encoding="utf-8").splitlines()), start=1))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BadInput("cannot be read", where=str(path), do="put back a copy of it, or take it away") from error
    if not rows or rows[0][1] != list(header) or any(len(row) != len(header) for _, row in rows):
        raise BadInput(
            f"does not have the columns {', '.join(header)}",
            where=str(path),
            do="put back a copy of it, or take it away",
        )
    return rows[1:]


def write_table(home: Path, name: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a table whole, or leave the one before as it was."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows([header, *rows])
    path = home / FOLDER / name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(f".{os.getpid()}.new")
        beside.write_text(out.getvalue(), encoding="utf-8", newline="")
        beside.replace(path)
    except OSError as error:
        raise StoreError(
            f"cannot be written ({error.strerror})", where=str(path), do="check who may write there"
        ) from error
