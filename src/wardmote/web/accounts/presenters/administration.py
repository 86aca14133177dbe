"""What a system administrator looks after, as lists and facts."""

from collections.abc import Iterable

from django.urls import reverse

from wardmote.web.accounts.models import Partnership, User
from wardmote.web.core.components import Cell, Fact, Line, Link
from wardmote.web.core.lists import Choice, Column, Listing
from wardmote.web.core.wording import moment, plural

_FACTORS = {"totp": "an authenticator app", "webauthn": "a passkey", "recovery_codes": "recovery codes"}


def partnership_lines(found: Iterable[tuple[Partnership, int]]) -> list[Line]:
    """Each partnership, what stands above it, and how many people it has."""
    return [
        Line(
            plural(people, "person", "people") + (f", below {one.above}" if one.above else ""),
            Link(f"Change {one}", reverse("partnership-place", args=[one.slug])),
            label=one.name,
        )
        for one, people in found
    ]


def account_listing() -> Listing[User]:
    """Everybody who has an account."""
    return Listing(
        name="accounts",
        noun="account",
        nouns="accounts",
        order="name",
        searched=("name", "email"),
        choices=(
            Choice(
                "state", "State", (("open", "Open", {"is_active": True}), ("closed", "Closed", {"is_active": False}))
            ),
        ),
        columns=(
            Column("name", "Name", lambda one: Cell(one.name, href=reverse("account", args=[one.pk])), sort="name"),
            Column("email", "Signs in as", lambda one: Cell(one.email), sort="email"),
            Column("where", "Member of", lambda one: Cell(where_in_words(one))),
            Column("factor", "Second factor", lambda one: Cell(factors_in_words(one))),
            Column("state", "State", lambda one: Cell("open" if one.is_active else "closed"), sort="is_active"),
        ),
    )


def account_facts(user: User) -> tuple[Fact, ...]:
    """What is known of one account."""
    return (
        Fact("Signs in as", user.email),
        Fact("Member of", where_in_words(user)),
        Fact("Second factor", factors_in_words(user)),
        Fact("Last signed in", moment(user.last_login) if user.last_login else "never"),
        Fact("System administrator", "Yes" if user.is_system_administrator else "No"),
        Fact("State", "open" if user.is_active else "closed: they cannot sign in"),
    )


def where_in_words(user: User) -> str:
    """The partnerships that they are a member of."""
    return ", ".join(sorted(one.partnership.name for one in user.memberships.all() if one.left_on is None)) or "none"


def factors_in_words(user: User) -> str:
    """What they have beside a password."""
    kinds = [one.type for one in user.authenticator_set.all()]  # type: ignore[attr-defined]
    return ", ".join(dict.fromkeys(_FACTORS[kind] for kind in sorted(kinds, reverse=True))) or "none yet"
