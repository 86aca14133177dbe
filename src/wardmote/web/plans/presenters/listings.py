"""Actions and strategies as lists."""

from django.urls import reverse

from wardmote.web.core.actors import Actor
from wardmote.web.core.clock import today
from wardmote.web.core.components import Cell
from wardmote.web.core.lists import Choice, Column, Listing
from wardmote.web.core.wording import plain_day, sentence_case
from wardmote.web.plans.models import Action, Priority, Strategy
from wardmote.web.plans.rules.statuses import DONE, STATUSES


def action_address(actor: Actor, action: Action) -> str:
    """Where an action is read."""
    return reverse("action", kwargs={"partnership": actor.partnership_slug, "action": action.pk})


def action_listing(actor: Actor, *, name: str = "actions", priorities: tuple[Priority, ...] = ()) -> Listing[Action]:
    """Actions, what is due first; filters on how they stand, on whose they are and on what they serve."""
    late = {"due_on__lt": today(), "status__in": [status for status, _ in STATUSES if status != DONE]}
    return Listing(
        name=name,
        noun="action",
        nouns="actions",
        order="due",
        searched=("title", "detail", "owner__name", "blocker"),
        choices=(
            Choice(
                "status",
                "How it stands",
                (
                    *((status, sentence_case(text), {"status": status}) for status, text in STATUSES),
                    ("late", "Late", late),
                ),
            ),
            Choice("whose", "Whose", (("mine", "Mine", {"owner": actor.id}),)),
            *(
                (
                    Choice(
                        "priority", "Priority", tuple((str(one.pk), one.title, {"priority": one}) for one in priorities)
                    ),
                )
                if priorities
                else ()
            ),
        ),
        columns=(
            Column("action", "Action", lambda one: Cell(one.title, href=action_address(actor, one)), sort="title"),
            Column("owner", "Owner", _owner, sort="owner__name", value=lambda one: f"{one.owner}, {one.owner.agency}"),
            Column("due", "Due", lambda one: Cell(plain_day(one.due_on)), sort="due_on"),
            Column("stands", "How it stands", _stands, sort="status", value=state_in_words),
            Column("priority", "Priority", lambda one: Cell(one.priority.title), sort="priority__title"),
        ),
    )


def state_in_words(action: Action) -> str:
    """Stuck, late: no venue."""
    late = ", late" if action.is_late else ""
    blocked = f": {action.blocker.rstrip('.')}" if action.blocker else ""
    return f"{sentence_case(action.get_status_display())}{late}{blocked}"


def strategy_listing(actor: Actor) -> Listing[Strategy]:
    """The register of strategies."""

    def name(strategy: Strategy) -> Cell:
        slug = {"partnership": actor.partnership_slug, "strategy": strategy.pk}
        return Cell(strategy.title, href=reverse("strategy-change", kwargs=slug) if actor.may("plan.change") else "")

    return Listing(
        name="strategies",
        noun="strategy",
        nouns="strategies",
        order="strategy",
        searched=("title", "owner_board", "adopters"),
        choices=(
            Choice(
                "status",
                "Status",
                tuple((one.value, sentence_case(one.label), {"status": one}) for one in Strategy.Status),
            ),
        ),
        columns=(
            Column("strategy", "Strategy", name, sort="title"),
            Column("subject", "Subject", lambda one: Cell(sentence_case(one.get_subject_display())), sort="subject"),
            Column("status", "Status", lambda one: Cell(sentence_case(one.get_status_display())), sort="status"),
            Column("board", "Board", lambda one: Cell(one.owner_board), sort="owner_board"),
            Column("adopters", "Adopted by", lambda one: Cell(one.adopters)),
            Column("refresh", "Refresh due", _refresh, sort="refresh_due_on"),
        ),
    )


def _refresh(strategy: Strategy) -> Cell:
    due = strategy.refresh_due_on
    if due is None:
        return Cell("no day set")
    return Cell(plain_day(due), note="overdue" if due < today() and strategy.status != "replaced" else "")


def _owner(action: Action) -> Cell:
    return Cell(str(action.owner), note=action.owner.agency.name)


def _stands(action: Action) -> Cell:
    late = ", late" if action.is_late else ""
    return Cell(sentence_case(action.get_status_display()) + late, note=action.blocker)
