"""What stands at the foot of every page that shows one record: its comments, whether one follows it, its history."""

from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse

from wardmote.web.core.actors import Actor
from wardmote.web.core.components import Line, Link
from wardmote.web.core.directory import kinds, pages
from wardmote.web.core.models import Comment, Follow
from wardmote.web.core.scope import seen_by
from wardmote.web.core.ties import ties_to
from wardmote.web.core.wording import plural, sentence_case


@dataclass(frozen=True)
class AboutRecord:
    """The ways from a record to what is said of it and what was done to it; counted only where it is shown."""

    actor: Actor
    record_id: UUID

    @property
    def comments(self) -> str:
        """How many comments there are, in words."""
        return plural(seen_by(self.actor, Comment).filter(subject_id=self.record_id).count(), "comment")

    @property
    def is_followed(self) -> bool:
        """Whether the reader follows it."""
        return seen_by(self.actor, Follow).filter(Q(member=self.actor.id), subject_id=self.record_id).exists()

    @property
    def tied(self) -> list[Line]:
        """What is tied to it from elsewhere and may be read: the risk that an action is done against, and so on.

        A priority shows on its own page what serves it.
        """
        ties = ties_to(self.actor, self.record_id).exclude(target_kind="priority")
        by_kind = groupby(ties, key=lambda tie: tie.subject_kind)
        return [line for kind, some in by_kind for line in self._tied(kind, {tie.subject_id for tie in some})]

    def _tied(self, kind: str, ids: set[UUID]) -> list[Line]:
        known = kinds().get(kind)
        if known is None or not self.actor.may(known.permission):
            return []
        name = str(known.model._meta.verbose_name)
        return [
            Line(str(one), Link(f"Open the {name}", known.address(self.actor, one)), label=sentence_case(name))
            for one in known.seen(self.actor).filter(pk__in=ids)
        ]

    def address(self, name: str) -> str:
        """One of the pages that serve every kind of record."""
        return reverse(name, kwargs={"partnership": self.actor.partnership_slug, "record": self.record_id})

    @property
    def comments_href(self) -> str:
        """Where the comments are."""
        return self.address("comments")

    @property
    def follow_href(self) -> str:
        """Where following begins and ends."""
        return self.address("follow")

    @property
    def history_href(self) -> str:
        """Where the history is."""
        return self.address("history")


def about_record(request: HttpRequest, actor: Actor | None) -> AboutRecord | None:
    """The foot of the page under way, where it shows one record that stands in the directory."""
    match = getattr(request, "resolver_match", None)
    kind = pages().get(match.view_name) if match else None
    if match is None or kind is None or actor is None or not actor.may("comment.read"):
        return None
    return AboutRecord(actor, match.kwargs[kind.argument])
