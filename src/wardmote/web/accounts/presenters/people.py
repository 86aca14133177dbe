"""People and agencies as lists and tables."""

from collections.abc import Iterable

from django.db.models import Q
from django.urls import reverse

from wardmote.web.accounts.models import Appointment, Member, PartnerAgency, RoleGrant, Token
from wardmote.web.accounts.presenters.standing import agencies_in_words
from wardmote.web.accounts.rules.roles import ROLE_CHOICES
from wardmote.web.core.actors import Actor
from wardmote.web.core.clock import today
from wardmote.web.core.components import Cell, Fact, Table
from wardmote.web.core.known_areas import KnownAreas
from wardmote.web.core.leaving import holdings_of
from wardmote.web.core.lists import Choice, Column, Listing
from wardmote.web.core.wording import plain_day, plural, sentence_case


def people_listing(actor: Actor) -> Listing[Member]:
    """Members: who they are, for whom, and what they may do."""
    areas = KnownAreas()
    return Listing(
        name="people",
        noun="person",
        nouns="people",
        order="name",
        searched=("name", "job_title", "agency__name"),
        choices=(Choice("role", "Role", tuple((role, title, {"grants__role": role}) for role, title in ROLE_CHOICES)),),
        columns=(
            Column("name", "Name", lambda member: Cell(member.name, href=address(actor, member)), sort="name"),
            Column("job", "Job title", lambda member: Cell(member.job_title), sort="job_title"),
            Column("agency", "Agency", lambda member: Cell(member.agency.name), sort="agency__name"),
            Column("roles", "Roles", lambda member: Cell(roles_in_words(member, areas=areas))),
        ),
    )


def left_listing(actor: Actor) -> Listing[Member]:
    """Who has left, and when."""
    return Listing(
        name="people-left",
        noun="person",
        nouns="people",
        order="-left",
        searched=("name", "job_title", "agency__name"),
        columns=(
            Column("name", "Name", lambda member: Cell(member.name, href=address(actor, member)), sort="name"),
            Column("agency", "Agency", lambda member: Cell(member.agency.name), sort="agency__name"),
            Column("left", "Last day", lambda member: Cell(_last_day(member)), sort="left_on"),
        ),
    )


def leaving_in_words(member: Member) -> list[str]:
    """What ends with a membership, and what passes on, before it is done."""
    offices = [f"They will be {one.get_office_display()} no longer." for one in member.offices.filter(ended_on=None)]
    seats = member.appointments.filter(Q(ended_on=None) | Q(ended_on__gt=today()))
    appointments = [_ending(one) for one in seats]
    roles = [f"Their role ends: {role_in_words(grant)}." for grant in member.grants.all()]
    tokens = member.tokens.filter(withdrawn_at=None).count()
    programs = [f"{plural(tokens, 'token', 'tokens')} will open nothing any more."] if tokens else []
    return [*offices, *appointments, *roles, *programs, *(one.sentence for one in holdings_of(member.pk))]


def token_listing(actor: Actor) -> Listing[Token]:
    """Tokens, and whether each still opens anything."""

    def state(token: Token) -> Cell:
        if token.withdrawn_at:
            return Cell("withdrawn")
        href = reverse("token-withdraw", kwargs={"partnership": actor.partnership_slug, "token": token.pk})
        return Cell(f"Withdraw {token.title}", href=href)

    return Listing(
        name="tokens",
        noun="token",
        nouns="tokens",
        order="title",
        columns=(
            Column("title", "What it is for", lambda token: Cell(token.title), sort="title"),
            Column("member", "Whose", lambda token: Cell(token.member.name), sort="member__name"),
            Column("role", "Role", lambda token: Cell(token.get_role_display())),
            Column("until", "Last day", lambda token: Cell(plain_day(token.expires_on)), sort="expires_on"),
            Column("state", "State", state),
        ),
    )


def agencies_table(places: Iterable[PartnerAgency]) -> Table:
    """Agencies by standing: those that the law makes responsible, then the rest."""
    return Table(
        caption="Agencies",
        heads=("Agency", "Kind", "Standing", "Votes", "Since"),
        rows=tuple(
            (
                Cell(place.agency.name),
                Cell(sentence_case(place.agency.get_kind_display())),
                Cell(sentence_case(place.get_standing_display())),
                Cell("Yes" if place.is_voting else "No"),
                Cell(plain_day(place.joined_on)),
            )
            for place in places
        ),
    )


def person_facts(member: Member) -> tuple[Fact, ...]:
    """What is known of one member."""
    return (
        Fact("Agency", member.agency.name),
        Fact("Job title", member.job_title or "not given"),
        Fact("Email address", member.email or "not given"),
        Fact("Signs in", f"Yes, as {member.user.email}" if member.user else "No: they have no account"),
        Fact("Roles", roles_in_words(member) or "none"),
        *([Fact("Left on", _last_day(member))] if member.left_on else []),
    )


def address(actor: Actor, member: Member) -> str:
    """The page of one member."""
    return reverse("person", kwargs={"partnership": actor.partnership_slug, "person": member.pk})


def roles_in_words(member: Member, *, areas: KnownAreas | None = None) -> str:
    """Coordinator; action owner for Exampleshire Council; coordinator in Harbour (ward)."""
    known = areas or KnownAreas()
    return "; ".join(role_in_words(grant, areas=known) for grant in member.grants.all())


def role_in_words(grant: RoleGrant, *, areas: KnownAreas | None = None) -> str:
    """Action owner for Exampleshire Council in Harbour (ward)."""
    where = f" in {(areas or KnownAreas()).name(grant.area)}" if grant.area else ""
    return grant.get_role_display() + (f" for {grant.agency}" if grant.agency else "") + where


def _ending(appointment: Appointment) -> str:
    deputies = ", ".join(one.member.name for one in appointment.deputies.filter(ended_on=None))
    also = f" {deputies} will no longer deputise for them." if deputies else ""
    return f"They will speak no more for {agencies_in_words(appointment)}.{also}"


def _last_day(member: Member) -> str:
    return plain_day(member.left_on) if member.left_on else ""
