"""Taking files that were chosen on the site into memory, and letting go of them."""

from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath
from typing import Protocol

from wardmote.errors import BadInput, NotAvailable
from wardmote.evidence.inputs import InputFile
from wardmote.web.insight.models.uploads import FORGOTTEN_AFTER_MINUTES, WAITING, Upload, Waiting

_LONGEST_NAME = 120


class Chosen(Protocol):
    """A file as the form brings it."""

    name: str | None

    def read(self) -> bytes:
        """All of it."""


def take_files(chosen: Sequence[Chosen]) -> Upload:
    """Hold the files that were chosen; raises BadInput where there are none, or all are empty."""
    files = list(_inputs(chosen))
    if not files:
        raise BadInput("No file was chosen", do="choose one or several files")
    return WAITING.keep(files)


def upload_of(key: str) -> Upload:
    """The upload of a key; raises NotAvailable where it is not held any more."""
    upload = WAITING.find(key)
    if upload is None:
        raise NotAvailable(
            f"These files are not held any more: they are forgotten {FORGOTTEN_AFTER_MINUTES} minutes after they were"
            " last looked at, once they are loaded, and when the site stops",
            do="choose them again under Loads",
        )
    return upload


def waiting_file(upload: Upload, number: int) -> Waiting:
    """One file of an upload; raises NotAvailable where there is none of that number."""
    for waiting in upload.files:
        if waiting.number == number:
            return waiting
    raise NotAvailable(f"There is no file {number} among these", do="choose one from the list of files")


def forget_files(key: str) -> None:
    """Let go of an upload, whether it is still held or not."""
    WAITING.forget(key)


def _inputs(chosen: Iterable[Chosen]) -> Iterable[InputFile]:
    for number, one in enumerate(chosen, start=1):
        name = _plain(one.name or "") or f"file {number}"
        # The path is of no file: it tells two files of one name apart.
        yield InputFile(Path(str(number)) / name, name, held=one.read())


def _plain(name: str) -> str:
    """A name without folders and signs that cannot be printed, short enough to be shown."""
    base = PurePosixPath("".join(sign for sign in name.replace("\\", "/") if sign.isprintable())).name
    return base if len(base) <= _LONGEST_NAME else base[: _LONGEST_NAME // 2] + "…" + base[-_LONGEST_NAME // 2 :]
