"""Who somebody is in a partnership, and what they may do there."""

from collections.abc import Iterable

from django.db.models import Q

from wardmote.web.accounts.models import Member, Partnership, RoleGrant, User
from wardmote.web.accounts.rules.roles import NEIGHBOUR_PERMISSIONS, ROLES
from wardmote.web.core.actors import Actor, Power


def actor_of(user: User, slug: str) -> Actor | None:
    """The user as a member of this partnership, or as a reader from the one above or below; None for an outsider.

    Two queries.
    """
    partnership = Partnership.objects.filter(slug=slug).first()
    if partnership is None:
        return None
    near = Q(partnership__above=partnership) | Q(partnership=partnership.above_id)
    members = list(
        Member.objects.filter(Q(partnership=partnership) | near, user=user, left_on=None)
        .select_related("agency")
        .prefetch_related("grants")
    )
    own = next((member for member in members if member.partnership_id == partnership.pk), None)
    if own:
        return actor_for(own, partnership=partnership)
    return _neighbour(members[0], partnership=partnership) if members else None


def evidence_reader(user: User) -> Actor | None:
    """The user as a member of any partnership, the first by name, for pages that belong to the whole installation."""
    member = (
        Member.objects.filter(user=user, left_on=None)
        .select_related("agency", "partnership")
        .prefetch_related("grants")
        .order_by("partnership__name")
        .first()
    )
    return actor_for(member, partnership=member.partnership) if member else None


def actor_for(member: Member, *, partnership: Partnership, way: str = "site", only_role: str = "") -> Actor:
    """A member with all that their roles let them do or, through a token, no more than `only_role` does."""
    powers = frozenset(_powers(member.grants.all()))
    if only_role:
        powers = frozenset(power for power in powers if power.permission in ROLES[only_role].may)
    return _actor(member, partnership=partnership, way=way, powers=powers)


def memberships(user: User) -> list[Member]:
    """The user's memberships, by the partnership's name."""
    return list(
        Member.objects.filter(user=user, left_on=None)
        .select_related("partnership", "agency")
        .order_by("partnership__name")
    )


def _powers(grants: Iterable[RoleGrant]) -> Iterable[Power]:
    for grant in grants:
        for permission in ROLES[grant.role].may:
            is_reading = permission.endswith(".read")
            yield Power(permission) if is_reading else Power(permission, grant.agency_id, grant.area)


def _neighbour(member: Member, *, partnership: Partnership) -> Actor:
    powers = frozenset(Power(permission) for permission in NEIGHBOUR_PERMISSIONS)
    return _actor(member, partnership=partnership, way="site", powers=powers)


def _actor(member: Member, *, partnership: Partnership, way: str, powers: frozenset[Power]) -> Actor:
    return Actor(
        id=member.pk,
        name=member.name,
        partnership_id=partnership.pk,
        partnership=partnership.name,
        partnership_slug=partnership.slug,
        agency_id=member.agency_id,
        agency=member.agency.name,
        way=way,
        powers=powers,
    )
