"""People and agencies as lists and tables."""

from collections.abc import Iterable

from django.urls import reverse

from wardmote.web.accounts.models import Member, Officer, PartnerAgency, Token
from wardmote.web.accounts.rules.roles import ROLE_CHOICES
from wardmote.web.core.actors import Actor
from wardmote.web.core.components import Cell, Fact, Table
from wardmote.web.core.lists import Choice, Column, Listing
from wardmote.web.core.wording import plain_day, sentence_case


def people_listing(actor: Actor) -> Listing[Member]:
    """Members: who they are, for whom, and what they may do."""

    def address(member: Member) -> str:
        return reverse("person", kwargs={"partnership": actor.partnership_slug, "person": member.pk})

    return Listing(
        name="people",
        noun="person",
        nouns="people",
        order="name",
        searched=("name", "job_title", "agency__name"),
        choices=(Choice("role", "Role", tuple((role, title, {"grants__role": role}) for role, title in ROLE_CHOICES)),),
        columns=(
            Column("name", "Name", lambda member: Cell(member.name, href=address(member)), sort="name"),
            Column("job", "Job title", lambda member: Cell(member.job_title), sort="job_title"),
            Column("agency", "Agency", lambda member: Cell(member.agency.name), sort="agency__name"),
            Column("roles", "Roles", lambda member: Cell(roles_in_words(member))),
        ),
    )


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


def officers_table(officers: Iterable[Officer]) -> Table:
    """Who holds and who held each office."""
    return Table(
        caption="Chair and vice-chair",
        heads=("Office", "Who", "From", "To"),
        rows=tuple(
            (
                Cell(sentence_case(officer.get_office_display())),
                Cell(officer.member.name, note=officer.member.agency.name),
                Cell(plain_day(officer.started_on)),
                Cell(plain_day(officer.ended_on) if officer.ended_on else "now"),
            )
            for officer in officers
        ),
    )


def person_facts(member: Member) -> tuple[Fact, ...]:
    """What is known of one member."""
    return (
        Fact("Agency", member.agency.name),
        Fact("Job title", member.job_title or "not given"),
        Fact("Email address", member.email or "not given"),
        Fact("Signs in", "Yes" if member.user_id else "No: they have no account"),
        Fact("Roles", roles_in_words(member) or "none"),
    )


def roles_in_words(member: Member) -> str:
    """Coordinator; action owner for Exampleshire Council."""
    return "; ".join(
        grant.get_role_display() + (f" for {grant.agency}" if grant.agency else "") for grant in member.grants.all()
    )
