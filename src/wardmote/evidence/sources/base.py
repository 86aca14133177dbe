"""What every source does: recognise a file by its beginning, and read files into slices of the evidence tables."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import duckdb

from wardmote.evidence.content import Prepared
from wardmote.evidence.dock.linked_rows import LinkedRows
from wardmote.evidence.held import HeldContent
from wardmote.evidence.inputs import InputFile
from wardmote.evidence.ledger import LoadedFile
from wardmote.evidence.progress import Progress
from wardmote.evidence.store import Writing


@dataclass(frozen=True)
class Head:
    """The beginning of a file: its name as given and its first bytes as text."""

    file: InputFile
    text: str

    @property
    def name(self) -> str:
        return self.file.name


@dataclass
class Loading:
    """One load under way: where it writes, what the store holds now, and who is told of its progress.

    `linked` says which rows' people were linked with others beforehand.
    """

    writing: Writing
    connection: duckdb.DuckDBPyConnection
    folder: Path
    progress: Progress
    held: HeldContent
    linked: LinkedRows = field(default_factory=LinkedRows)


class Source(Protocol):
    """A kind of delivery that can be read. Files of one source found together make one load."""

    id: str
    title: str
    is_open_data: bool
    joins_files: bool

    def recognises(self, head: Head) -> bool:
        """Whether a file that begins like this is of this kind, even if something is wrong with it."""

    def read(self, files: Sequence[InputFile], loading: Loading) -> list[LoadedFile]:
        """Read the files and add their slices to the load; raises BadInput, naming the file, when one is unusable."""


def read_each(
    files: Sequence[InputFile], loading: Loading, *, title: str, read: Callable[[InputFile, Prepared], LoadedFile]
) -> list[LoadedFile]:
    """Lay each file out on disk and `read` it, but for those whose content is held already."""
    loading.progress.start(title, steps=len(files))
    return [_read_one(file, number, loading, read) for number, file in enumerate(files)]


def _read_one(
    file: InputFile, number: int, loading: Loading, read: Callable[[InputFile, Prepared], LoadedFile]
) -> LoadedFile:
    prepared = file.prepare(loading.folder, number=number)
    loading.progress.advance(file.name)
    if reason := loading.held.reason_to_pass_over(prepared.digest):
        return LoadedFile.passed_over(file.name, prepared.digest, reason)
    return read(file, prepared)
