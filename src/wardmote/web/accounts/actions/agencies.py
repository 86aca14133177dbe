"""How an agency comes into the partnership, by what right it sits there, and how it leaves."""

from datetime import date

from django.core.exceptions import ValidationError

from wardmote.web.accounts.models import Agency, Appointment, Member, PartnerAgency
from wardmote.web.accounts.queries.standing import in_force
from wardmote.web.accounts.rules.authorities import MAY_NOT_BE_RESPONSIBLE, may_be_responsible
from wardmote.web.core.actions import action
from wardmote.web.core.actors import Actor
from wardmote.web.core.audit import save_changes, save_new
from wardmote.web.core.wording import plain_day, plural


@action("partnership.change")
def name_agency(*, by: Actor, name: str, kind: str, standing: str, is_voting: bool, joined_on: date) -> PartnerAgency:
    """Admit a body by its name: the one that works elsewhere under it already, or a new one.

    A body may sit in several partnerships and is one agency in all of them, so that its kind is the same in each.
    """
    agency = Agency.objects.filter(name__iexact=name.strip()).first()
    if agency and agency.kind != kind:
        raise ValidationError({"kind": f"{agency} is known as {agency.get_kind_display()}. Choose that."})
    agency = agency or save_new(Agency(name=name.strip(), kind=kind), by=by, doing="added an agency")
    return _admit(agency, by=by, standing=standing, is_voting=is_voting, joined_on=joined_on)


@action("partnership.change")
def admit_agency(agency: Agency, *, by: Actor, standing: str, is_voting: bool, joined_on: date) -> PartnerAgency:
    """Give an agency its place in the actor's partnership."""
    return _admit(agency, by=by, standing=standing, is_voting=is_voting, joined_on=joined_on)


@action("partnership.change")
def change_standing(place: PartnerAgency, *, by: Actor, standing: str, is_voting: bool, on: date) -> PartnerAgency:
    """From that day it sits there by another right; by what right it sat until then stays on record."""
    _check(place.agency, standing)
    if on < place.joined_on:
        raise ValidationError({"on": f"It has sat there in this way since {plain_day(place.joined_on)}."})
    if on == place.joined_on:
        return save_changes(place, by=by, doing="corrected a standing", standing=standing, is_voting=is_voting)
    save_changes(place, by=by, doing="changed a standing", left_on=on)
    return _admit(place.agency, by=by, standing=standing, is_voting=is_voting, joined_on=on)


@action("partnership.change")
def end_standing(place: PartnerAgency, *, by: Actor, on: date) -> PartnerAgency:
    """It belongs to the partnership no longer. Its people leave first, and nobody may be left who speaks for it."""
    if on < place.joined_on:
        raise ValidationError({"on": f"It joined on {plain_day(place.joined_on)}."})
    people = Member.objects.filter(partnership_id=place.partnership_id, agency=place.agency, left_on=None).count()
    if people:
        are = plural(people, "person is", "people are")
        raise ValidationError(f"{are} here for it. End their memberships first, or say that they are here for another.")
    speaking = Appointment.objects.filter(partnership_id=place.partnership_id, agencies=place.agency)
    if in_force(speaking, on=on).exists():
        raise ValidationError("Somebody is still appointed to speak for it. End that appointment first.")
    return save_changes(place, by=by, doing="ended a standing", left_on=on)


def _admit(agency: Agency, *, by: Actor, standing: str, is_voting: bool, joined_on: date) -> PartnerAgency:
    _check(agency, standing)
    place = PartnerAgency(
        partnership_id=by.partnership_id, agency=agency, standing=standing, is_voting=is_voting, joined_on=joined_on
    )
    return save_new(place, by=by, doing="admitted an agency")


def _check(agency: Agency, standing: str) -> None:
    if standing == PartnerAgency.Standing.RESPONSIBLE and not may_be_responsible(agency.kind):
        raise ValidationError({"standing": MAY_NOT_BE_RESPONSIBLE})
