"""Records of people from several agencies, held in memory only and never shown: neither printed nor in an error."""

from dataclasses import dataclass, field
from datetime import date

from wardmote.errors import BadInput


@dataclass(frozen=True)
class PeopleRecords:
    """One entry a record, in columns of the same length: which source and row it came from, and who it speaks of.

    An empty text, or None for a birth date, is what nobody wrote down. What says who somebody is stays out of the
    text of this object, so that no log or traceback shows it. Raises BadInput where the columns differ in length.
    """

    source: tuple[str, ...]
    row: tuple[int, ...]
    forename: tuple[str, ...] = field(repr=False)
    surname: tuple[str, ...] = field(repr=False)
    born: tuple[date | None, ...] = field(repr=False)
    sex: tuple[str, ...] = field(repr=False)
    sector: tuple[str, ...] = field(repr=False)

    def __post_init__(self) -> None:
        """Each record has to be complete, if only with empty texts."""
        columns = (self.source, self.row, self.forename, self.surname, self.born, self.sex, self.sector)
        if len({len(column) for column in columns}) > 1:
            raise BadInput("the columns of the records of people differ in length", do="give each record every column")

    def __len__(self) -> int:
        return len(self.row)

    def __add__(self, other: "PeopleRecords") -> "PeopleRecords":
        """The records of both, in order."""
        return PeopleRecords(
            source=self.source + other.source,
            row=self.row + other.row,
            forename=self.forename + other.forename,
            surname=self.surname + other.surname,
            born=self.born + other.born,
            sex=self.sex + other.sex,
            sector=self.sector + other.sector,
        )
