"""One priority: its objectives with their measures, what serves it, and its actions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from uuid import UUID

from django.urls import reverse

from wardmote.assessment.wording import listing
from wardmote.web.core.actors import Actor
from wardmote.web.core.components import Cell, Fact, Line, Link, Table
from wardmote.web.core.evidence import Shown, measure_shown
from wardmote.web.core.wording import plain_day, sentence_case
from wardmote.web.plans.models import Action, Objective, Priority
from wardmote.web.plans.presenters.listings import action_address, state_in_words
from wardmote.web.plans.presenters.plan import adoption_in_words, ending_in_words
from wardmote.web.plans.queries.priorities import Standing
from wardmote.web.plans.queries.serving import Serving
from wardmote.web.plans.rules.statuses import stands

MOST_ACTIONS = 100


@dataclass(frozen=True)
class ObjectiveBlock:
    """One objective, its targets, and the measures that tell."""

    title: str
    facts: tuple[Fact, ...]
    shown: tuple[Shown, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True)
class PriorityPage:
    """What stands on the page, from top to bottom."""

    title: str
    lead: str
    stands: str
    facts: tuple[Fact, ...]
    objectives: tuple[ObjectiveBlock, ...]
    retired: tuple[Line, ...]
    serving: tuple[Line, ...]
    actions: Table | None
    aligned: tuple[Line, ...]
    history: str


def priority_page(
    actor: Actor,
    priority: Priority,
    *,
    standing: Standing,
    objectives: Iterable[Objective],
    serving: Iterable[Serving],
    titles: Mapping[UUID, str],
    actions: Iterable[Action],
) -> PriorityPage:
    """The page of a priority."""
    held = list(objectives)
    rows = tuple(_action_row(actor, one) for one in islice(actions, MOST_ACTIONS))
    heads = ("Action", "Owner", "Due", "How it stands")
    return PriorityPage(
        title=priority.title,
        lead=priority.aim,
        stands=stands(standing.done, standing.going, standing.stuck),
        facts=_facts(actor, priority),
        objectives=tuple(_objective(actor, one) for one in held if not one.retired_on),
        retired=tuple(
            Line(f"{one}: {one.retired_because}", label=f"Retired on {plain_day(one.retired_on)}")
            for one in held
            if one.retired_on
        ),
        serving=tuple(_served(actor, one, priority, titles) for one in _first_own(priority, serving)),
        actions=Table("Actions", heads, rows, is_caption_shown=False, notes=_left_out(standing)) if rows else None,
        aligned=tuple(
            Line(f"{sentence_case(one.get_strength_display())} as “{one.police_priority}”. {one.how}".strip())
            for one in priority.alignments.select_related("police_priority")
        ),
        history=reverse("history", args=[actor.partnership_slug, priority.pk]),
    )


def _left_out(standing: Standing) -> tuple[str, ...]:
    number = standing.done + standing.going + standing.stuck
    if number <= MOST_ACTIONS:
        return ()
    return (f"The first {MOST_ACTIONS} of {number:,} are shown; all of them stand in the list of actions.",)


def _first_own(priority: Priority, serving: Iterable[Serving]) -> list[Serving]:
    """What is counted for the priority, then what serves it as well."""
    return sorted((one for one in serving if one.serves(priority.pk)), key=lambda one: one.first != priority.pk)


def _facts(actor: Actor, priority: Priority) -> tuple[Fact, ...]:
    facts = (
        Fact("What it covers", priority.scope),
        Fact("Why together", priority.reason),
        Fact("Lead", f"{priority.lead}, {priority.lead.agency}" if priority.lead else "nobody yet"),
        Fact("Adopted", adoption_in_words(priority)),
        Fact("Ended", ending_in_words(priority)),
        Fact("Replaces", ", ".join(str(other) for other in priority.replaces.all())),
        Fact("Cross-cutting issues", ", ".join(str(issue) for issue in priority.issues.all())),
        Fact("Strategies", ", ".join(str(strategy) for strategy in priority.strategies.all())),
    )
    return tuple(fact for fact in facts if fact.text)


def _objective(actor: Actor, objective: Objective) -> ObjectiveBlock:
    facts = (
        Fact("By " + plain_day(objective.short_due_on), objective.short_target),
        Fact("By " + plain_day(objective.long_due_on), objective.long_target),
        Fact("Pursued by", ", ".join(agency.name for agency in objective.agencies.all()) or "nobody yet"),
    )
    ways = (("Change", "objective-change"), ("Move", "objective-move"), ("Retire", "objective-retire"))
    links = tuple(
        Link(f"{word} “{objective}”", reverse(name, args=[actor.partnership_slug, objective.pk]))
        for word, name in ways
        if actor.may("plan.change")
    )
    shown = tuple(_shown(one.measure_id for one in objective.measures.all()))
    return ObjectiveBlock(title=objective.title, facts=facts, shown=shown, links=links)


def _shown(measures: Iterable[str]) -> Iterator[Shown]:
    """Each measure's sentence; one chart, of the first measure that has one, is enough."""
    has_chart = True
    for measure_id in measures:
        shown = measure_shown(measure_id, has_chart=has_chart)
        has_chart = has_chart and shown.figure is None
        yield shown


def _served(actor: Actor, one: Serving, priority: Priority, titles: Mapping[UUID, str]) -> Line:
    mark = " (CC)" if one.is_cross_cutting else ""
    link = Link(f"See {one.name}", one.href) if one.href else None
    served = [*([one.first] if one.first else []), *one.others]
    elsewhere = [titles[other] for other in served if other in titles and other != priority.pk]
    words = f"{sentence_case(one.kind)}: {one.name}{mark}."
    if not elsewhere:
        return Line(words, link)
    if one.first is None:
        return Line(f"{words} It also bears on {listing(elsewhere)}.", link)
    if one.first == priority.pk:
        return Line(f"{words} It also serves {listing(elsewhere)}.", link)
    return Line(f"{words} It is counted for {titles.get(one.first, elsewhere[0])}.", link)


def _action_row(actor: Actor, action: Action) -> tuple[Cell, ...]:
    return (
        Cell(action.title, href=action_address(actor, action)),
        Cell(str(action.owner), note=action.owner.agency.name),
        Cell(plain_day(action.due_on)),
        Cell(state_in_words(action)),
    )
