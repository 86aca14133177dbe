"""What is done by a command, before anybody can sign in: the first partnership and the first accounts."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify

from wardmote.errors import BadInput
from wardmote.web.accounts.models import Agency, Member, PartnerAgency, Partnership, RoleGrant, User
from wardmote.web.accounts.rules.roles import ROLES
from wardmote.web.core.actors import Actor, Power
from wardmote.web.core.audit import save_changes, save_new
from wardmote.web.core.clock import today


def commander(partnership: Partnership, *, way: str = "command") -> Actor:
    """Whoever can run commands where the workspace is: they may do everything, and the audit says how they came."""
    powers = frozenset(Power(permission) for role in ROLES.values() for permission in role.may)
    name = "The person at the command line" if way == "command" else "The demonstration"
    return Actor(None, name, partnership.pk, partnership.name, partnership.slug, way=way, powers=powers)


def administrator(user: User, *, partnership: Partnership) -> Actor:
    """A system administrator at work on what belongs to a partnership: they look after it and read none of its records."""
    return Actor(user.pk, user.name, partnership.pk, partnership.name, partnership.slug)


@transaction.atomic
def add_partnership(
    *, name: str, slug: str = "", above: Partnership | None = None, way: str = "command", by: User | None = None
) -> Partnership:
    """Make a partnership, or a pan-area one that others then name as `above` them."""
    partnership = Partnership(name=name, slug=slug or slugify(name)[:60], above=above)
    actor = administrator(by, partnership=partnership) if by else commander(partnership, way=way)
    return save_new(partnership, by=actor, doing="made a partnership")


@transaction.atomic
def place_partnership(partnership: Partnership, *, by: Actor, name: str, above: Partnership | None) -> Partnership:
    """Rename a partnership, or say which pan-area one stands above it; its address stays."""
    return save_changes(partnership, by=by, doing="placed a partnership", name=name, above=above)


@transaction.atomic
def add_account(
    *, email: str, name: str, password: str, partnership: Partnership, agency_name: str, agency_kind: str, role: str
) -> Member:
    """Make a user and their membership in one go. Raises `BadInput` in a sentence."""
    by = commander(partnership)
    if role not in ROLES:
        raise BadInput(f"“{role}” is not a role", where="--role", do=f"choose one of {', '.join(ROLES)}")
    try:
        user = User.objects.filter(email__iexact=email).first() or _new_user(email, name, password, by=by)
        agency = Agency.objects.filter(name=agency_name).first() or save_new(
            Agency(name=agency_name, kind=agency_kind), by=by, doing="added an agency"
        )
        _admit(agency, partnership, by=by)
        member = Member(partnership=partnership, agency=agency, user=user, name=name, email=user.email)
        save_new(member, by=by, doing="added a member")
        grant = RoleGrant(partnership=partnership, member=member, role=role)
        save_new(grant, by=by, doing="gave a role")
    except ValidationError as error:
        raise BadInput(" ".join(error.messages), where=email) from error
    return member


def _admit(agency: Agency, partnership: Partnership, *, by: Actor) -> None:
    """The law makes an authority of each of five kinds responsible; any other body is taken to be invited."""
    if agency.places.filter(partnership=partnership, left_on=None).exists():
        return
    is_responsible = agency.kind != Agency.Kind.OTHER
    standing = PartnerAgency.Standing.RESPONSIBLE if is_responsible else PartnerAgency.Standing.INVITED
    place = PartnerAgency(
        partnership=partnership,
        agency=agency,
        standing=standing,
        is_voting=is_responsible,
        joined_on=today(),
    )
    save_new(place, by=by, doing="admitted an agency")


def _new_user(email: str, name: str, password: str, *, by: Actor) -> User:
    user = User(email=email.lower(), name=name, is_system_administrator=not User.objects.exists())
    validate_password(password, user)
    user.set_password(password)
    return save_new(user, by=by, doing="made an account")
