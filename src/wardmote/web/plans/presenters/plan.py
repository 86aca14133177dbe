"""The plan: a priority is one row that says its aim, how it goes, and what stands behind it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from wardmote.assessment.wording import listing
from wardmote.web.core.actors import Actor
from wardmote.web.core.components import Line, Link
from wardmote.web.core.evidence import Shown, measure_shown
from wardmote.web.core.wording import plain_day, plural
from wardmote.web.plans.models import Plan, Priority
from wardmote.web.plans.queries.priorities import Standing
from wardmote.web.plans.queries.serving import Serving
from wardmote.web.plans.rules.statuses import stands


@dataclass(frozen=True)
class PriorityRow:
    """One priority on the plan's page."""

    title: str
    href: str
    aim: str
    lead: str
    measure: Shown | None
    stands: str
    late: str
    since: str
    served: str


@dataclass(frozen=True)
class PlanPage:
    """What stands on the page, from top to bottom."""

    title: str
    years: str
    headline: str
    aims: tuple[str, ...]
    rows: tuple[PriorityRow, ...]
    former: tuple[Line, ...]
    plan: Plan


def plan_page(
    actor: Actor,
    plan: Plan,
    *,
    priorities: Iterable[Priority],
    former: Iterable[Priority],
    standings: Mapping[UUID, Standing],
    measures: Mapping[UUID, str],
    serving: tuple[Serving, ...],
) -> PlanPage:
    """The page of a plan."""
    rows = tuple(
        _row(actor, one, standings.get(one.pk, Standing()), measures.get(one.pk, ""), serving) for one in priorities
    )
    return PlanPage(
        title=plan.title,
        years=f"{plain_day(plan.starts_on)} to {plain_day(plan.ends_on)}",
        headline=_headline(len(rows), list(standings.values())),
        aims=tuple(aim.title for aim in plan.aims.all()),
        rows=rows,
        former=tuple(_former(actor, one) for one in former),
        plan=plan,
    )


def priority_address(actor: Actor, priority: Priority) -> str:
    """Where a priority is read."""
    return reverse("priority", kwargs={"partnership": actor.partnership_slug, "priority": priority.pk})


def _headline(priorities: int, standings: list[Standing]) -> str:
    done, going, stuck, late = (
        sum(getattr(one, name) for one in standings) for name in ("done", "going", "stuck", "late")
    )
    behind = f" {plural(late, 'is', 'are')} late." if late else " None is late."
    return f"{plural(priorities, 'priority', 'priorities')}. {stands(done, going, stuck)}{behind}"


def _row(
    actor: Actor, priority: Priority, standing: Standing, measure_id: str, serving: tuple[Serving, ...]
) -> PriorityRow:
    return PriorityRow(
        title=priority.title,
        href=priority_address(actor, priority),
        aim=priority.aim,
        lead=f"{priority.lead}, {priority.lead.agency}" if priority.lead else "nobody yet",
        measure=measure_shown(measure_id) if measure_id else None,
        stands=stands(standing.done, standing.going, standing.stuck),
        late=f"{plural(standing.late, 'is', 'are')} late." if standing.late else "",
        since=adoption_in_words(priority),
        served=served_in_words(priority, serving),
    )


def served_in_words(priority: Priority, serving: Iterable[Serving]) -> str:
    """3 activities and 1 grant; 2 activities that are counted elsewhere serve it as well; 1 risk bears on it."""
    tied = [one for one in serving if one.serves(priority.pk)]
    own = _counted([one for one in tied if one.first == priority.pk])
    elsewhere = _counted([one for one in tied if one.first not in {None, priority.pk}])
    about = [one for one in tied if one.first is None]
    parts = (
        f"Served by {own}." if own else "",
        f"As well served by {elsewhere} counted elsewhere (CC)." if elsewhere else "",
        f"{_counted(about)} {'bears' if len(about) == 1 else 'bear'} on it." if about else "",
    )
    return " ".join(part for part in parts if part)


def _counted(some: list[Serving]) -> str:
    kinds = sorted({(one.kind, one.kinds) for one in some})
    return (
        listing(plural(sum(one.kind == kind for one in some), kind, kinds_) for kind, kinds_ in kinds) if some else ""
    )


def adoption_in_words(priority: Priority) -> str:
    """Since 14 October 2025, adopted by the Executive Board."""
    words = f"Since {plain_day(priority.starts_on)}"
    if priority.ends_on:
        words = f"From {plain_day(priority.starts_on)}"
    adopted = f", adopted at {priority.adopted_at}" if priority.adopted_at else ", without a meeting that adopted it"
    on = f" on {plain_day(priority.adopted_on)}" if priority.adopted_on else ""
    return f"{words}{adopted}{on}."


def ending_in_words(priority: Priority) -> str:
    """Ended on 13 June 2026 at the Executive Board, and replaced by others; nothing while no end is known."""
    if not priority.ends_on:
        return ""
    at = f" at {priority.ended_at}" if priority.ended_at else ", without a meeting that ended it"
    after = listing(other.title for other in priority.replaced_by.all())
    return f"Ended on {plain_day(priority.ends_on)}{at}. " + (
        f"It was replaced by {after}." if after else "Nothing took its place."
    )


def _former(actor: Actor, priority: Priority) -> Line:
    words = f"{priority.title}. {adoption_in_words(priority)} {ending_in_words(priority)}"
    return Line(words, Link(f"See {priority.title}", priority_address(actor, priority)))
