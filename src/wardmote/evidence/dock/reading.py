"""One file read by one card: every row of it in the table `found`, with what it becomes or why it is set aside.

All of it happens in memory, on a connection that may not spill to disk. The text of the file passes through a part at
a time and is not kept; names have become pseudonyms by the time a row stands in `found`.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from re import escape

import duckdb

from wardmote.definitions.card import Card
from wardmote.errors import BadInput
from wardmote.evidence.dock.chunks import chunks
from wardmote.evidence.dock.episodes import plan_episodes
from wardmote.evidence.dock.events import plan_events
from wardmote.evidence.dock.fields import Fields, Plan, in_words
from wardmote.evidence.dock.layout import Layout, find_layout
from wardmote.evidence.dock.linked_rows import LinkedRow
from wardmote.evidence.dock.sheets import Sheet, sheets_of
from wardmote.evidence.dock.tallies import plan_tallies
from wardmote.evidence.duck import named, quoted
from wardmote.evidence.people import Key
from wardmote.evidence.sources.csv_rows import Check

# A file with people may not spill to disk, so it needs room.
MEMORY_LIMIT = "2GB"
SUMMARY = "the row adds up others"
REPEATED = "the same record stands word for word on an earlier row"
_UNLISTED = ".unlisted."
_LATER_COLUMNS = {"events": {"longitude": "DOUBLE", "latitude": "DOUBLE", "same_as": "INTEGER"}}
_PERSON_COLUMNS = {"subject": "person", "linked": "linked_person"}

Told = Callable[[int], None]


def _nobody(rows: int) -> None:
    """Told of rows, and says nothing."""


class Reading:
    """The rows of a file. `found` has `row`, `on_sheet`, `sheet`, `whole`, `text`, `reason` and the plan's columns."""

    def __init__(
        self,
        cursor: duckdb.DuckDBPyConnection,
        card: Card,
        key: Key | None,
        *,
        name: str,
        places: Iterable[str] = (),
    ) -> None:
        self.cursor = cursor
        self.card = card
        self.sheets: list[int] = []
        self.fields: list[Fields] = []
        self._key = key
        self._name = name
        self._places = tuple(places)
        self._rows = 0
        self._has_table = False

    def take(self, content: bytes, *, told: Told = _nobody, most_rows: int | None = None) -> None:
        """Read all sheets of the file that the card fits; `told` hears how many rows were read.

        With `most_rows` no more of a sheet is read once so many rows have been; rows come by the hundred thousand.
        """
        if self._key:
            self._key.teach(self.cursor)
        make_code_words(self.cursor, self.card, self._places)
        fitting = tuple(fitting_sheets(self.card, content, name=self._name))
        if not fitting:
            raise BadInput(
                f"does not have the columns of the card {self.card.id}",
                where=self._name,
                do="draft a card for it with: wardmote card new FILE",
            )
        try:
            for sheet, layout in fitting:
                self._take_sheet(sheet, layout, told, most_rows)
        except duckdb.OutOfMemoryException as error:
            raise BadInput(
                "holds more rows than can be read at once", where=self._name, do="export it a year at a time"
            ) from error
        if self.card.table == "events" and self._rows:
            self._set_repeats_aside()

    def link(self, linked: Sequence[LinkedRow]) -> None:
        """Give people who were linked with others the pseudonym that they have together."""
        for person in self.card.people:
            of_role = [(row, pseudonym) for row, role, pseudonym in linked if role == person.role]
            if of_role and self._rows:
                self.cursor.execute(
                    f"UPDATE found SET {named(_PERSON_COLUMNS.get(person.role, f'.who.{person.role}'))} = linked.person"
                    " FROM (SELECT unnest(CAST(? AS INTEGER[])) AS row, unnest(CAST(? AS VARCHAR[])) AS person) AS linked"
                    " WHERE linked.row = found.row",
                    [list(column) for column in zip(*of_role, strict=True)],
                )

    def counted(self) -> tuple[int, int]:
        """Rows read, and rows kept."""
        if not self._rows:
            return 0, 0
        read, kept = self.cursor.execute("SELECT count(*), count(*) - count(reason) FROM found").fetchall()[0]
        return int(read), int(kept)

    def unlisted_words(self) -> list[str]:
        """In words, how many rows were kept without what stood in one of their columns."""
        if not self._rows:
            return []
        return [
            _unlisted_in_words(name.removeprefix(_UNLISTED), self.card, rows)
            for name in [str(row[0]) for row in self.cursor.execute("DESCRIBE found").fetchall()]
            if name.startswith(_UNLISTED)
            for rows in [self._count(f"reason IS NULL AND {named(name)}")]
            if rows
        ]

    def _count(self, condition: str) -> int:
        return int(self.cursor.execute(f"SELECT count(*) FROM found WHERE {condition}").fetchall()[0][0])

    def commonest_reason(self) -> str:
        """Why most of the rows that were set aside were."""
        found = self.cursor.execute(
            "SELECT reason FROM found WHERE reason IS NOT NULL GROUP BY ALL ORDER BY count(*) DESC, reason LIMIT 1"
        ).fetchone()
        return str(found[0]) if found else ""

    def _take_sheet(self, sheet: Sheet, layout: Layout, told: Told, most_rows: int | None) -> None:
        fields = Fields(self.card, frozenset(layout.columns))
        self.fields.append(fields)
        self.sheets.append(sheet.number)
        dated, found = self._statements(fields, len(self.sheets) - 1)
        last = self._rows
        keeps_text = self.card.is_open_data
        for part in _one_ahead(chunks(sheet, layout, first_row=self._rows, keeps_text=keeps_text)):
            self.cursor.register("chunk", part)
            # In two steps: moments stand in many conditions, and would be worked out anew for each.
            self.cursor.execute(f"CREATE OR REPLACE TEMP TABLE dated AS {dated}")
            self.cursor.unregister("chunk")
            if not self._has_table:
                self._make_found(found)
            self.cursor.execute(f"INSERT INTO found BY NAME {found}")
            last = part["row"][-1].as_py()
            told(part.num_rows)
            if most_rows is not None and last - self._rows >= most_rows:
                break
        self.cursor.execute("DROP TABLE IF EXISTS dated")
        self._rows = last

    def _make_found(self, statement: str) -> None:
        self.cursor.execute(f"CREATE TEMP TABLE found AS {statement} LIMIT 0")
        for column, type_ in _LATER_COLUMNS.get(self.card.table, {}).items():
            self.cursor.execute(f"ALTER TABLE found ADD COLUMN {column} {type_}")
        self._has_table = True

    def _statements(self, fields: Fields, sheet: int) -> tuple[str, str]:
        plan = self._plan(fields)
        faults = "WHEN fault IS NOT NULL THEN fault"
        summary, reasons = _cases(self._row_checks(fields, plan)), _cases(plan.checks)
        columns = {"sheet": str(sheet), "reason": f"CASE {summary} {faults} {reasons} END", **plan.select}
        return (
            f"SELECT chunk.*{_more({**fields.joined(), **plan.moments})} FROM chunk{fields.joins()}",
            f"SELECT row, on_sheet, whole, text{_more(columns)} FROM dated",
        )

    def _plan(self, fields: Fields) -> Plan:
        if self.card.table == "tallies" or self._key is None:
            return plan_tallies(fields)
        return (plan_events if self.card.table == "events" else plan_episodes)(fields, self._key)

    def _row_checks(self, fields: Fields, plan: Plan) -> Iterator[Check]:
        for cell in ("lead", *([named("totals")] if fields.has("totals") else [])):
            yield f"{_begins_with(cell, self.card.totals.words)} AND ({plan.undated})", SUMMARY
        if fields.has("totals") and self.card.totals.code_begins:
            begins = " OR ".join(
                f"starts_with({named('totals')}, {quoted(code)})" for code in self.card.totals.code_begins
            )
            yield f"NOT coalesce({begins}, false)", SUMMARY

    def _set_repeats_aside(self) -> None:
        """A record given twice word for word counts once; rows of one record that differ in their people are joined.

        `same_as` is the row that stands for the record.
        """
        self.cursor.execute(
            f"""
            UPDATE found SET reason = {quoted(REPEATED)} FROM (
                SELECT row, row_number() OVER (PARTITION BY event, whole ORDER BY row) AS turn
                FROM found WHERE reason IS NULL AND event IS NOT NULL
            ) AS turns WHERE turns.row = found.row AND turn > 1
            """
        )
        self.cursor.execute(
            """
            UPDATE found SET same_as = records.first_row FROM (
                SELECT row, min(row) OVER (
                    PARTITION BY event, category, offence_code, occurred_on, recorded_on
                ) AS first_row
                FROM found WHERE reason IS NULL AND event IS NOT NULL
            ) AS records WHERE records.row = found.row AND records.first_row < found.row
            """
        )


def _one_ahead[Part](parts: Iterator[Part]) -> Iterator[Part]:
    """The same, each got ready by a second core while the one before it is worked on."""
    with ThreadPoolExecutor(1) as beside:
        coming = beside.submit(next, parts, None)
        while (part := coming.result()) is not None:
            coming = beside.submit(next, parts, None)
            yield part


def make_code_words(cursor: duckdb.DuckDBPyConnection, card: Card, places: Iterable[str] = ()) -> None:
    """Make the table that brings words to ours: those of the card and, for sections, the names of `places`."""
    words = list(zip(*Fields(card, frozenset()).code_words(places), strict=True)) or [(), (), ()]
    cursor.execute(
        "CREATE TEMP TABLE code_words AS SELECT unnest(CAST(? AS VARCHAR[])) AS field,"
        " unnest(CAST(? AS VARCHAR[])) AS theirs, unnest(CAST(? AS VARCHAR[])) AS ours",
        [list(column) for column in words],
    )


def fitting_sheets(card: Card, content: bytes, *, name: str) -> Iterator[tuple[Sheet, Layout]]:
    """The sheets of a file that have the columns the card asks for."""
    for sheet in sheets_of(content, name=name):
        if layout := find_layout(card, sheet):
            yield sheet, layout


def _unlisted_in_words(field: str, card: Card, rows: int) -> str:
    map_ = card.code_map(field)
    became = "left out" if map_ is None or map_.otherwise is None else f"called “{map_.otherwise}”"
    have = "row has" if rows == 1 else "rows have"
    return f"{rows:,} {have} a {in_words(field)} that the card does not list, which is {became}"


def _cases(checks: Iterable[Check]) -> str:
    return " ".join(f"WHEN {condition} THEN {quoted(words)}" for condition, words in checks)


def _columns(select: dict[str, str]) -> str:
    return ", ".join(f"{sql} AS {named(name)}" for name, sql in select.items())


def _more(select: dict[str, str]) -> str:
    return f", {_columns(select)}" if select else ""


def _begins_with(cell: str, words: tuple[str, ...]) -> str:
    either = "|".join(escape(word.lower()) for word in words)
    return rf"coalesce(regexp_matches(lower(trim({cell})), {quoted(rf'^({either})\b')}), false)"
