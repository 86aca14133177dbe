"""Groups of the actor's partnership, and how they stand to each other."""

from datetime import date
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from wardmote.web.core.actors import Actor
from wardmote.web.core.scope import seen_by
from wardmote.web.governance.models import Cadence, Group, Seat


def groups_of(actor: Actor) -> QuerySet[Group]:
    """Every group, open or closed, with how often it meets and its parts in law."""
    found = seen_by(actor, Group).select_related("reports_to", "led_by")
    return found.prefetch_related(Prefetch("cadences", Cadence.objects.order_by("-started_on")), "hats")


def open_groups_of(actor: Actor) -> QuerySet[Group]:
    """Groups without a last day."""
    return groups_of(actor).filter(closed_on=None)


def board_of(actor: Actor) -> Group | None:
    """The executive board, whose last meeting people mean by “the last meeting”."""
    return open_groups_of(actor).filter(kind=Group.Kind.EXECUTIVE).first()


def seats_of(group: Group) -> QuerySet[Seat]:
    """Who sits there now: members first, then deputies."""
    return seats_now(group.seats.all())


def seats_by_group(actor: Actor) -> dict[UUID, list[Seat]]:
    """Who sits now, for every group; one query."""
    found: dict[UUID, list[Seat]] = {}
    for seat in seats_now(seen_by(actor, Seat)):
        found.setdefault(seat.group_id, []).append(seat)
    return found


def seats_now(seats: QuerySet[Seat]) -> QuerySet[Seat]:
    """Those that have not ended, with who sits there."""
    return seats.filter(ended_on=None).select_related("member__agency")


def every_seat_of(group: Group) -> QuerySet[Seat]:
    """Who sits and who sat there."""
    return group.seats.select_related("member__agency").order_by("ended_on", "is_deputy", "member__name")


def cadence_on(group: Group, day: date) -> Cadence | None:
    """How often it meets on a day; its cadences have been fetched, the newest first."""
    return next((one for one in group.cadences.all() if one.started_on <= day), None)
