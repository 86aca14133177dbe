"""How a long piece of work tells how far it is."""

from typing import Protocol


class Progress(Protocol):
    """Told of the work as it goes. To stop the work, raise from `advance`."""

    def start(self, what: str, *, steps: int) -> None:
        """A piece of work of so many steps begins."""

    def advance(self, what: str) -> None:
        """One step is done."""


class Silent:
    """Progress that nobody watches."""

    def start(self, what: str, *, steps: int) -> None:
        """Say nothing."""

    def advance(self, what: str) -> None:
        """Say nothing."""
