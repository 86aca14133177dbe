"""What changed since the last meeting, and what differs between two editions."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse

from wardmote.web.core.actors import Actor
from wardmote.web.core.components import Line, Link
from wardmote.web.core.wording import plain_day, plural
from wardmote.web.plans.models import Action, Edition
from wardmote.web.plans.presenters.listings import action_address
from wardmote.web.plans.presenters.plan import priority_address
from wardmote.web.plans.queries.changes import Changes, FirstActions
from wardmote.web.plans.rules.comparison import Difference


@dataclass(frozen=True)
class Part:
    """A heading and the sentences under it."""

    heading: str
    lines: tuple[Line, ...]


def changes_parts(actor: Actor, changes: Changes) -> tuple[Part, ...]:
    """What needs the board first, then what went well, then the rest; what is empty is left out."""
    parts = (
        _part(actor, "Stuck", changes.stuck, lambda one: one.blocker.rstrip(".")),
        _part(actor, "Taken to a board", changes.escalated, lambda one: f"{one.escalated_to} is asked"),
        _part(actor, "Became late", changes.late, lambda one: f"it was due on {plain_day(one.due_on)}"),
        _part(actor, "Done", changes.done, lambda _: ""),
        _part(actor, "Given out", changes.given, lambda one: f"due on {plain_day(one.due_on)}"),
        Part("Priorities", tuple(_priorities(actor, changes))),
        Part("Editions and strategies", tuple(_adopted(actor, changes))),
    )
    return tuple(part for part in parts if part.lines)


def changes_headline(changes: Changes) -> str:
    """In a sentence, what happened since then."""
    return (
        f"Since {plain_day(changes.since)}: {plural(len(changes.done), 'action')} done, {len(changes.stuck):,} stuck, "
        f"{len(changes.late):,} late, {len(changes.given):,} given out."
    )


def difference_parts(found: Iterable[Difference]) -> tuple[tuple[str, tuple[Difference, ...]], ...]:
    """Differences under what they belong to."""
    return tuple((under, tuple(some)) for under, some in groupby(found, key=lambda one: one.under))


def _part(actor: Actor, heading: str, actions: FirstActions, words: Callable[[Action], str]) -> Part:
    lines = tuple(_action(actor, one, words(one)) for one in actions)
    if not actions.left_out:
        return Part(heading, lines)
    address = reverse("actions", args=[actor.partnership_slug])
    return Part(heading, (*lines, Line(f"And {actions.left_out:,} more.", Link("See all actions", address))))


def _action(actor: Actor, action: Action, words: str) -> Line:
    said = f": {words}" if words else ""
    return Line(f"{action.title}{said} ({action.owner}).", Link("See the action", action_address(actor, action)))


def _priorities(actor: Actor, changes: Changes) -> Iterable[Line]:
    for word, some in (("was adopted", changes.begun), ("ended", changes.ended)):
        for one in some:
            yield Line(f"{one.title} {word}.", Link("See the priority", priority_address(actor, one)))


def _adopted(actor: Actor, changes: Changes) -> Iterable[Line]:
    for edition in changes.editions:
        yield Line(
            f"{edition.title} was adopted at {edition.adopted_at}.", Link("See it", edition_address(actor, edition))
        )
    for strategy in changes.strategies:
        yield Line(f"{strategy.title} was adopted by {strategy.adopters or 'the partnership'}.")


def edition_address(actor: Actor, edition: Edition) -> str:
    """Where an edition is read."""
    return reverse("edition", kwargs={"partnership": actor.partnership_slug, "edition": edition.pk})
