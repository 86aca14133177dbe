"""People whom partners' files name, read into memory for linkage: every row that names somebody, by role."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from wardmote.definitions.card import Card
from wardmote.evidence import duck
from wardmote.evidence.dock.chunks import chunks
from wardmote.evidence.dock.fields import Fields
from wardmote.evidence.dock.linked_rows import digest_of
from wardmote.evidence.dock.persons import birth_moments, names_sql, numbering_sql, people_sql
from wardmote.evidence.dock.reading import MEMORY_LIMIT, fitting_sheets
from wardmote.evidence.duck import named, quoted
from wardmote.evidence.inputs import InputFile
from wardmote.evidence.people import Key

_PARTS = ("forename", "surname", "born", "sex", "sector")


@dataclass(frozen=True)
class Naming:
    """One person in one row. What says who somebody is stays out of the text of this object.

    `own` is the pseudonym of an ordinary load, empty where the row tells nobody apart, and `numbering` whose number it
    is made of, empty where it is made of the name. `file` is the digest of the file and `name` what it is called.
    """

    file: str
    name: str
    row: int
    role: str
    own: str
    numbering: str
    forename: str = field(repr=False)
    surname: str = field(repr=False)
    born: date | None = field(repr=False)
    sex: str = field(repr=False)
    sector: str = field(repr=False)

    @property
    def written(self) -> tuple[str, str, str, date | None, str, str]:
        """Who they are, as it is written here."""
        return (self.own, self.forename, self.surname, self.born, self.sex, self.sector)


def has_names(card: Card) -> bool:
    """Whether files of this kind may name people."""
    return any(person.surname for person in card.people)


def read_namings(file: InputFile, card: Card, key: Key) -> Iterator[Naming]:
    """Everybody whom a file names; nobody where it gives numbers or pseudonyms alone. Nothing is written to disk."""
    content = file.content()
    digest = digest_of(content)
    with duck.connect(memory_limit=MEMORY_LIMIT, may_spill=False) as connection:
        key.teach(connection)
        last = 0
        for sheet, layout in fitting_sheets(card, content, name=file.name):
            statement = _statement(Fields(card, frozenset(layout.columns)), key)
            for part in chunks(sheet, layout, first_row=last, keeps_text=False):
                last = part["row"][-1].as_py()
                if statement:
                    connection.register("chunk", part)
                    rows = connection.execute(statement).fetchall()
                    connection.unregister("chunk")
                    yield from (Naming(digest, file.name, *row) for row in rows)


def _statement(fields: Fields, key: Key) -> str:
    """SQL for everybody in a chunk who has a surname; empty where the file has no column for it."""
    people = [person for person in fields.card.people if fields.has(f"{person.role}.surname")]
    who = people_sql(fields, key)
    moments = ", ".join(f"{sql} AS {named(name)}" for name, sql in birth_moments(fields).items())
    dated = f"SELECT chunk.*, {moments} FROM chunk WHERE fault IS NULL" if moments else "SELECT * FROM chunk"
    each = []
    for person in people:
        parts = names_sql(fields, person)
        own, numbering = who[f".who.{person.role}"], numbering_sql(fields, person)
        texts = (f"coalesce({own}, '')", f"coalesce({numbering}, '')", *(_given(parts, name) for name in _PARTS))
        each.append(
            f"SELECT row, {quoted(person.role)}, {', '.join(texts)} FROM dated"
            f" WHERE {who[f'.is.{person.role}']} AND {parts['surname']} IS NOT NULL"
        )
    return f"WITH dated AS ({dated}) {' UNION ALL '.join(each)} ORDER BY 1, 2" if each else ""


def _given(parts: dict[str, str], name: str) -> str:
    return parts[name] if name == "born" else f"coalesce({parts[name]}, '')"


def count_files(namings: Sequence[Naming]) -> int:
    """How many files named somebody."""
    return len({naming.file for naming in namings})
