"""What changed in the plan since a day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from wardmote.web.core.actors import Actor
from wardmote.web.core.clock import today
from wardmote.web.core.scope import seen_by
from wardmote.web.plans.models import Action, Edition, Priority, ProgressNote, Strategy
from wardmote.web.plans.queries.actions import actions_of, became_late, given_since, notes_since
from wardmote.web.plans.rules.statuses import DONE, STUCK

_MOST_SHOWN = 50


@dataclass(frozen=True)
class FirstActions:
    """The first of many actions, and, as its length, how many there are in all."""

    shown: tuple[Action, ...]
    number: int

    def __len__(self) -> int:
        return self.number

    def __iter__(self) -> Iterator[Action]:
        return iter(self.shown)

    @property
    def left_out(self) -> int:
        """How many are not among those shown."""
        return self.number - len(self.shown)


@dataclass(frozen=True)
class Changes:
    """What is new since a day, in the order in which a board asks."""

    since: date
    stuck: FirstActions
    escalated: FirstActions
    late: FirstActions
    done: FirstActions
    given: FirstActions
    notes: Sequence[ProgressNote]
    begun: Sequence[Priority]
    ended: Sequence[Priority]
    editions: Sequence[Edition]
    strategies: Sequence[Strategy]


def changes_since(actor: Actor, since: date) -> Changes:
    """Everything that changed from that day on, the first of the actions with how many there are; 15 queries."""
    actions = actions_of(actor)
    said_stuck = ProgressNote.objects.filter(action=OuterRef("pk"), status=STUCK, said_on__gte=since)
    return Changes(
        since=since,
        stuck=_first(actions.filter(Exists(said_stuck), status=STUCK)),
        escalated=_first(actions.filter(escalated_on__gte=since)),
        late=_first(became_late(actor, since=since)),
        done=_first(actions.filter(status=DONE, done_on__gte=since)),
        given=_first(given_since(actor, since=since)),
        notes=list(notes_since(actor, since=since)[:200]),
        begun=list(seen_by(actor, Priority).filter(starts_on__gte=since, starts_on__lte=today())),
        ended=list(seen_by(actor, Priority).filter(ends_on__gte=since, ends_on__lte=today())),
        editions=list(seen_by(actor, Edition).filter(adopted_on__gte=since)),
        strategies=list(seen_by(actor, Strategy).filter(adopted_on__gte=since)),
    )


def _first(actions: QuerySet[Action]) -> FirstActions:
    return FirstActions(tuple(actions[:_MOST_SHOWN]), actions.count())
