"""What was read of a file, written as slices of the store's tables."""

from collections.abc import Iterator

from wardmote.evidence.delta import Slice
from wardmote.evidence.dock.reading import Reading
from wardmote.evidence.duck import named, quoted
from wardmote.evidence.sources.csv_rows import write_parquet
from wardmote.evidence.store import Writing
from wardmote.evidence.tables import BREAKS, EPISODES, EVENT_PEOPLE, EVENTS, QUARANTINE, TALLIES, Table

Filled = dict[str, list[list[str]]]


class Filing:
    """Writes one reading; `filled` says which slices of which tables it holds."""

    def __init__(self, reading: Reading, writing: Writing, *, part: str) -> None:
        self.filled: Filled = {}
        self.superseded = 0
        self._reading = reading
        self._writing = writing
        self._part = part

    @property
    def _source(self) -> str:
        return self._reading.card.id

    def write(self) -> None:
        """Write all that was kept."""
        {"events": self._events, "episodes": self._episodes, "tallies": self._tallies}[self._reading.card.table]()
        self._breaks()

    def write_quarantine(self, name: str) -> None:
        """Write what was set aside: where it stands and why, and its text only where the source is open data."""
        names = "".join(
            f" WHEN {number} THEN {quoted(f'{name}, sheet {sheet}')}"
            for number, sheet in enumerate(self._reading.sheets)
            if sheet
        )
        file = f"CASE sheet{names} ELSE {quoted(name)} END" if names else quoted(name)
        select = f"SELECT {file} AS file, on_sheet AS row, reason, text FROM found WHERE reason IS NOT NULL ORDER BY found.row"
        slice_ = (str(self._writing.number),)
        path = self._writing.new_file(QUARANTINE, slice_, part=self._part)
        self._writing.add(QUARANTINE, slice_, path, rows=write_parquet(self._reading.cursor, select, path))

    def _events(self) -> None:
        columns = ", ".join(column.name for column in EVENTS.stored_columns if column.name != "place_precision")
        columns = columns.replace("lsoa_code,", "lsoa_code, " + _PRECISION + " AS place_precision,")
        held = self._writing.rows_held(EVENT_PEOPLE)
        people = " UNION ALL BY NAME ".join(self._people())
        self._sort_by_month("kept", f"SELECT month, {columns} FROM found WHERE reason IS NULL AND same_as IS NULL")
        if people:
            self._sort_by_month("kept_people", f"SELECT DISTINCT month, row, role, person FROM ({people})")
        for month in self._months():
            of_month = f"WHERE month = DATE '{month}'"
            self._file(EVENTS, (self._source, month), f"SELECT * EXCLUDE (month) FROM kept {of_month}")
            if people:
                people_of_month = f"SELECT row, role, person FROM kept_people {of_month}"
                self._file(EVENT_PEOPLE, (self._source, month), people_of_month)
            elif held.get((self._source, month)):
                # The month held people before and has none now, which an empty slice says.
                self._file(EVENT_PEOPLE, (self._source, month), "SELECT 0 AS row, '' AS role, '' AS person WHERE false")

    def _sort_by_month(self, name: str, select: str) -> None:
        """A table in the order of its months: each is then found without looking through the others."""
        self._reading.cursor.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS {select} ORDER BY ALL")

    def _people(self) -> Iterator[str]:
        for person in self._reading.card.people:
            is_there, who = named(f".is.{person.role}"), named(f".who.{person.role}")
            yield (
                f"SELECT month, coalesce(same_as, row) AS row, {quoted(person.role)} AS role, {who} AS person"
                f" FROM found WHERE reason IS NULL AND {is_there}"
            )

    def _months(self) -> list[str]:
        rows = self._reading.cursor.execute(
            "SELECT DISTINCT month FROM found WHERE reason IS NULL ORDER BY ALL"
        ).fetchall()
        return [month.isoformat() for (month,) in rows]

    def _episodes(self) -> None:
        columns = ", ".join(column.name for column in EPISODES.stored_columns)
        self._file(EPISODES, (self._source,), f"SELECT {columns} FROM found WHERE reason IS NULL ORDER BY row")

    def _tallies(self) -> None:
        items = [
            name.removeprefix("values.")
            for fields in self._reading.fields
            for name in sorted(fields.present)
            if name.startswith("values.")
        ]
        shared = "last, detail, area_kind, area_code, area_name, row, first, reason"
        each = " UNION ALL ".join(
            f"SELECT coalesce(item, {quoted(item)}) AS item, {named(f'.value.{item}')} AS value, {shared} FROM found"
            for item in dict.fromkeys(items)
        )
        columns = ", ".join(column.name for column in TALLIES.stored_columns)
        periods = self._reading.cursor.execute(
            "SELECT DISTINCT first FROM found WHERE reason IS NULL ORDER BY ALL"
        ).fetchall()
        for (first,) in periods:
            where = f"reason IS NULL AND value IS NOT NULL AND first = DATE '{first}'"
            self._file(
                TALLIES,
                (self._source, first.isoformat()),
                f"SELECT {columns} FROM ({each}) WHERE {where} ORDER BY row, item",
            )

    def _breaks(self) -> None:
        """The breaks that the card knows of go into the register with the first file that it reads, and every later one."""
        rows = ", ".join(
            f"({quoted(self._source)}, {quoted(one.category)}, {quoted(one.flag)}, DATE '{one.first_month}-01',"
            f" {f"DATE '{one.last_month}-01'" if one.last_month else 'CAST(NULL AS DATE)'}, {quoted(one.kind)}, {quoted(one.reason)})"
            for one in self._reading.card.breaks
        )
        if rows:
            columns = ", ".join(column.name for column in BREAKS.stored_columns)
            self._file(BREAKS, (f"card-{self._source}",), f"SELECT * FROM (VALUES {rows}) AS known({columns})")

    def _file(self, table: Table, slice_: Slice, select: str) -> None:
        path = self._writing.new_file(table, slice_, part=self._part)
        rows = write_parquet(self._reading.cursor, select, path)
        self._writing.add(table, slice_, path, rows=rows)
        self.filled.setdefault(table.name, []).append(list(slice_))
        if table in (EVENTS, EPISODES, TALLIES):
            self.superseded += self._writing.rows_held(table).get(slice_, 0)


_PRECISION = (
    "CASE WHEN longitude IS NOT NULL THEN 'point' WHEN lsoa_code IS NOT NULL THEN 'lsoa'"
    " WHEN postcode IS NOT NULL THEN 'postcode sector' WHEN section IS NOT NULL THEN 'section' ELSE 'none' END"
)
