"""What is one person's to do, whichever room it comes from: each says its own in `overview.py`, as `own(actor)`."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from heapq import merge
from itertools import islice
from typing import Any, overload

from django.db.models import QuerySet

from wardmote.web.core.actors import Actor
from wardmote.web.core.clock import today
from wardmote.web.core.rooms import offered
from wardmote.web.core.wording import plural


@dataclass(frozen=True)
class Task:
    """One thing to do: where it comes from, in words, how it stands, and the page on which it is dealt with.

    `note` stands under how it stands, such as what is in the way. Without `due_on` no day is set.
    """

    title: str
    source: str
    stands: str
    href: str
    due_on: date | None = None
    note: str = ""

    @property
    def is_late(self) -> bool:
        """Whether its day has passed."""
        return self.due_on is not None and self.due_on < today()


@dataclass(frozen=True)
class Own[R]:
    """One kind of what is a person's to do and is not done, the soonest first and what has no day last.

    `told` makes a task of one of the rows.
    """

    rows: QuerySet[Any] | Sequence[R]
    told: Callable[[R], Task]

    @cached_property
    def number(self) -> int:
        """How many there are."""
        return self.rows.count() if isinstance(self.rows, QuerySet) else len(self.rows)


class OwnTasks(Sequence[Task]):
    """Everything that is the actor's to do, the soonest first. Any part of it takes two queries for each kind at most."""

    def __init__(self, actor: Actor) -> None:
        # An actor who is no member owns nothing; what has no owner yet would otherwise seem to be theirs.
        self._kinds: tuple[Own[Any], ...] = (
            tuple(kind for own in offered("overview", "own") for kind in own(actor)) if actor.id else ()
        )

    @property
    def number_in_words(self) -> str:
        """3 things are yours to do."""
        return f"{plural(len(self), 'thing is', 'things are')} yours to do"

    def __len__(self) -> int:
        return sum(kind.number for kind in self._kinds)

    def __iter__(self) -> Iterator[Task]:
        return self._merged(None)

    @overload
    def __getitem__(self, part: int) -> Task: ...
    @overload
    def __getitem__(self, part: slice) -> Sequence[Task]: ...
    def __getitem__(self, part: int | slice) -> Task | Sequence[Task]:
        """What stands there, counted from the soonest."""
        if isinstance(part, int):
            return self[part : part + 1][0]
        return tuple(islice(self._merged(part.stop), part.start, part.stop))

    def _merged(self, most: int | None) -> Iterator[Task]:
        told = ([kind.told(row) for row in kind.rows[:most]] for kind in self._kinds)
        return merge(*told, key=lambda task: task.due_on or date.max)
