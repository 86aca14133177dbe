"""Adding people, saying what they may do, and what becomes of it when they leave."""

from datetime import date

from django.core.exceptions import ValidationError

from wardmote.web.accounts.actions.appointments import end_appointments
from wardmote.web.accounts.models import Agency, Appointment, Member, Officer, RoleGrant, Token, User
from wardmote.web.core.actions import action
from wardmote.web.core.actors import Actor
from wardmote.web.core.audit import remove, save_changes, save_new
from wardmote.web.core.clock import now, today
from wardmote.web.core.leaving import end_holdings


@action("partnership.change")
def add_member(
    *, by: Actor, agency: Agency, name: str, email: str = "", job_title: str = "", user: User | None = None
) -> Member:
    """Add a person to the partnership, for an agency; `user` is their way in, if they have one."""
    member = Member(
        partnership_id=by.partnership_id, agency=agency, name=name, email=email, job_title=job_title, user=user
    )
    return save_new(member, by=by, doing="added a member")


@action("partnership.change")
def change_member(member: Member, *, by: Actor, name: str, agency: Agency, email: str, job_title: str) -> Member:
    """Put right what is known of a person."""
    values = {"name": name, "agency": agency, "email": email, "job_title": job_title}
    return save_changes(member, by=by, doing="changed a person", **values)


@action("partnership.change")
def end_membership(member: Member, *, by: Actor, on: date, successor: Member | None = None) -> Member:
    """They have left: what is theirs alone ends with it, what they answer for passes on, and their name stays on it.

    Raises `ValidationError` for a day to come, for whoever does it themselves, and for the last who may manage.
    """
    if on > today():
        raise ValidationError({"on": "Choose today or an earlier day: they lose their way in as soon as you save."})
    if member.pk == by.id:
        raise ValidationError("You cannot end your own membership. Another partnership manager can.")
    for office in Officer.objects.filter(member=member, ended_on=None):
        save_changes(office, by=by, doing="ended an office", ended_on=max(on, office.started_on))
    end_appointments(Appointment.objects.filter(member=member), by=by, on=on)
    for token in Token.objects.filter(member=member, withdrawn_at=None):
        save_changes(token, by=by, doing="withdrew a token", withdrawn_at=now())
    end_holdings(member.pk, by=by, on=on, successor=successor)
    for grant in member.grants.all():
        remove(grant, by=by, doing="took away a role")
    return save_changes(member, by=by, doing="ended a membership", left_on=on)


@action("partnership.change")
def grant_role(member: Member, *, by: Actor, role: str, agency: Agency | None = None, area: str = "") -> RoleGrant:
    """Let a member act in a role: everywhere, for one agency, or in one area."""
    grant = RoleGrant(partnership_id=member.partnership_id, member=member, role=role, agency=agency, area=area)
    return save_new(grant, by=by, doing="gave a role")


@action("partnership.change")
def take_role(grant: RoleGrant, *, by: Actor) -> None:
    """From now on they may not act in it. Nobody takes away what they themselves manage by."""
    if grant.member_id == by.id and grant.role == "partnership-manager":
        raise ValidationError("You cannot take your own role of partnership manager away. Another one can.")
    remove(grant, by=by, doing="took away a role")
