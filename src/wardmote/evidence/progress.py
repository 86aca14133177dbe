"""How a long piece of work tells how far it is."""

from typing import Protocol


class Progress(Protocol):
    """Told of the work as it goes. To stop the work, raise from `advance` or from `rows`."""

    def start(self, what: str, *, steps: int) -> None:
        """A piece of work of so many steps begins."""

    def advance(self, what: str) -> None:
        """One step is done."""

    def rows(self, read: int) -> None:
        """So many more rows have been read."""


class Silent:
    """Progress that nobody watches."""

    def start(self, what: str, *, steps: int) -> None:
        """Say nothing."""

    def advance(self, what: str) -> None:
        """Say nothing."""

    def rows(self, read: int) -> None:
        """Say nothing."""
