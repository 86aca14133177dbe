"""Adding people and saying what they may do."""

from datetime import date

from wardmote.web.accounts.models import Agency, Appointment, Member, Officer, PartnerAgency, RoleGrant, User
from wardmote.web.core.actions import action
from wardmote.web.core.actors import Actor
from wardmote.web.core.audit import remove, save_changes, save_new


@action("partnership.change")
def admit_agency(agency: Agency, *, by: Actor, standing: str, is_voting: bool, joined_on: date) -> PartnerAgency:
    """Give an agency its place in the actor's partnership."""
    place = PartnerAgency(
        partnership_id=by.partnership_id, agency=agency, standing=standing, is_voting=is_voting, joined_on=joined_on
    )
    return save_new(place, by=by, doing="admitted an agency")


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
def end_membership(member: Member, *, by: Actor, on: date) -> Member:
    """They have left: their roles end with it, and their name stays on what they did."""
    for grant in member.grants.all():
        remove(grant, by=by, doing="took away a role")
    return save_changes(member, by=by, doing="ended a membership", left_on=on)


@action("partnership.change")
def grant_role(member: Member, *, by: Actor, role: str, agency: Agency | None = None, area: str = "") -> RoleGrant:
    """Let a member act in a role: everywhere, for one agency, or in one area."""
    grant = RoleGrant(partnership_id=member.partnership_id, member=member, role=role, agency=agency, area=area)
    return save_new(grant, by=by, doing="gave a role")


@action("partnership.change")
def appoint(
    member: Member,
    *,
    by: Actor,
    agencies: list[Agency],
    started_on: date,
    is_voting: bool = True,
    deputy_for: Appointment | None = None,
    ended_on: date | None = None,
) -> Appointment:
    """Have a member speak for one agency, or jointly for several."""
    appointment = Appointment(
        partnership_id=member.partnership_id,
        member=member,
        is_voting=is_voting,
        deputy_for=deputy_for,
        started_on=started_on,
        ended_on=ended_on,
    )
    save_new(appointment, by=by, doing="appointed a representative")
    appointment.agencies.set(agencies)
    return appointment


@action("partnership.change")
def elect(member: Member, *, by: Actor, office: str, started_on: date) -> Officer:
    """Elect a chair or vice-chair; whoever held the office until then ends on the same day."""
    for holder in Officer.objects.filter(partnership_id=member.partnership_id, office=office, ended_on=None):
        save_changes(holder, by=by, doing="ended an office", ended_on=started_on)
    officer = Officer(partnership_id=member.partnership_id, member=member, office=office, started_on=started_on)
    return save_new(officer, by=by, doing="elected an officer")
