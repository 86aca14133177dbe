"""The wanted files out of police.uk's archives, without downloading the archives.

Each archive is a whole release: the 36 months that end with the month in its name, for every force. The newest one
that holds a month has that month's newest revision, so the search begins at the newest and goes back only for months
that are older than its window.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipInfo

from wardmote.errors import BadInput, NotAvailable, WardmoteError
from wardmote.evidence.fetch.client import Client
from wardmote.evidence.fetch.downloads import PoliceUk
from wardmote.evidence.fetch.months import month_after
from wardmote.evidence.fetch.outcome import Outcome, Watch, unwatched
from wardmote.evidence.fetch.police_files import PoliceFile, is_here, listed, place
from wardmote.evidence.fetch.remote_zip import NoRanges, RemoteZip

_OLDER_TRIES = 3


@dataclass(frozen=True)
class Archive:
    """One release: its zip, still on the server, and the files in it."""

    zip: RemoteZip
    files: dict[PoliceFile, ZipInfo]

    @property
    def first_month(self) -> str:
        """The oldest month it holds."""
        return min(file.month for file in self.files)

    @property
    def last_month(self) -> str:
        """The newest month it holds."""
        return max(file.month for file in self.files)

    @property
    def forces(self) -> set[str]:
        """The forces it has anything from."""
        return {file.force for file in self.files}


def open_archive(client: Client, address: str) -> Archive:
    """The archive at `address`: only its list is read.

    Raises:
        NotAvailable: it is not there, cannot be reached, or is only sent whole.
        BadInput: it is not a zip of police.uk files.
    """
    remote = RemoteZip(client, address)
    files = listed(remote.members)
    if not files:
        raise BadInput("the zip has no police.uk files in it", where=address)
    return Archive(zip=remote, files=files)


def from_archives(
    client: Client,
    newest: Archive,
    wanted: Iterable[PoliceFile],
    *,
    source: PoliceUk,
    folder: Path,
    watch: Watch = unwatched,
) -> Iterator[tuple[PoliceFile, Outcome]]:
    """Every wanted file as an outcome, from the newest archive that covers its month."""
    waiting = sorted(wanted)
    archive: Archive | WardmoteError = newest
    while waiting and isinstance(archive, Archive):
        first = archive.first_month
        covered = [file for file in waiting if file.month >= first]
        yield from _from_one(archive, covered, source=source, folder=folder, watch=watch)
        waiting = [file for file in waiting if file.month < first]
        if waiting:
            archive = _older(client, month_after(first, by=-1), source=source)
    for file in waiting:
        yield file, _missing(file, why=archive.what if isinstance(archive, WardmoteError) else "")


def _from_one(
    archive: Archive, files: Iterable[PoliceFile], *, source: PoliceUk, folder: Path, watch: Watch
) -> Iterator[tuple[PoliceFile, Outcome]]:
    """Each file in turn; once the line is down the rest are not tried, for each try takes minutes to fail."""
    broken = ""
    for file in files:
        try:
            yield file, _missing(file, why=broken) if broken else _take(archive, file, source, folder, watch)
        except NotAvailable as error:
            broken = error.what
            yield file, _missing(file, why=broken)


def _take(archive: Archive, file: PoliceFile, source: PoliceUk, folder: Path, watch: Watch) -> Outcome:
    info = archive.files.get(file)
    path = folder / file.path
    if info is None:
        return _missing(file, why=_why_absent(archive, file))
    if is_here(path, info):
        return Outcome(file.path, "already here", part=file.month, path=path, size=info.file_size)
    try:
        place(path, archive.zip.read(info, watch=watch), columns=source.columns[file.kind])
    except BadInput as error:
        return _missing(file, why=error.what)
    return Outcome(file.path, "fetched", part=file.month, path=path, size=info.file_size)


def _missing(file: PoliceFile, *, why: str) -> Outcome:
    return Outcome(file.path, "missing", part=file.month, why=why)


def _why_absent(archive: Archive, file: PoliceFile) -> str:
    if file.month > archive.last_month:
        return f"not published yet: the newest month is {archive.last_month}"
    return f"the force has published no {file.kind} file for this month"


def _older(client: Client, month: str, *, source: PoliceUk) -> Archive | WardmoteError:
    """An archive that ends at `month` or little later, so that it covers `month` and what is before it."""
    for later in range(_OLDER_TRIES):
        try:
            archive = open_archive(client, source.archive.of_month.format(month=month_after(month, by=later)))
        except NoRanges as error:
            return error
        except (NotAvailable, BadInput):
            continue
        if archive.first_month <= month:
            return archive
    return NotAvailable(f"no archive that holds {month} could be had")
