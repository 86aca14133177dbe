"""The first page of a partnership: who chairs, who sits for whom, whom nobody is named for, and what stands beside it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from wardmote.web.accounts.models import Appointment, Officer, PartnerAgency, Partnership
from wardmote.web.accounts.presenters.people import agencies_table
from wardmote.web.accounts.presenters.standing import seats_table
from wardmote.web.accounts.rules.authorities import Coverage, gap_in_words
from wardmote.web.core.actors import Actor
from wardmote.web.core.components import Line, Link, Table

_PAGES = (
    ("partnership.read", "people", "People and their roles"),
    ("partnership.read", "appointments", "Appointments: who speaks for whom, now and before"),
    ("partnership.read", "officers", "Chair and vice-chair, now and before"),
    ("partnership.read", "agencies", "Agencies: how each came and by what right it sits there"),
    ("partnership.change", "email", "Email: the mail server, and links to actions"),
    ("audit.read", "audit", "Audit: who changed what"),
    ("partnership.read", "api", "For programs: what they can do here"),
    ("token.give", "tokens", "Tokens for programs"),
)
_MEMBERS_ABOVE = (
    "Its members read this partnership’s people, plan and board, and you read theirs. Neither changes the other’s."
)
_MEMBERS_BELOW = "You read its people, plan and board, and its members read those here. Neither changes the other’s."


@dataclass(frozen=True)
class PartnershipPage:
    """What stands on the page, from top to bottom."""

    sentence: str
    seats: Table
    links: tuple[Link, ...]
    agencies: Table
    near: tuple[Line, ...]


def partnership_page(
    actor: Actor,
    *,
    covered: tuple[Coverage, ...],
    appointments: Iterable[Appointment],
    officers: Iterable[Officer],
    places: Iterable[PartnerAgency],
    near: dict[str, Any],
) -> PartnershipPage:
    """The page of the actor's partnership."""
    return PartnershipPage(
        sentence=f"{_officers(officers)} {gap_in_words(covered)}",
        seats=seats_table(covered, appointments),
        links=tuple(
            Link(text, reverse(route, args=[actor.partnership_slug]))
            for permission, route, text in _PAGES
            if actor.may(permission)
        ),
        agencies=agencies_table(places),
        near=tuple(_near(**near)),
    )


def _officers(officers: Iterable[Officer]) -> str:
    held = {one.office: one.member for one in officers if one.ended_on is None}
    chair, vice = held.get(Officer.Office.CHAIR), held.get(Officer.Office.VICE_CHAIR)
    said = f"{chair} ({chair.agency}) chairs." if chair else "Nobody has been elected chair."
    return f"{said} {vice} ({vice.agency}) is vice-chair." if vice else said


def _near(*, above: Partnership | None, below: list[Partnership]) -> Iterable[Line]:
    if above:
        yield Line(_MEMBERS_ABOVE, _open(above), label=f"{above} stands above")
    for one in below:
        yield Line(_MEMBERS_BELOW, _open(one), label=f"{one} stands below")


def _open(partnership: Partnership) -> Link:
    return Link(f"Open {partnership}", reverse("partnership", args=[partnership.slug]))
