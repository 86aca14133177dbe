"""What accounts has for search, comments and undoing: people, who can be found by their agency too."""

from django.db.models import Q

from wardmote.web.accounts.models import Appointment, Member, Officer, PartnerAgency
from wardmote.web.accounts.queries.people import everybody_of, officers_of
from wardmote.web.accounts.queries.standing import places_ever
from wardmote.web.core.directory import Kind
from wardmote.web.core.scope import seen_by
from wardmote.web.core.wording import plain_day

DIRECTORY = (
    Kind(
        model=Member,
        nouns="people",
        permission="partnership.read",
        page="person",
        argument="person",
        searched=("name", "job_title", "agency__name"),
        line=lambda member: ", ".join(part for part in (member.job_title, member.agency.name) if part),
        records=everybody_of,
        sought=Q(left_on=None),
        listed="people",
        undoes={"changed a person": "partnership.change"},
        parts=("appointments", "offices"),
    ),
    Kind(
        model=PartnerAgency,
        nouns="agencies",
        permission="partnership.read",
        page="agency",
        argument="place",
        searched=("agency__name",),
        line=lambda place: place.get_standing_display(),
        records=places_ever,
        listed="agencies",
    ),
    Kind(
        model=Appointment,
        nouns="appointments",
        permission="partnership.read",
        page="appointment",
        argument="appointment",
        searched=("member__name",),
        line=lambda one: plain_day(one.started_on),
        records=lambda actor: seen_by(actor, Appointment).select_related("member"),
        listed="appointments",
    ),
    Kind(
        model=Officer,
        nouns="terms of office",
        permission="partnership.read",
        page="officer",
        argument="officer",
        searched=("member__name",),
        line=lambda one: plain_day(one.started_on),
        records=officers_of,
        listed="officers",
    ),
)
