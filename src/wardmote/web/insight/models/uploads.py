"""Files that were chosen on the site and wait to be loaded: held in memory alone, and forgotten after a while.

A file may hold names, so none of it is ever written anywhere before it is read by its card.
"""

import secrets
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field

from wardmote.definitions.card import Card
from wardmote.evidence.dock.outline import Outline
from wardmote.evidence.inputs import InputFile

FORGOTTEN_AFTER_MINUTES = 30
MOST_WAITING = 3


@dataclass
class Waiting:
    """One file. `chosen` is the card that somebody chose for it or made of it, and `outline` what they said of its columns.

    `card_text` is the card as a file where it was made here, to be kept once it has read the file. `remembered` is what
    was found out about the file, so that a page asked for twice finds it out once.
    """

    number: int
    file: InputFile
    chosen: Card | None = None
    card_text: str = ""
    outline: Outline | None = None
    remembered: dict[str, object] = field(default_factory=dict, repr=False)

    @property
    def name(self) -> str:
        return self.file.name


@dataclass(frozen=True)
class Upload:
    """Files that were chosen together. `key` cannot be guessed, and is all that leads to them."""

    files: tuple[Waiting, ...]
    key: str = field(default_factory=lambda: secrets.token_urlsafe(24))


class Uploads:
    """Every upload that waits. Each is forgotten half an hour after anybody last asked for it."""

    def __init__(self, *, forgotten_after_s: float = FORGOTTEN_AFTER_MINUTES * 60) -> None:
        self._forgotten_after_s = forgotten_after_s
        self._lock = threading.Lock()
        self._held: dict[str, Upload] = {}
        self._clocks: dict[str, threading.Timer] = {}

    def keep(self, files: Sequence[InputFile]) -> Upload:
        """Hold these files; of too many uploads the oldest is forgotten."""
        upload = Upload(tuple(Waiting(number, file) for number, file in enumerate(files, start=1)))
        with self._lock:
            self._held[upload.key] = upload
            self._wind(upload.key)
            for key in list(self._held)[:-MOST_WAITING]:
                self._drop(key)
        return upload

    def find(self, key: str) -> Upload | None:
        """The upload of this key, or None where it is forgotten or never was."""
        with self._lock:
            if key in self._held:
                self._wind(key)
            return self._held.get(key)

    def forget(self, key: str) -> None:
        """Let go of an upload and of its memory."""
        with self._lock:
            self._drop(key)

    def forget_all(self) -> None:
        """Let go of everything."""
        with self._lock:
            for key in list(self._held):
                self._drop(key)

    def _drop(self, key: str) -> None:
        self._held.pop(key, None)
        if clock := self._clocks.pop(key, None):
            clock.cancel()

    def _wind(self, key: str) -> None:
        if clock := self._clocks.pop(key, None):
            clock.cancel()
        clock = threading.Timer(self._forgotten_after_s, self.forget, [key])
        clock.daemon = True
        clock.start()
        self._clocks[key] = clock


WAITING = Uploads()
