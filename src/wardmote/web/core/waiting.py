"""What waits for a member: where they are mentioned, and what happened to the records that they follow."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.urls import reverse

from wardmote.web.core.actors import Actor
from wardmote.web.core.directory import kinds
from wardmote.web.core.models import AuditEntry, Comment, Follow, Mention
from wardmote.web.core.queries import entries_of
from wardmote.web.core.scope import seen_by

MOST = 200


@dataclass(frozen=True)
class News:
    """One thing that happened: by whom, when, and where it is read."""

    sentence: str
    at: datetime
    href: str
    text: str = ""


def mentions_of(actor: Actor) -> QuerySet[Mention]:
    """Where the actor is named and has not read it yet, the newest first, of kinds that they may read."""
    waiting = seen_by(actor, Mention).filter(
        Q(member=actor.id), read_at=None, comment__subject_kind__in=_read_by(actor)
    )
    return waiting.select_related("comment__author")


def followed_by(actor: Actor) -> QuerySet[Follow]:
    """The records that the actor follows, of kinds that they may read."""
    return seen_by(actor, Follow).filter(Q(member=actor.id), subject_kind__in=_read_by(actor))


def mention_news(actor: Actor) -> tuple[News, ...]:
    """Each mention as news."""
    return tuple(
        News(
            f"{one.comment.author} mentioned you on {one.comment.subject_name}",
            one.created_at,
            comments_address(actor, one.comment.subject_id),
            one.comment.text,
        )
        for one in mentions_of(actor)[:MOST]
    )


def followed_news(actor: Actor) -> tuple[News, ...]:
    """What others did to the records that the actor follows since they last read it, the newest first; three queries."""
    read_at = dict(followed_by(actor).values_list("subject_id", "read_at"))
    if not read_at:
        return ()
    since = min(read_at.values())
    done = entries_of(actor).filter(record_id__in=read_at, at__gt=since).exclude(actor_id=actor.id).order_by("-number")
    said = seen_by(actor, Comment).filter(subject_id__in=read_at, created_at__gt=since).exclude(author_id=actor.id)
    news = [*_done(actor, done[:MOST], read_at), *_said(actor, said.select_related("author")[:MOST], read_at)]
    return tuple(sorted(news, key=lambda one: one.at, reverse=True))


def comments_address(actor: Actor, record_id: UUID) -> str:
    """Where the comments on a record are read."""
    return reverse("comments", kwargs={"partnership": actor.partnership_slug, "record": record_id})


def _done(actor: Actor, entries: Iterable[AuditEntry], read_at: dict[UUID, datetime]) -> Iterable[News]:
    for entry in entries:
        if entry.at > read_at[entry.record_id]:
            href = reverse("history", kwargs={"partnership": actor.partnership_slug, "record": entry.record_id})
            yield News(f"{entry.actor_name} {entry.doing}: {entry.record_name}", entry.at, href)


def _said(actor: Actor, comments: Iterable[Comment], read_at: dict[UUID, datetime]) -> Iterable[News]:
    for one in comments:
        if one.created_at > read_at[one.subject_id]:
            href = comments_address(actor, one.subject_id)
            yield News(f"{one.author} commented on {one.subject_name}", one.created_at, href, one.text)


def _read_by(actor: Actor) -> list[str]:
    return [label for label, kind in kinds().items() if actor.may(kind.permission)]
