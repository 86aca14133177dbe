"""Records are found by walking from whoever is signed in: what lies outside their partnership is not there."""

from uuid import UUID

from django.db.models import Model, QuerySet
from django.http import Http404

from wardmote.web.core.actors import Actor
from wardmote.web.core.models import PartnershipRecord


def seen_by[R: PartnershipRecord](actor: Actor, model: type[R]) -> QuerySet[R]:
    """The records of this kind in the actor's partnership."""
    return model._default_manager.filter(partnership_id=actor.partnership_id)


def found[R: PartnershipRecord](
    actor: Actor, model: type[R], record_id: UUID, *, to: str = "", within: QuerySet[R] | None = None
) -> R:
    """One record, which the actor may do `to` (a permission) where that is given.

    Raises 404 when there is none in the actor's partnership, and `Refused` when it is another agency's to change.
    """
    try:
        record = (seen_by(actor, model) if within is None else within).get(pk=record_id)
    except model.DoesNotExist as error:
        raise Http404(f"There is no such {_name(model)} in {actor.partnership}.") from error
    if to:
        actor.check(to, record)
    return record


def _name(model: type[Model]) -> str:
    return str(model._meta.verbose_name)
