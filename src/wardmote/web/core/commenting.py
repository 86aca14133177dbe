"""Commenting on a record, mentioning members, and following what becomes of it: each an action, each audited."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from wardmote.web.core.actions import action
from wardmote.web.core.actors import Actor, Refused
from wardmote.web.core.audit import remove, save_changes, save_new
from wardmote.web.core.clock import now
from wardmote.web.core.mentions import mentioned
from wardmote.web.core.models import Comment, Follow, Mention
from wardmote.web.core.no_persons import refuse_persons
from wardmote.web.core.scope import seen_by
from wardmote.web.core.subjects import Subject
from wardmote.web.core.targets import targets


@action("comment.add")
def add_comment(*, by: Actor, on: Subject, text: str) -> Comment:
    """Say something about a record; whoever is named with @ is told, and whoever says it follows the record."""
    refuse_persons(text)
    people = mentioned(text, targets("member", by))
    comment = Comment(partnership_id=by.partnership_id, author_id=_member(by), text=text, **_words(on))
    save_new(comment, by=by, doing="commented")
    for person in people:
        mention = Mention(partnership_id=by.partnership_id, comment=comment, member_id=person.id)
        save_new(mention, by=by, doing="mentioned a member")
    if not follows(by, on):
        save_new(_follow(by, on), by=by, doing="followed a record")
    return comment


@action("comment.add")
def take_back_comment(comment: Comment, *, by: Actor) -> None:
    """Whoever said it takes it back; the audit keeps that, and what, was said."""
    if comment.author_id != by.id:
        raise Refused("Only whoever wrote a comment can take it back", where=str(comment))
    remove(comment, by=by, doing="took back a comment")


@action("comment.read")
def follow(*, by: Actor, subject: Subject) -> Follow:
    """Be told of what happens to a record from now on."""
    return save_new(_follow(by, subject), by=by, doing="followed a record")


@action("comment.read")
def unfollow(*, by: Actor, subject: Subject) -> None:
    """Be told no more."""
    for one in _follows(by).filter(subject_id=subject.record.pk):
        remove(one, by=by, doing="stopped following a record")


@action("comment.read")
def mark_all_read(*, by: Actor) -> None:
    """Everything that waits for the actor has been read."""
    for mention in seen_by(by, Mention).filter(Q(member=by.id), read_at=None):
        save_changes(mention, by=by, doing="read a mention", read_at=now())
    for one in _follows(by):
        save_changes(one, by=by, doing="read what changed", read_at=now())


def follows(actor: Actor, subject: Subject) -> bool:
    """Whether the actor follows a record."""
    return _follows(actor).filter(subject_id=subject.record.pk).exists()


def comments_on(actor: Actor, subject: Subject) -> QuerySet[Comment]:
    """What was said about a record, in the order in which it was said."""
    return seen_by(actor, Comment).filter(subject_id=subject.record.pk).select_related("author__agency")


def _follows(actor: Actor) -> QuerySet[Follow]:
    return seen_by(actor, Follow).filter(Q(member=actor.id))


def _follow(by: Actor, subject: Subject) -> Follow:
    return Follow(partnership_id=by.partnership_id, member_id=_member(by), **_words(subject))


def _words(subject: Subject) -> dict[str, Any]:
    return {"subject_kind": subject.kind.label, "subject_id": subject.record.pk, "subject_name": subject.name}


def _member(by: Actor) -> UUID:
    if by.id is None:
        raise Refused("Only a member can say something here", where=by.partnership)
    return by.id
