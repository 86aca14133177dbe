"""The progress bar of a load, and of the counting after it."""

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn


class LoadBar:
    """A bar on standard error for each piece of work: by default one for each delivery, by files."""

    def __init__(self, *, doing: str = "Loading", steps: str = "files") -> None:
        self._doing = doing
        screen = Console(stderr=True)
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn(steps),
            TimeElapsedColumn(),
            console=screen,
            transient=True,
            disable=not screen.is_terminal,
        )
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def start(self, what: str, *, steps: int) -> None:
        """A delivery begins."""
        self._task = self._progress.add_task(f"{self._doing} {what}", total=steps)

    def advance(self, what: str) -> None:
        """A file is done."""
        if self._task is not None:
            self._progress.advance(self._task)

    def rows(self, read: int) -> None:
        """The bar counts files, which are known beforehand."""
