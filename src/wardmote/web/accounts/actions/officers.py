"""Electing the chair and the vice-chair, and ending an office."""

from datetime import date

from django.core.exceptions import ValidationError

from wardmote.web.accounts.models import Member, Officer
from wardmote.web.core.actions import action
from wardmote.web.core.actors import Actor
from wardmote.web.core.audit import save_changes, save_new
from wardmote.web.core.wording import plain_day


@action("partnership.change")
def elect(member: Member, *, by: Actor, office: str, started_on: date) -> Officer:
    """Elect a chair or vice-chair; whoever held the office until then ends on the same day."""
    for holder in Officer.objects.filter(partnership_id=member.partnership_id, office=office, ended_on=None):
        if started_on < holder.started_on:
            since = f"{holder.member} has been {holder.get_office_display()} since {plain_day(holder.started_on)}"
            raise ValidationError({"started_on": f"{since}. Choose that day or a later one."})
        save_changes(holder, by=by, doing="ended an office", ended_on=started_on)
    officer = Officer(partnership_id=member.partnership_id, member=member, office=office, started_on=started_on)
    return save_new(officer, by=by, doing="elected an officer")


@action("partnership.change")
def end_office(officer: Officer, *, by: Actor, on: date) -> Officer:
    """They hold it no longer, and nobody does until the next election."""
    if officer.ended_on:
        raise ValidationError(f"The office ended on {plain_day(officer.ended_on)}.")
    if on < officer.started_on:
        raise ValidationError({"on": f"They were elected on {plain_day(officer.started_on)}."})
    return save_changes(officer, by=by, doing="ended an office", ended_on=on)
