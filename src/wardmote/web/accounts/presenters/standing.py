"""Agencies, appointments and offices as lists and facts, and who sits for whom at a glance."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse

from wardmote.web.accounts.models import Appointment, Officer, PartnerAgency
from wardmote.web.accounts.rules.authorities import Coverage
from wardmote.web.core.actors import Actor
from wardmote.web.core.clock import today
from wardmote.web.core.components import Cell, Fact, Table
from wardmote.web.core.lists import Choice, Column, Listing
from wardmote.web.core.models import PartnershipRecord
from wardmote.web.core.wording import plain_day, sentence_case


def place_listing(actor: Actor) -> Listing[PartnerAgency]:
    """Every agency's place in the partnership, also those that have ended."""
    return Listing(
        name="agencies",
        noun="agency",
        nouns="agencies",
        order="agency",
        searched=("agency__name",),
        choices=(
            _choice("standing", "Standing", PartnerAgency.Standing.choices),
            Choice("when", "When", (("now", "Now", {"left_on": None}), ("past", "Past", {"left_on__isnull": False}))),
        ),
        columns=(
            Column("agency", "Agency", lambda one: _page(actor, "agency", one, one.agency.name), sort="agency__name"),
            Column("kind", "Kind", lambda one: Cell(sentence_case(one.agency.get_kind_display()))),
            Column("standing", "Standing", lambda one: Cell(sentence_case(one.get_standing_display()))),
            Column("votes", "Votes", lambda one: Cell(_yes(is_so=one.is_voting)), sort="is_voting"),
            Column("from", "From", lambda one: Cell(plain_day(one.joined_on)), sort="joined_on"),
            Column("to", "To", lambda one: Cell(_until(one.left_on)), sort="left_on"),
        ),
    )


def appointment_listing(actor: Actor) -> Listing[Appointment]:
    """Everybody who was appointed: for whom, as what, and until when."""
    sits = ("representative", "Representative", {"deputy_for": None})
    deputises = ("deputy", "Deputy", {"deputy_for__isnull": False})
    return Listing(
        name="appointments",
        noun="appointment",
        nouns="appointments",
        order="-from",
        searched=("member__name",),
        choices=(Choice("as", "As", (sits, deputises)),),
        columns=(
            Column("who", "Who", lambda one: _page(actor, "appointment", one, one.member.name), sort="member__name"),
            Column("for", "Speaks for", lambda one: Cell(agencies_in_words(one))),
            Column("as", "As", lambda one: Cell(capacity_in_words(one))),
            Column("votes", "Votes", lambda one: Cell(_yes(is_so=one.is_voting)), sort="is_voting"),
            Column("from", "From", lambda one: Cell(plain_day(one.started_on)), sort="started_on"),
            Column("to", "To", lambda one: Cell(_until(one.ended_on)), sort="ended_on"),
        ),
    )


def officer_listing(actor: Actor) -> Listing[Officer]:
    """Everybody who holds and held an office."""
    return Listing(
        name="officers",
        noun="term of office",
        nouns="terms of office",
        order="-from",
        searched=("member__name",),
        choices=(_choice("office", "Office", Officer.Office.choices),),
        columns=(
            Column("who", "Who", lambda one: _page(actor, "officer", one, one.member.name), sort="member__name"),
            Column("office", "Office", lambda one: Cell(sentence_case(one.get_office_display())), sort="office"),
            Column("agency", "Agency", lambda one: Cell(one.member.agency.name)),
            Column("from", "From", lambda one: Cell(plain_day(one.started_on)), sort="started_on"),
            Column("to", "To", lambda one: Cell(_until(one.ended_on)), sort="ended_on"),
        ),
    )


def place_facts(place: PartnerAgency) -> tuple[Fact, ...]:
    """What is known of one agency's place."""
    return (
        Fact("Kind", sentence_case(place.agency.get_kind_display())),
        Fact("Standing", sentence_case(place.get_standing_display())),
        Fact("Votes", _yes(is_so=place.is_voting)),
        *_from_to(place.joined_on, place.left_on),
    )


def appointment_facts(one: Appointment, deputies: Iterable[Appointment]) -> tuple[Fact, ...]:
    """What is known of one appointment."""
    facts = (
        Fact("Agency", one.member.agency.name),
        Fact("Speaks for", agencies_in_words(one)),
        Fact("As", capacity_in_words(one)),
        Fact("Votes", _yes(is_so=one.is_voting)),
        *_from_to(one.started_on, one.ended_on),
    )
    if one.deputy_for_id:
        return facts
    return (*facts, Fact("Deputies", ", ".join(deputy.member.name for deputy in deputies) or "none"))


def officer_facts(one: Officer) -> tuple[Fact, ...]:
    """What is known of one term of office."""
    return (
        Fact("Office", sentence_case(one.get_office_display())),
        Fact("Agency", one.member.agency.name),
        *_from_to(one.started_on, one.ended_on),
    )


def seats_table(covered: Iterable[Coverage], appointments: Iterable[Appointment]) -> Table:
    """Who sits for whom today: the five responsible authorities first, each with its gap, and then all others."""
    sitting = list(appointments)
    named = {agency for one in covered for agency in one.agencies}
    rows = [_authority(one, sitting) for one in covered]
    others = [one for one in sitting if not one.deputy_for_id and not _names(one) & named]
    rows += [_row(agencies_in_words(one), "", [one], sitting) for one in others]
    return Table(caption="Who sits for whom", heads=("For", "Who", "Deputy", "Votes", "Until"), rows=tuple(rows))


def agencies_in_words(appointment: Appointment) -> str:
    """Exampleshire Council and Exampleshire Police, jointly."""
    names = sorted(_names(appointment))
    return names[0] if len(names) == 1 else f"{' and '.join(names)}, jointly" if names else "nobody yet"


def _authority(one: Coverage, sitting: list[Appointment]) -> tuple[Cell, ...]:
    own = [seat for seat in sitting if not seat.deputy_for_id and _names(seat) & set(one.agencies)]
    title = ", ".join(one.agencies) or sentence_case(one.called)
    note = "" if one.agencies else "no responsible authority of this kind belongs to the partnership"
    return _row(title, note, own, sitting)


def _row(title: str, note: str, own: list[Appointment], sitting: list[Appointment]) -> tuple[Cell, ...]:
    if not own:
        return (Cell(title, note=note), Cell("nobody named", tag="red"), Cell(""), Cell(""), Cell(""))
    deputies = [one for one in sitting if one.deputy_for_id in {seat.pk for seat in own}]
    joint = [agencies_in_words(seat) for seat in own if len(_names(seat)) > 1]
    return (
        Cell(title, note=note),
        Cell(", ".join(seat.member.name for seat in own), note="; ".join(joint)),
        Cell(", ".join(one.member.name for one in deputies) or "none"),
        Cell(_yes(is_so=any(seat.is_voting for seat in own))),
        Cell(", ".join(_until(seat.ended_on) if seat.ended_on else "no set term" for seat in own)),
    )


def _names(appointment: Appointment) -> set[str]:
    return {agency.name for agency in appointment.agencies.all()}


def capacity_in_words(one: Appointment) -> str:
    """Representative, or whose deputy."""
    return f"Deputy of {one.deputy_for.member}" if one.deputy_for else "Representative"


def is_over(day: date | None) -> bool:
    """Whether a last day has passed."""
    return day is not None and day < today()


def _choice(name: str, label: str, options: Iterable[tuple[Any, Any]]) -> Choice:
    return Choice(name, label, tuple((str(value), sentence_case(str(text)), {name: value}) for value, text in options))


def _page(actor: Actor, route: str, record: PartnershipRecord, text: str) -> Cell:
    return Cell(text, href=reverse(route, args=[actor.partnership_slug, record.pk]))


def _from_to(first: date, last: date | None) -> tuple[Fact, Fact]:
    return Fact("From", plain_day(first)), Fact("To", _until(last))


def _yes(*, is_so: bool) -> str:
    return "Yes" if is_so else "No"


def _until(day: date | None) -> str:
    return plain_day(day) if day else "now"
