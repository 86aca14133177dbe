"""The ONS Postcode Directory and the National Statistics Postcode Lookup, reduced to sectors while they are read.

A whole postcode is hardly coarser than an address, and partners' records are kept by sector: no postcode is stored.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import duckdb

from wardmote.errors import BadInput
from wardmote.evidence.content import Prepared
from wardmote.evidence.dock.cells import sector_sql
from wardmote.evidence.duck import named, quoted
from wardmote.evidence.inputs import HEAD_BYTES, InputFile
from wardmote.evidence.ledger import LoadedFile
from wardmote.evidence.sources.base import Head, Loading, read_each
from wardmote.evidence.sources.csv_rows import distinct, write_parquet
from wardmote.evidence.sources.csv_text import header_of
from wardmote.evidence.tables import POSTCODE_SECTORS, QUARANTINE

# The user guides of both products name the columns so, in small or in capital letters, by edition.
_POSTCODES = ("pcds", "pcd8", "pcd7", "pcd2", "pcd")
_LSOAS = {"lsoa21cd": "lsoa21", "lsoa21": "lsoa21", "lsoa11cd": "lsoa11", "lsoa11": "lsoa11"}
_TERMINATED = "doterm"
_AREA = "regexp_extract(sector, '^[A-Z]+')"
_NO_POSTCODE = "the postcode is not written like one"


@dataclass(frozen=True)
class DirectoryColumns:
    """The header, and which of its columns say what; `terminated` is empty where no column says when a postcode ended."""

    header: tuple[str, ...]
    postcode: str
    lsoa: str
    terminated: str

    @property
    def kind(self) -> str:
        """The geography of the LSOA codes."""
        return _LSOAS[self.lsoa.lower()]


def directory_columns(text: str) -> DirectoryColumns | None:
    """The columns of a file that begins with `text`, or None where it is no postcode directory."""
    header = distinct(header_of(text))
    by_name = {column.lower(): column for column in header}
    postcode, lsoa = (next((by_name[one] for one in known if one in by_name), "") for known in (_POSTCODES, _LSOAS))
    return DirectoryColumns(tuple(header), postcode, lsoa, by_name.get(_TERMINATED, "")) if postcode and lsoa else None


class PostcodeDirectory:
    """Files with a postcode and its LSOA in each row, of all the country or of one postcode area."""

    id = "postcode-directory"
    title = "Postcode directory (ONS)"
    is_open_data = True
    joins_files = False

    def recognises(self, head: Head) -> bool:
        return directory_columns(head.text) is not None

    def read(self, files: Sequence[InputFile], loading: Loading) -> list[LoadedFile]:
        return read_each(files, loading, title=self.title, read=partial(_read_file, loading=loading))


def _read_file(file: InputFile, prepared: Prepared, *, loading: Loading) -> LoadedFile:
    with prepared.path.open(encoding="utf-8-sig", errors="replace") as stream:
        columns = directory_columns(stream.read(HEAD_BYTES))
    if columns is None:
        raise BadInput("has changed while it was being read", where=file.name, do="load it again")
    with loading.connection.cursor() as cursor:
        _read_rows(cursor, str(prepared.path), columns, name=file.name)
        every, ours, kept = cursor.execute(
            "SELECT count(*), count(lsoa_code), count_if(sector IS NOT NULL AND lsoa_code IS NOT NULL) FROM directory"
        ).fetchall()[0]
        loading.progress.rows(every)
        if kept == 0:
            raise BadInput("has no postcode with an LSOA", where=file.name, do="download it again")
        areas = _write_sectors(cursor, columns.kind, loading, part=prepared.path.stem)
        if ours > kept:
            _write_quarantine(cursor, file.name, loading, part=prepared.path.stem)
    held = loading.writing.rows_held(POSTCODE_SECTORS)
    elsewhere = every - ours
    return LoadedFile(
        file.name,
        prepared.digest,
        {POSTCODE_SECTORS.name: [[area] for area in areas]},
        ours,
        kept,
        ours - kept,
        superseded=sum(held.get((area,), 0) for area in areas),
        notes=(f"{elsewhere:,} postcodes outside England and Wales were passed over",) if elsewhere else (),
    )


def _read_rows(cursor: duckdb.DuckDBPyConnection, path: str, columns: DirectoryColumns, *, name: str) -> None:
    """Make `directory`: row, sector, the LSOA if it is one of England or Wales, and whether the postcode is in use."""
    types = "{" + ", ".join(f"{quoted(column)}: 'VARCHAR'" for column in columns.header) + "}"
    sector, code = sector_sql(named(columns.postcode)), f"upper(trim({named(columns.lsoa)}))"
    is_live = f"{named(columns.terminated)} IS NULL" if columns.terminated else "true"
    try:
        cursor.execute(
            f"""
            CREATE OR REPLACE TEMP TABLE directory AS
            SELECT row_number() OVER () AS row, {sector} AS sector, {is_live} AS is_live,
                CASE WHEN regexp_full_match({code}, '[EW][0-9]{{8}}') AND NOT ends_with({code}, '99999999') THEN {code} END
                    AS lsoa_code
            FROM read_csv({quoted(path)}, columns = {types}, header = true, auto_detect = false, delim = ',',
                quote = '"', escape = '"', null_padding = true)
            """
        )
    except duckdb.Error as error:
        raise BadInput("cannot be read as CSV in UTF-8", where=name, do="download it again") from error
    # What is coarser than a sector cannot be placed, and stands in no directory.
    cursor.execute("UPDATE directory SET sector = NULL WHERE NOT contains(sector, ' ')")


def _write_sectors(cursor: duckdb.DuckDBPyConnection, kind: str, loading: Loading, *, part: str) -> list[str]:
    """One slice a postcode area. Terminated postcodes count only in sectors that have no others."""
    cursor.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE sectors AS
        WITH counted AS (
            SELECT {_AREA} AS area, sector, lsoa_code, count_if(is_live) AS live, count(*) AS every
            FROM directory WHERE sector IS NOT NULL AND lsoa_code IS NOT NULL GROUP BY ALL
        )
        SELECT area, sector, lsoa_code,
            CAST(if(sum(live) OVER (PARTITION BY sector) > 0, live, every) AS INTEGER) AS postcodes FROM counted
        """
    )
    areas = [str(area) for (area,) in cursor.execute("SELECT DISTINCT area FROM sectors ORDER BY area").fetchall()]
    for area in areas:
        path = loading.writing.new_file(POSTCODE_SECTORS, (area,), part=part)
        rows = write_parquet(
            cursor,
            f"SELECT sector, {quoted(kind)} AS kind, lsoa_code, postcodes FROM sectors"
            f" WHERE area = {quoted(area)} AND postcodes > 0 ORDER BY ALL",
            path,
        )
        loading.writing.add(POSTCODE_SECTORS, (area,), path, rows=rows)
    return areas


def _write_quarantine(cursor: duckdb.DuckDBPyConnection, name: str, loading: Loading, *, part: str) -> None:
    """Where the rows stand, without their text."""
    slice_ = (str(loading.writing.number),)
    path = loading.writing.new_file(QUARANTINE, slice_, part=part)
    select = (
        f"SELECT {quoted(name)} AS file, CAST(row AS INTEGER) AS row, {quoted(_NO_POSTCODE)} AS reason,"
        " CAST(NULL AS VARCHAR) AS text FROM directory WHERE sector IS NULL AND lsoa_code IS NOT NULL ORDER BY row"
    )
    loading.writing.add(QUARANTINE, slice_, path, rows=write_parquet(cursor, select, path))
