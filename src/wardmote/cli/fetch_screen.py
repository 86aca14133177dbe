"""What `wardmote fetch` shows: a bar while it works, and one table of what came and what did not."""

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby

import stamina.instrumentation
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from wardmote.evidence.fetch.client import in_words
from wardmote.evidence.fetch.outcome import Outcome, Watch
from wardmote.evidence.fetch.police_files import recognise


@contextmanager
def progress() -> Iterator[Watch]:
    """A bar for the file that is arriving, and a line for each wait; both on stderr, the bar only at a terminal."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("asking", total=None)

        def watch(name: str, done: int, total: int | None) -> None:
            bar.update(task, description=name, completed=done, total=total)

        def say_why_waiting(details: stamina.instrumentation.RetryDetails) -> None:
            console.print(
                f"{in_words(details.caused_by)}; trying again in {details.wait_for:.0f} s",
                highlight=False,
                markup=False,
            )

        stamina.instrumentation.set_on_retry_hooks([say_why_waiting])
        try:
            yield watch
        finally:
            stamina.instrumentation.set_on_retry_hooks(None)


def show(outcomes: tuple[Outcome, ...]) -> None:
    """Print the table: a line for each thing that came, and a line for each reason why others did not."""
    table = Table("What", "Got", "Already here", "Size", "Missing", "Why")
    for what, group in groupby(sorted(outcomes, key=_sort_key), key=_label):
        table.add_row(*_row(what, tuple(group)))
    Console().print(table)


def _row(what: str, outcomes: tuple[Outcome, ...]) -> tuple[str, ...]:
    states = Counter(outcome.state for outcome in outcomes)
    missing = [outcome for outcome in outcomes if outcome.state == "missing"]
    size = sum(outcome.size for outcome in outcomes)
    reasons = [
        f"{_span([each.part for each in missing if each.why == why])}{why}"
        for why in dict.fromkeys(outcome.why for outcome in missing)
    ]
    return (
        what,
        str(states["fetched"]),
        str(states["already here"]),
        f"{size / 1e6:,.1f} MB",
        str(len(missing)),
        "\n".join(reasons),
    )


def _span(months: list[str]) -> str:
    """The months, short enough for a table: one, two, or how many between which."""
    named = sorted(filter(None, months))
    if not named:
        return ""
    if len(named) <= 3:
        return f"{', '.join(named)}: "
    return f"{len(named)} months from {named[0]} to {named[-1]}: "


def _label(outcome: Outcome) -> str:
    """A police.uk file counts under its force and kind; anything else is a line of its own."""
    file = recognise(outcome.what)
    return f"{file.force} {file.kind}" if file else outcome.what


def _sort_key(outcome: Outcome) -> tuple[str, str]:
    return (_label(outcome), outcome.part)
