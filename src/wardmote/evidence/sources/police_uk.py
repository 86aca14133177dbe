"""data.police.uk: street-level crimes and incidents, outcomes, and stop and search.

The publisher replaces a month as a whole, so a force's month is the slice. Rows are kept as published: a crime
reference may stand on several rows, and anti-social behaviour incidents have none at all, so rows alike are separate
incidents there. A row that repeats a referenced crime word for word is the same record twice and is set aside; among
outcomes it is kept, for one crime may have several suspects.
"""

import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import duckdb

from wardmote.definitions.vocabulary import read_vocabulary
from wardmote.errors import BadInput
from wardmote.evidence import duck
from wardmote.evidence.content import Prepared
from wardmote.evidence.inputs import InputFile
from wardmote.evidence.ledger import LoadedFile
from wardmote.evidence.sources.base import Head, Loading
from wardmote.evidence.sources.csv_text import header_of, require_columns, require_csv
from wardmote.evidence.sources.police_uk_kinds import KINDS, Kind
from wardmote.evidence.sources.police_uk_releases import OLDER, Held, is_earlier_release
from wardmote.evidence.sources.police_uk_rows import Claim, Rows

_NAME = re.compile(r"(?P<month>\d{4}-\d{2})-(?P<force>[a-z-]+?)-(?P<kind>street|outcomes|stop-and-search)\.csv(\.gz)?$")
EMPTY = "has a header and no rows, so its month counts as missing"


class PoliceUk:
    """Files as data.police.uk publishes them: one a force, a month and a kind."""

    id = "police-uk"
    title = "data.police.uk"
    is_open_data = True
    joins_files = True

    def recognises(self, head: Head) -> bool:
        return _claim_of(head.name) is not None or _kind_of(header_of(head.text)) is not None

    def read(self, files: Sequence[InputFile], loading: Loading) -> list[LoadedFile]:
        loading.progress.start(self.title, steps=len(files))
        held = {kind.table.name: Held(loading.writing, kind.table) for kind in KINDS}
        with ThreadPoolExecutor(duck.THREADS) as pool:
            work = [pool.submit(_read_file, file, number, loading, held) for number, file in enumerate(files)]
            try:
                return [_done(future.result(), loading) for future in work]
            except BaseException:
                pool.shutdown(wait=True, cancel_futures=True)
                raise


def _done(file: LoadedFile, loading: Loading) -> LoadedFile:
    loading.progress.rows(file.read)
    loading.progress.advance(file.name)
    return file


def _read_file(file: InputFile, number: int, loading: Loading, held: dict[str, Held]) -> LoadedFile:
    claim = _claim_of(file.name)
    # A name proves nothing: what is no file of data.police.uk may hold people, and is refused before it is unpacked.
    kind, header = _checked_header(file.name, file.head())
    prepared = file.prepare(loading.folder, number=number)
    try:
        named_for = (kind.table.name, claim.slice) if claim else None
        if reason := loading.held.reason_to_pass_over(prepared.digest, named_for=named_for):
            return LoadedFile.passed_over(file.name, prepared.digest, reason)
        with loading.connection.cursor() as cursor:
            rows = Rows(cursor, prepared, kind=kind, header=header, claim=claim, name=file.name)
            return _store(file.name, prepared, rows, claim, loading, held[kind.table.name], cursor)
    finally:
        prepared.path.unlink(missing_ok=True)


def _store(
    name: str,
    prepared: Prepared,
    rows: Rows,
    claim: Claim | None,
    loading: Loading,
    held: Held,
    cursor: duckdb.DuckDBPyConnection,
) -> LoadedFile:
    if rows.read == 0:
        return LoadedFile(name, prepared.digest, {}, 0, 0, 0, notes=(EMPTY,))
    if rows.kept == 0:
        raise BadInput(
            f"none of its {rows.read:,} rows can be used ({rows.commonest_reason()})",
            where=name,
            do="download the file again and check its name",
        )
    table, part = rows.kind.table, prepared.path.stem
    slices = [claim.slice] if claim else rows.slices(_force_name)
    kept, notes = 0, []
    for slice_ in slices:
        path = loading.writing.new_file(table, slice_, part=part)
        written = rows.write(path, slice_=None if claim else slice_)
        loading.writing.add(table, slice_, path, rows=written)
        kept += written
        if is_earlier_release(cursor, path, held=held.files(slice_)):
            notes.append(OLDER)
    rows.write_quarantine(loading.writing, part=part)
    return LoadedFile(
        name,
        prepared.digest,
        {table.name: [list(slice_) for slice_ in slices]},
        rows.read,
        kept,
        rows.read - rows.kept,
        superseded=sum(held.rows(slice_) for slice_ in slices),
        notes=tuple(dict.fromkeys(notes)),
    )


def _checked_header(name: str, head: bytes) -> tuple[Kind, list[str]]:
    text = head.decode("utf-8-sig", errors="replace")
    require_csv(name, text)
    header = header_of(text)
    kind = _kind_of(header) or _kind_named(_claim_of(name))
    if kind is None:
        raise BadInput(
            "is not a file of data.police.uk", where=name, do="load street, outcomes or stop-and-search files"
        )
    require_columns(name, header, kind.columns)
    return kind, header


def _claim_of(name: str) -> Claim | None:
    found = _NAME.search(name.lower())
    return Claim(found["force"], found["month"], found["kind"]) if found and _is_month(found["month"]) else None


def _is_month(text: str) -> bool:
    try:
        return date.fromisoformat(f"{text}-01").year > 1900
    except ValueError:
        return False


def _kind_of(header: Sequence[str]) -> Kind | None:
    for kind in KINDS:
        if kind.tell_tale in header and len(set(kind.columns) & set(header)) > len(kind.columns) / 2:
            return kind
    return None


def _kind_named(claim: Claim | None) -> Kind | None:
    return next((kind for kind in KINDS if claim and kind.suffix == claim.suffix), None)


def _force_name(reported_by: str) -> str:
    """The short name of a force, as data.police.uk writes it in file names."""
    for row in read_vocabulary("forces"):
        if row["name"] == reported_by:
            return row["force"]
    words = re.sub(r"\b(police|constabulary|service)\b", "", reported_by.lower().replace("&", "and"))
    return "-".join(re.findall(r"[a-z0-9]+", words)) or "unnamed"
