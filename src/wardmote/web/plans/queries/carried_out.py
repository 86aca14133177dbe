"""How far the plan of the partnership that the evidence is about was carried out in a year."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from django.db.models import OuterRef, Q, Subquery

from wardmote.assessment.carried_out import CarriedOut, PlanCarriedOut
from wardmote.web.accounts.models import Partnership
from wardmote.web.accounts.queries.installation import has_accounts
from wardmote.web.core.clock import today
from wardmote.web.core.workspace import current_workspace
from wardmote.web.plans.models import Action, Plan, ProgressNote
from wardmote.web.plans.rules.statuses import STUCK

# The title and place of its priority, its last day, the day when it was done, and what was last said of it by then.
_Row = tuple[str, int, date, date | None, str | None]


def plan_carried_out(*, first: date, last: date) -> PlanCarriedOut | None:
    """The newest plan that covers a day of the year, and how its actions stood on the last, or stand today.

    None where nobody has an account, where the evidence's partnership is not among those of the installation, and where
    it had no plan.
    """
    partnership = _partnership() if has_accounts() else None
    plans = Plan.objects.filter(partnership=partnership, starts_on__lte=last, ends_on__gte=first)
    plan = plans.order_by("-starts_on").first() if partnership else None
    if plan is None:
        return None
    until = min(last, today())
    in_order = groupby(_actions(plan, first=first, last=last, until=until), key=lambda row: row[0])
    return PlanCarriedOut(plan.title, tuple(_carried(title, rows, until=until) for title, rows in in_order))


def _partnership() -> Partnership | None:
    """The one that bears the workspace's name, or the only one there is."""
    named = Partnership.objects.filter(name=current_workspace().name).first()
    return named or (Partnership.objects.first() if Partnership.objects.count() == 1 else None)


def _actions(plan: Plan, *, first: date, last: date, until: date) -> Iterable[_Row]:
    said = ProgressNote.objects.filter(action=OuterRef("pk"), said_on__lte=until).order_by("-said_on", "-created_at")
    of_year = Action.objects.filter(
        Q(due_on__range=(first, last)) | Q(done_on__range=(first, last)), priority__plan=plan
    )
    told = of_year.annotate(stood=Subquery(said.values("status")[:1])).order_by("priority__position", "priority__title")
    return told.values_list("priority__title", "priority__position", "due_on", "done_on", "stood")


def _carried(title: str, rows: Iterable[_Row], *, until: date) -> CarriedOut:
    stood = [(due_on, done_on if done_on and done_on <= until else None, said) for _, _, due_on, done_on, said in rows]
    done = [(due_on, done_on) for due_on, done_on, _ in stood if done_on]
    return CarriedOut(
        priority=title,
        due=len(stood),
        done=len(done),
        late=sum(done_on > due_on for due_on, done_on in done),
        stuck=sum(done_on is None and said == STUCK for _, done_on, said in stood),
    )
