"""Two lists against each other: our priorities and those of the police, and what serves each priority."""

from collections.abc import Iterable
from dataclasses import dataclass

from wardmote.web.core.actors import Actor
from wardmote.web.core.wording import plural
from wardmote.web.plans.models import Alignment, PolicePriority, Priority
from wardmote.web.plans.presenters.plan import priority_address
from wardmote.web.plans.queries.serving import Serving

_NOTHING = "–"


@dataclass(frozen=True)
class MatrixRow:
    """One row: its name, where it is read, and a word in each column."""

    title: str
    href: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Matrix:
    """A sentence that says what the matrix shows, and the matrix."""

    sentence: str
    caption: str
    corner: str
    heads: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    empty: str


def alignment_page(
    actor: Actor, *, ours: list[Priority], theirs: list[PolicePriority], held: Iterable[Alignment]
) -> Matrix:
    """Our priorities beside theirs, and in a sentence what of theirs nothing of ours serves."""
    words = {(one.priority_id, one.police_priority_id): one.get_strength_display() for one in held}
    rows = tuple(
        MatrixRow(
            priority.title,
            priority_address(actor, priority),
            tuple(words.get((priority.pk, other.pk), _NOTHING) for other in theirs),
        )
        for priority in ours
    )
    alone = [other.title for other in theirs if not any((one.pk, other.pk) in words for one in ours)]
    sentence = f"Nothing of ours serves {' or '.join(alone)}." if alone else "Each of theirs is served by one of ours."
    return Matrix(
        sentence=sentence,
        caption="Our priorities, and those of the Police and Crime Plan",
        corner="Ours",
        heads=tuple(other.title for other in theirs),
        rows=rows if theirs else (),
        empty="Nothing is recorded of the Police and Crime Plan yet.",
    )


def cross_cutting_page(priorities: list[Priority], serving: tuple[Serving, ...]) -> Matrix:
    """What serves several priorities stands once, and is counted for the one that it serves first."""
    serving = tuple(one for one in serving if one.first is not None)
    marked = sum(one.is_cross_cutting for one in serving)
    bear = "bears the CC mark: it serves" if marked == 1 else "bear the CC mark: each serves"
    return Matrix(
        sentence=f"{plural(len(serving), 'piece of work', 'pieces of work')}, each counted once. "
        f"{marked:,} {bear} several priorities.",
        caption="What serves each priority",
        corner="What",
        heads=tuple(priority.title for priority in priorities),
        rows=tuple(
            MatrixRow(
                f"{one.name} (CC)" if one.is_cross_cutting else one.name,
                one.href,
                tuple(_word(one, priority) for priority in priorities),
            )
            for one in serving
        ),
        empty="Nothing is tied to a priority yet.",
    )


def _word(one: Serving, priority: Priority) -> str:
    if one.first == priority.pk:
        return "counted here"
    return "also serves" if priority.pk in one.others else _NOTHING
