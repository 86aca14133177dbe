"""data.police.uk: street-level crimes and incidents, outcomes, and stop and search.

The publisher replaces a month as a whole, so a force's month is the slice. Rows are kept as published: a crime
reference may stand on several rows, and anti-social behaviour incidents have none at all, so rows alike are separate
incidents there. A row that repeats a referenced crime word for word is the same record twice and is set aside; among
outcomes it is kept, for one crime may have several suspects.
"""

import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from wardmote.definitions.vocabulary import read_vocabulary
from wardmote.errors import BadInput
from wardmote.evidence import duck
from wardmote.evidence.delta import Slice
from wardmote.evidence.inputs import InputFile, Prepared
from wardmote.evidence.ledger import LoadedFile
from wardmote.evidence.sources.base import Head, Loading
from wardmote.evidence.sources.csv_text import header_of, is_web_page, require_columns
from wardmote.evidence.sources.police_uk_kinds import KINDS, Kind
from wardmote.evidence.sources.police_uk_rows import Rows, read_rows

_NAME = re.compile(r"(?P<month>\d{4}-\d{2})-(?P<force>[a-z-]+?)-(?P<kind>street|outcomes|stop-and-search)\.csv$")
UNCHANGED = "already loaded, unchanged"
EMPTY = "has a header and no rows, so its month counts as missing"
OLDER = "more cases are still under investigation than in what it replaced: is this an earlier release?"


@dataclass(frozen=True)
class _Claim:
    """What a file's name says it holds."""

    force: str
    month: str
    suffix: str


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
        held_rows = {kind.table.name: loading.writing.rows_held(kind.table) for kind in KINDS}
        with ThreadPoolExecutor(duck.THREADS) as pool:
            work = [pool.submit(_read_file, file, number, loading, held_rows) for number, file in enumerate(files)]
            try:
                return [_done(future.result(), loading) for future in work]
            except BaseException:
                pool.shutdown(wait=True, cancel_futures=True)
                raise


def _done(file: LoadedFile, loading: Loading) -> LoadedFile:
    loading.progress.advance(file.name)
    return file


def _read_file(file: InputFile, number: int, loading: Loading, held_rows: dict[str, dict[Slice, int]]) -> LoadedFile:
    prepared = file.prepare(loading.folder, number=number)
    try:
        if loading.held.has(prepared.digest):
            return LoadedFile(file.name, prepared.digest, {}, 0, 0, 0, notes=(UNCHANGED,))
        kind, header = _checked_header(file.name, prepared.path)
        with loading.connection.cursor() as cursor:
            rows = read_rows(cursor, prepared.path, kind=kind, header=header, name=file.name)
            return _store(file.name, prepared, rows, _claim_of(file.name), loading, held_rows[kind.table.name])
    finally:
        prepared.path.unlink(missing_ok=True)


def _store(
    name: str, prepared: Prepared, rows: Rows, claim: _Claim | None, loading: Loading, held: dict[Slice, int]
) -> LoadedFile:
    if claim is not None:
        rows.refuse_other_months(claim.month)
    part = prepared.path.stem
    slices = [(claim.force, f"{claim.month}-01")] if claim else rows.slices(_force_name)
    kept = 0
    for slice_ in slices:
        path = loading.writing.new_file(rows.kind.table, slice_, part=part)
        written = rows.write(path, slice_=None if claim else slice_)
        if written:
            loading.writing.add(rows.kind.table, slice_, path, rows=written)
        kept += written
    read = rows.read
    quarantined = rows.write_quarantine(loading.writing, part=part)
    superseded = sum(held.get(slice_, 0) for slice_ in slices)
    notes = (EMPTY,) if read == 0 else ()
    filled = {rows.kind.table.name: [list(slice_) for slice_ in slices]} if kept else {}
    return LoadedFile(name, prepared.digest, filled, read, kept, quarantined, superseded if kept else 0, notes)


def _checked_header(name: str, path: Path) -> tuple[Kind, list[str]]:
    with path.open(encoding="utf-8-sig", errors="replace") as stream:
        text = stream.readline(100_000)
    if is_web_page(text):
        raise BadInput(
            "is a web page, not a CSV", where=name, do="download it again: the site may have asked you to wait"
        )
    header = header_of(text)
    kind = _kind_of(header) or _kind_named(_claim_of(name))
    if kind is None:
        raise BadInput(
            "is not a file of data.police.uk", where=name, do="load street, outcomes or stop-and-search files"
        )
    require_columns(name, header, kind.columns)
    return kind, header


def _claim_of(name: str) -> _Claim | None:
    found = _NAME.search(name.lower())
    return _Claim(found["force"], found["month"], found["kind"]) if found else None


def _kind_of(header: Sequence[str]) -> Kind | None:
    for kind in KINDS:
        if kind.tell_tale in header and len(set(kind.columns) & set(header)) > len(kind.columns) / 2:
            return kind
    return None


def _kind_named(claim: _Claim | None) -> Kind | None:
    return next((kind for kind in KINDS if claim and kind.suffix == claim.suffix), None)


def _force_name(reported_by: str) -> str:
    """The short name of a force, as data.police.uk writes it in file names."""
    for row in read_vocabulary("forces"):
        if row["name"] == reported_by:
            return row["force"]
    words = re.sub(r"\b(police|constabulary|service)\b", "", reported_by.lower().replace("&", "and"))
    return "-".join(re.findall(r"[a-z0-9]+", words)) or "unnamed"
