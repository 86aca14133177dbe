"""Recording what shows that a duty was met."""

from typing import Any

from django.core.exceptions import ValidationError

from wardmote.web.core.actions import action
from wardmote.web.core.actors import Actor
from wardmote.web.core.audit import remove, save_new
from wardmote.web.core.clock import today
from wardmote.web.governance.models import DutyProof


@action("duty.change")
def record_proof(*, by: Actor, **values: Any) -> DutyProof:
    """Write down what was done. What is still to come shows nothing yet."""
    if values["done_on"] > today():
        raise ValidationError({"done_on": "That day is still to come."})
    return save_new(DutyProof(partnership_id=by.partnership_id, **values), by=by, doing="recorded evidence of a duty")


@action("duty.change")
def take_back_proof(proof: DutyProof, *, by: Actor) -> None:
    """It was recorded by mistake; the audit keeps it."""
    remove(proof, by=by, doing="took back evidence of a duty")
