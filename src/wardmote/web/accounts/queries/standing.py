"""Who speaks for whom in the actor's partnership, by what right, and since when."""

from collections import defaultdict
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from wardmote.web.accounts.models import Appointment, PartnerAgency, Partnership
from wardmote.web.accounts.queries.people import places_of
from wardmote.web.accounts.rules.authorities import Coverage, coverage
from wardmote.web.core.actors import Actor
from wardmote.web.core.clock import today
from wardmote.web.core.scope import seen_by


def in_force(appointments: QuerySet[Appointment], *, on: date) -> QuerySet[Appointment]:
    """Those that had begun and had not ended on that day; the last day of a term is part of it."""
    return appointments.filter(Q(ended_on=None) | Q(ended_on__gte=on), started_on__lte=on)


def appointments_of(actor: Actor) -> QuerySet[Appointment]:
    """Everybody who was appointed, the newest first, with whom they speak for."""
    found = seen_by(actor, Appointment).select_related("member__agency", "deputy_for__member")
    return found.prefetch_related("agencies").order_by("-started_on", "member__name", "pk")


def places_ever(actor: Actor) -> QuerySet[PartnerAgency]:
    """Every agency's place, also those that have ended."""
    return seen_by(actor, PartnerAgency).select_related("agency", "partnership")


def covered(actor: Actor) -> tuple[Coverage, ...]:
    """Each of the five kinds of responsible authority, and who is named for it today. Three queries."""
    responsible = [
        (place.agency.name, place.agency.kind)
        for place in places_of(actor)
        if place.standing == PartnerAgency.Standing.RESPONSIBLE
    ]
    speakers: dict[str, list[str]] = defaultdict(list)
    for appointment in in_force(appointments_of(actor), on=today()).filter(deputy_for=None, member__left_on=None):
        for agency in appointment.agencies.all():
            speakers[agency.name].append(appointment.member.name)
    return coverage(responsible, speakers)


def near(actor: Actor) -> dict[str, Any]:
    """The partnership above the actor's, and those below it."""
    own = own_partnership(actor)
    return {"above": own.above, "below": list(own.below.all())}


def own_partnership(actor: Actor) -> Partnership:
    """The partnership in which somebody acts."""
    return Partnership.objects.select_related("above").get(pk=actor.partnership_id)
