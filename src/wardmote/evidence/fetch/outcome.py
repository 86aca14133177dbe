"""What a fetch brought, what it did not bring, and why."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

State = Literal["fetched", "already here", "missing"]

Watch = Callable[[str, int, int | None], None]
"""Told as bytes or rows arrive: of what, how many so far, and of how many when that is known."""


def unwatched(name: str, done: int, total: int | None) -> None:
    """A watch that looks away."""


@dataclass(frozen=True)
class Outcome:
    """One wanted thing: `what` it is, where it is now (`path`), or `why` it is missing.

    `part` is the month of a police.uk file and empty for others.
    """

    what: str
    state: State
    part: str = ""
    path: Path | None = None
    size: int = 0
    why: str = ""


def is_complete(outcomes: tuple[Outcome, ...]) -> bool:
    """Whether everything that was asked for is here."""
    return all(outcome.state != "missing" for outcome in outcomes)
