"""What serves the priorities: activities, grants and risks of other rooms, as `core.ties` holds them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.apps import apps

from wardmote.web.core.actors import Actor
from wardmote.web.core.models import PartnershipRecord, Tie
from wardmote.web.core.scope import seen_by
from wardmote.web.core.targets import targets


@dataclass(frozen=True)
class Serving:
    """One record of another room: what it serves first, where it is counted, and what it serves as well.

    `kind` is one of its kind in words and `kinds` several. It bears the CC mark when it serves several priorities. What
    is tied to priorities and serves none first, as a risk is, bears on them.
    """

    id: UUID
    name: str
    kind: str
    kinds: str
    href: str
    first: UUID | None
    others: frozenset[UUID]

    @property
    def is_cross_cutting(self) -> bool:
        return self.first is not None and bool(self.others)

    def serves(self, priority_id: UUID) -> bool:
        """Whether it serves this priority, first or as well."""
        return priority_id == self.first or priority_id in self.others


def all_serving(actor: Actor) -> tuple[Serving, ...]:
    """Everything that serves a priority, each once, by its name; two queries, and two for each kind of record."""
    ties = list(seen_by(actor, Tie).filter(target_kind="priority").order_by("subject_kind", "subject_id"))
    found: list[Serving] = []
    for kind, some in groupby(ties, key=lambda tie: tie.subject_kind):
        found += _of_kind(actor, kind, list(some))
    return tuple(sorted(found, key=lambda one: (one.name.lower(), one.id)))


def _of_kind(actor: Actor, kind: str, ties: list[Tie]) -> Iterable[Serving]:
    model: type[PartnershipRecord] = apps.get_model(kind)
    names = {one.pk: str(one) for one in seen_by(actor, model).filter(pk__in={tie.subject_id for tie in ties})}
    hrefs = _addresses(actor, model, names)
    for subject, own in groupby(ties, key=lambda tie: tie.subject_id):
        held = list(own)
        if subject in names:
            yield Serving(
                id=subject,
                name=names[subject],
                kind=str(model._meta.verbose_name),
                kinds=str(model._meta.verbose_name_plural),
                href=hrefs.get(subject, ""),
                first=next((tie.target_id for tie in held if tie.is_first), None),
                others=frozenset(tie.target_id for tie in held if not tie.is_first),
            )


def _addresses(actor: Actor, model: type[PartnershipRecord], ids: Iterable[UUID]) -> Mapping[UUID, str]:
    """Where records are read, when their room offers them as targets under the name of their kind."""
    return {target.id: target.href for target in targets(model._meta.model_name or "", actor, ids=ids)}
