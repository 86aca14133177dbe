"""Lists of people read from CSV into memory, and the list of those who are truly the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from wardmote.errors import BadInput
from wardmote.evidence.dock.csv_records import Records
from wardmote.evidence.linkage.links import joined
from wardmote.evidence.linkage.records import PeopleRecords

_REFERENCE = ("person ref", "person reference", "person id", "reference", "ref", "id")
_HEADINGS = {
    "forename": ("forename", "first name", "firstname", "given name"),
    "surname": ("surname", "last name", "lastname", "family name"),
    "born": ("dob", "date of birth", "birth date", "born"),
    "sex": ("sex", "gender"),
    "sector": ("postcode sector", "sector"),
}
_NEEDED = ("forename", "surname", "born")
_DATE_FORMS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y")


@dataclass(frozen=True)
class PeopleList:
    """The records of one file, and each one's reference in it."""

    records: PeopleRecords
    references: tuple[str, ...]


def read_people(path: Path) -> PeopleList:
    """Read a CSV with a reference, forename, surname, birth date, and if it has them sex and postcode sector.

    A birth date is written like 1980-01-31 or 31/01/1980; any other counts as not given. Raises BadInput where the file
    cannot be read, or lacks a column; it never says what a row holds.
    """
    header, rows = _table(path)
    at = {name: _place(header, headings) for name, headings in _HEADINGS.items()}
    reference = _place(header, _REFERENCE)
    missing = [name for name in _NEEDED if at[name] is None] + ["reference"] * (reference is None)
    if missing:
        raise BadInput(
            f"has no column for: {', '.join(missing)}", where=path.name, do="name its columns like Person Ref and DOB"
        )

    def column(place: int | None) -> tuple[str, ...]:
        return tuple("" if place is None or place >= len(row) else row[place].strip() for row in rows)

    records = PeopleRecords(
        source=(path.name,) * len(rows),
        row=tuple(range(2, len(rows) + 2)),
        forename=column(at["forename"]),
        surname=column(at["surname"]),
        born=tuple(map(_birth_date, column(at["born"]))),
        sex=column(at["sex"]),
        sector=column(at["sector"]),
    )
    return PeopleList(records, column(reference))


def read_truth(path: Path, lists: Sequence[PeopleList]) -> tuple[int, ...]:
    """The true person of each record of two lists, one after the other, from a CSV of pairs of their references.

    Who is in no pair is a person of their own. Raises BadInput where a pair names a reference that its list has not.
    """
    _, rows = _table(path)
    first, second = ({reference: at for at, reference in enumerate(one.references)} for one in lists)
    pairs = []
    for number, row in enumerate(rows, start=2):
        left, right = (first.get(row[0].strip()), second.get(row[1].strip())) if len(row) > 1 else (None, None)
        if left is None or right is None:
            raise BadInput(
                f"line {number} is no pair of a reference of the first list and one of the second",
                where=path.name,
                do="give the lists in the order of its columns",
            )
        pairs.append((left, len(lists[0].records) + right))
    return tuple(joined(pairs, records=sum(len(one.records) for one in lists)).tolist())


def _table(path: Path) -> tuple[list[str], list[list[str]]]:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BadInput("cannot be read", where=str(path), do="check the path") from error
    rows = [fields for _, fields, _ in Records.of(content, name=path.name) if any(fields)]
    if not rows:
        raise BadInput("has no rows", where=path.name, do="export it again")
    return [heading.strip().lower() for heading in rows[0]], rows[1:]


def _place(header: Sequence[str], headings: Sequence[str]) -> int | None:
    return next((header.index(heading) for heading in headings if heading in header), None)


def _birth_date(text: str) -> date | None:
    for form in _DATE_FORMS:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    return None
