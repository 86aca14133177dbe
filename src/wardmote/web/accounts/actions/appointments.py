"""Who speaks for which authority: appointing, reappointing, and ending an appointment with its deputies."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.core.exceptions import ValidationError

from wardmote.web.accounts.models import Agency, Appointment, Member
from wardmote.web.accounts.queries.standing import in_force
from wardmote.web.core.actions import action
from wardmote.web.core.actors import Actor
from wardmote.web.core.audit import save_changes, save_many, save_new
from wardmote.web.core.wording import plain_day


@action("partnership.change")
def appoint(
    member: Member,
    *,
    by: Actor,
    agencies: Iterable[Agency],
    started_on: date,
    is_voting: bool = True,
    deputy_for: Appointment | None = None,
    ended_on: date | None = None,
) -> Appointment:
    """Have a member speak for one agency, or jointly for several, until `ended_on` where a term is set."""
    return _appoint(
        member,
        by=by,
        agencies=agencies,
        is_voting=is_voting,
        deputy_for=deputy_for,
        started_on=started_on,
        ended_on=ended_on,
    )


@action("partnership.change")
def change_appointment(
    appointment: Appointment,
    *,
    by: Actor,
    agencies: Iterable[Agency],
    started_on: date,
    is_voting: bool,
    deputy_for: Appointment | None = None,
    ended_on: date | None = None,
) -> Appointment:
    """Put right what an appointment says. Whoever sits from another day on is appointed anew."""
    values = {"started_on": started_on, "ended_on": ended_on, "is_voting": is_voting, "deputy_for": deputy_for}
    save_changes(appointment, by=by, doing="changed an appointment", **values)
    save_many(appointment, by=by, doing="said whom an appointment is for", agencies=agencies)
    return appointment


@action("partnership.change")
def reappoint(appointment: Appointment, *, by: Actor, started_on: date, ended_on: date | None = None) -> Appointment:
    """A further term of the same person for the same authorities; their deputies go on with them."""
    if started_on <= appointment.started_on:
        raise ValidationError({"started_on": f"Choose a day after {plain_day(appointment.started_on)}."})
    deputies = list(in_force(appointment.deputies.all(), on=started_on))
    if appointment.ended_on is None or appointment.ended_on >= started_on:
        save_changes(appointment, by=by, doing="ended an appointment", ended_on=started_on - timedelta(days=1))
    again = _appoint(
        appointment.member,
        by=by,
        agencies=appointment.agencies.all(),
        is_voting=appointment.is_voting,
        deputy_for=appointment.deputy_for,
        started_on=started_on,
        ended_on=ended_on,
    )
    for deputy in deputies:
        save_changes(deputy, by=by, doing="changed an appointment", deputy_for=again)
    return again


@action("partnership.change")
def end_appointment(appointment: Appointment, *, by: Actor, on: date) -> Appointment:
    """They speak for nobody from the day after; neither does whoever deputises for them."""
    if on < appointment.started_on:
        raise ValidationError({"on": f"The appointment began on {plain_day(appointment.started_on)}."})
    end_appointments(Appointment.objects.filter(pk=appointment.pk), by=by, on=on)
    appointment.refresh_from_db()
    return appointment


def end_appointments(appointments: Iterable[Appointment], *, by: Actor, on: date) -> None:
    """End what has not ended by that day, and the deputies of it: nobody is left whom they could stand in for."""
    for appointment in appointments:
        if appointment.ended_on is None or appointment.ended_on > on:
            last_day = max(on, appointment.started_on)
            save_changes(appointment, by=by, doing="ended an appointment", ended_on=last_day)
            end_appointments(appointment.deputies.all(), by=by, on=on)


def _appoint(
    member: Member,
    *,
    by: Actor,
    agencies: Iterable[Agency],
    is_voting: bool,
    deputy_for: Appointment | None,
    started_on: date,
    ended_on: date | None,
) -> Appointment:
    named = list(agencies) or (list(deputy_for.agencies.all()) if deputy_for else [])
    appointment = Appointment(
        partnership_id=member.partnership_id,
        member=member,
        is_voting=is_voting,
        deputy_for=deputy_for,
        started_on=started_on,
        ended_on=ended_on,
    )
    save_new(appointment, by=by, doing="appointed a deputy" if deputy_for else "appointed a representative")
    save_many(appointment, by=by, doing="said whom an appointment is for", agencies=named)
    return appointment
