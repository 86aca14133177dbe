"""What scrutiny asked and waits for an answer, as far as it is for the actor to give one."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from wardmote.web.core.actors import Actor
from wardmote.web.governance.models import InformationRequest, Recommendation
from wardmote.web.governance.queries.compliance import duty_packs
from wardmote.web.governance.queries.scrutiny import recommendations_of, requests_of
from wardmote.web.governance.rules.deadlines import Deadlines


@dataclass(frozen=True)
class Asked:
    """A recommendation or a request: its words, the page where it is read, and the last day for its answer.

    `due_on` is None where no rule was in force when it came.
    """

    record: Recommendation | InformationRequest
    words: str
    page: str
    due_on: date | None


def deadlines() -> Deadlines:
    """By the duties of today."""
    return Deadlines(duty_packs())


def asked_of(actor: Actor) -> list[Asked]:
    """What the actor may answer, for their own agency or for the partnership, the soonest due first; two queries."""
    due, theirs = deadlines().due, Q(addressee=actor.agency_id) | Q(addressee=None)
    found = [
        *(
            Asked(one, one.text, "recommendation", due("recommendations", one.received_on))
            for one in recommendations_of(actor).filter(theirs, responded_on=None)
        ),
        *(
            Asked(one, one.what, "request", one.wanted_by or due("requests", one.received_on))
            for one in requests_of(actor).filter(answered_on=None)
        ),
    ]
    mine = [one for one in found if actor.may("scrutiny.answer", one.record)]
    return sorted(mine, key=lambda one: one.due_on or date.max)
