"""The load under way: how far it is, what came of it, and the word to stop."""

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from wardmote.errors import WardmoteError
from wardmote.evidence.ledger import Load
from wardmote.evidence.linkage.effect import LinkEffect
from wardmote.evidence.loading import NotLoaded


class Stopped(WardmoteError):
    """Somebody stopped the load."""


@dataclass
class LoadJob:
    """One load in the background, told of its progress as it goes.

    `expected` are the rows that the files seem to have, None where that is not known before they are read. It is one
    thread that writes these, and others that read them. `is_linking` says that people are to be linked, and `effect` what
    that came to; None where none of the files names anybody.
    """

    names: tuple[str, ...]
    expected: int | None
    key: str = field(default_factory=lambda: secrets.token_urlsafe(12))
    doing: str = ""
    read: int = 0
    files: int = 0
    loads: list[Load] = field(default_factory=list)
    not_loaded: list[NotLoaded] = field(default_factory=list)
    is_linking: bool = False
    effect: LinkEffect | None = None
    counting: "Counting | None" = None
    failure: str = ""
    is_stopped: bool = False
    is_done: bool = False
    _stop: threading.Event = field(default_factory=threading.Event, repr=False)

    def stop(self) -> None:
        """Ask the load to end; it does so after the rows that it is reading."""
        self._stop.set()

    @property
    def is_stopping(self) -> bool:
        """Whether it was asked to end and has not done so yet."""
        return self._stop.is_set() and not self.is_done

    def start(self, what: str, *, steps: int) -> None:
        """A delivery begins."""
        self.obey()
        self.doing = what

    def advance(self, what: str) -> None:
        """A file is done."""
        self.files += 1
        self.obey()

    def rows(self, read: int) -> None:
        """More rows have been read."""
        self.read += read
        self.obey()

    def begin_counting(self) -> "Counting":
        """What was read is stored: from now on it is counted."""
        self.counting = Counting(self.obey)
        return self.counting

    def obey(self) -> None:
        """Raise Stopped where somebody asked the load to end."""
        if self._stop.is_set():
            raise Stopped("The load was stopped")


@dataclass
class Counting:
    """How many of the tables that measures choose from have been counted, told of its progress as it goes.

    Stopping it takes back nothing: what is not counted yet is counted when a page asks for it.
    """

    obey: Callable[[], None]
    done: int = 0
    most: int = 0
    is_stopped: bool = False

    def start(self, what: str, *, steps: int) -> None:
        """So many tables are to be counted."""
        self.most = steps
        self.obey()

    def advance(self, what: str) -> None:
        """A table is counted."""
        self.done += 1
        self.obey()

    def rows(self, read: int) -> None:
        """Nothing is read."""
