"""What the plan has for search, comments and undoing."""

from wardmote.web.core.directory import Kind
from wardmote.web.core.wording import plain_day, sentence_case
from wardmote.web.plans.models import Action, Edition, Priority
from wardmote.web.plans.queries.actions import actions_of

DIRECTORY = (
    Kind(
        model=Priority,
        nouns="priorities",
        permission="plan.read",
        page="priority",
        argument="priority",
        searched=("title", "scope", "aim"),
        line=lambda priority: priority.aim,
        listed="plan",
        undoes={"changed a priority": "plan.change"},
        parts=("objectives", "alignments"),
    ),
    Kind(
        model=Action,
        nouns="actions",
        permission="plan.read",
        page="action",
        argument="action",
        searched=("title", "detail", "owner__name"),
        line=lambda action: (
            f"{sentence_case(action.get_status_display())}, due {plain_day(action.due_on)}, for {action.priority}"
        ),
        records=actions_of,
        listed="actions",
        undoes={"changed an action": "action.change"},
        parts=("notes",),
    ),
    Kind(
        model=Edition,
        nouns="editions of the plan",
        permission="plan.read",
        page="edition",
        argument="edition",
        searched=("title",),
        listed="editions",
    ),
)
