"""One action: what is to be done, how it stands, and everything that was said."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from wardmote.web.core.actors import Actor
from wardmote.web.core.components import Fact, Link
from wardmote.web.core.wording import plain_day, sentence_case
from wardmote.web.plans.models import Action, ActionLink, ProgressNote
from wardmote.web.plans.presenters.listings import state_in_words
from wardmote.web.plans.presenters.plan import priority_address


@dataclass(frozen=True)
class Event:
    """One note in the timeline."""

    title: str
    by: str
    day: str
    text: str
    evidence: str


@dataclass(frozen=True)
class LinkRow:
    """One link that was given."""

    text: str
    withdraw: str


@dataclass(frozen=True)
class ActionPage:
    """What stands on the page, from top to bottom."""

    title: str
    state: str
    facts: tuple[Fact, ...]
    events: tuple[Event, ...]
    links: tuple[LinkRow, ...]
    ways: tuple[Link, ...]
    history: str


def action_page(
    actor: Actor, action: Action, *, notes: Iterable[ProgressNote], links: Iterable[ActionLink]
) -> ActionPage:
    """The page of an action."""
    return ActionPage(
        title=action.title,
        state=f"{state_in_words(action)}.",
        facts=_facts(actor, action),
        events=tuple(_event(note) for note in notes),
        links=tuple(_link(actor, link) for link in links),
        ways=tuple(_ways(actor, action)),
        history=reverse("history", args=[actor.partnership_slug, action.pk]),
    )


def _facts(actor: Actor, action: Action) -> tuple[Fact, ...]:
    escalated = ""
    if action.escalated_on:
        escalated = f"{action.escalated_to} was asked on {plain_day(action.escalated_on)}"
    facts = (
        Fact("What is to be done", action.detail),
        Fact("Owner", f"{action.owner}, {action.owner.agency}"),
        Fact("Due", plain_day(action.due_on) + (", which has passed" if action.is_late else "")),
        Fact("Done", plain_day(action.done_on) if action.done_on else ""),
        Fact("What is in the way", action.blocker),
        Fact("Help", escalated),
        Fact(
            "Priority", action.priority.title, link=Link("See the priority", priority_address(actor, action.priority))
        ),
        Fact("Objective", str(action.objective or "")),
    )
    return tuple(fact for fact in facts if fact.text)


def _event(note: ProgressNote) -> Event:
    title = sentence_case(note.get_status_display())
    return Event(title, note.author, plain_day(note.said_on), note.text, note.evidence)


def _link(actor: Actor, link: ActionLink) -> LinkRow:
    day = plain_day(link.expires_on)
    if link.withdrawn_at:
        return LinkRow(f"A link that was withdrawn (it would have worked until {day}).", "")
    if not link.is_good:
        return LinkRow(f"A link that worked until {day}.", "")
    used = ", used" if link.last_used_at else ", not used yet"
    href = reverse("action-link-withdraw", args=[actor.partnership_slug, link.pk])
    return LinkRow(f"A link that works until {day}{used}.", href)


def _ways(actor: Actor, action: Action) -> Iterable[Link]:
    slug, record = actor.partnership_slug, action.pk
    if actor.may("action.update", action):
        yield Link("Say how it stands", reverse("action-update", args=[slug, record]))
        if action.status == "stuck":
            yield Link("Take it to a board", reverse("action-escalate", args=[slug, record]))
    if actor.may("action.change", action):
        yield Link("Change the action", reverse("action-change", args=[slug, record]))
    if actor.may("link.give", action):
        yield Link("Give its owner a link", reverse("action-link", args=[slug, record]))
