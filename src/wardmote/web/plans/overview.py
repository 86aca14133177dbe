"""What the plan says on the overview."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Count, Max

from wardmote.web.core.actors import Actor
from wardmote.web.core.overview import DatedLine, dated, first_few
from wardmote.web.core.own import Own, Task
from wardmote.web.core.scope import seen_by
from wardmote.web.core.wording import plain_day, plural, sentence_case
from wardmote.web.plans.models import Action, Edition, Priority, Strategy
from wardmote.web.plans.presenters.listings import action_address
from wardmote.web.plans.queries.actions import blocked_actions, late_actions, own_actions
from wardmote.web.plans.rules.statuses import DONE, GOING

# A strategy takes a quarter to refresh.
_STRATEGY_DAYS = 90


def due(actor: Actor, *, on: date) -> Iterator[DatedLine]:
    """Actions that are late or blocked, and strategies to refresh."""
    if not actor.may("plan.read"):
        return

    def late(one: Action) -> DatedLine:
        words = f"“{one.title}” was due by {plain_day(one.due_on)} ({one.owner}, {one.owner.agency})."
        return dated(one.due_on, words, "See the action", actor, "action", one.pk, label="Late")

    def blocked(one: Action) -> DatedLine:
        asked = f" {sentence_case(one.escalated_to)} is asked to unblock it." if one.escalated_to else ""
        words = f"“{one.title}” is stuck. {sentence_case(one.blocker.rstrip('.'))}.{asked}"
        return dated(min(one.due_on, on), words, "See the action", actor, "action", one.pk, label="Blocked")

    def more_late(number: int, next_: Action) -> DatedLine:
        words = f"{plural(number, 'more action of the plan is', 'more actions of the plan are')} late."
        return dated(next_.due_on, words, "See what is late", actor, "late", label="Late")

    def more_blocked(number: int, next_: Action) -> DatedLine:
        words = f"{plural(number, 'more action of the plan is', 'more actions of the plan are')} blocked."
        return dated(min(next_.due_on, on), words, "See what is blocked", actor, "blocked", label="Blocked")

    # What is late because it is blocked is told once, with what is in its way.
    yield from first_few(late_actions(actor).filter(status=GOING), one=late, rest=more_late)
    yield from first_few(blocked_actions(actor), one=blocked, rest=more_blocked)
    yield from _strategies(actor, on=on)


def new(actor: Actor, *, since: date) -> Iterator[DatedLine]:
    """What became of the plan: actions done, priorities adopted, and editions."""
    if not actor.may("plan.read"):
        return
    done = seen_by(actor, Action).filter(status=DONE, done_on__gte=since)
    counted = done.aggregate(number=Count("pk"), newest=Max("done_on"))
    if counted["number"]:
        words = f"{plural(counted['number'], 'action of the plan was', 'actions of the plan were')} done."
        yield dated(counted["newest"], words, "See what changed in the plan", actor, "plan-changes")
    for priority in seen_by(actor, Priority).filter(adopted_on__gte=since)[:3]:
        words = f"“{priority}” was adopted as a priority at {priority.adopted_at or 'no meeting that is named'}."
        yield dated(priority.adopted_on or since, words, "See the priority", actor, "priority", priority.pk)
    for edition in seen_by(actor, Edition).filter(adopted_on__gte=since)[:3]:
        words = f"“{edition}” was adopted at {edition.adopted_at}."
        yield dated(edition.adopted_on, words, "See what it changed", actor, "edition", edition.pk)


def own(actor: Actor) -> Iterator[Own[Action]]:
    """Actions of the plan that the actor owns."""

    def told(one: Action) -> Task:
        stands = sentence_case(one.get_status_display())
        source = f"The plan: {one.priority}"
        return Task(one.title, source, stands, action_address(actor, one), one.due_on, note=one.blocker)

    if actor.may("plan.read"):
        yield Own(own_actions(actor).exclude(status=DONE).order_by("due_on", "title", "pk"), told)


def _strategies(actor: Actor, *, on: date) -> Iterator[DatedLine]:
    until = on + timedelta(days=_STRATEGY_DAYS)
    found = seen_by(actor, Strategy).filter(refresh_due_on__lte=until).exclude(status=Strategy.Status.REPLACED)

    def one(strategy: Strategy) -> DatedLine:
        assert strategy.refresh_due_on is not None
        is_late = strategy.refresh_due_on < on
        words = f"The refresh of “{strategy}” {'was' if is_late else 'is'} due by {plain_day(strategy.refresh_due_on)}."
        label = "Overdue" if is_late else "Due soon"
        return dated(strategy.refresh_due_on, words, "See the strategies", actor, "strategies", label=label)

    def rest(number: int, next_: Strategy) -> DatedLine:
        words = f"{plural(number, 'more strategy is', 'more strategies are')} to be refreshed."
        return dated(next_.refresh_due_on or on, words, "See the strategies", actor, "strategies", label="Due soon")

    yield from first_few(found.order_by("refresh_due_on", "title"), one=one, rest=rest)
