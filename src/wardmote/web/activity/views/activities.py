"""What the partnership does: all of it, one of it, and adding to it."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from wardmote.web.activity.actions.activities import add_activity, change_activity, set_priorities
from wardmote.web.activity.forms.activities import ActivityForm
from wardmote.web.activity.forms.numbers import ServesForm
from wardmote.web.activity.models import Activity
from wardmote.web.activity.presenters.activity import activity_page
from wardmote.web.activity.presenters.kinds import kind_groups
from wardmote.web.activity.presenters.listings import activities_listing
from wardmote.web.activity.presenters.overview import overview
from wardmote.web.activity.queries.activities import activities_of
from wardmote.web.activity.rules.kinds import find_kind
from wardmote.web.activity.rules.years import asked_year
from wardmote.web.core import clock
from wardmote.web.core.actors import Actor, acting
from wardmote.web.core.components import EmptyState, Link
from wardmote.web.core.lists import answer_list, list_page
from wardmote.web.core.scope import found
from wardmote.web.core.targets import targets
from wardmote.web.core.ties import ties_of
from wardmote.web.core.views.forms import answer_form, form_page

NOTHING = EmptyState(
    "Nothing is recorded yet.", do="Add the first activity, or bring in a spreadsheet of those that you have."
)


@require_safe
def show_overview(request: HttpRequest, partnership: str) -> HttpResponse:
    """Every kind on a line, with its numbers in the year."""
    actor, today = acting(request), clock.today()
    year = asked_year(request.GET.get("year", ""), today=today)
    page = overview(actor, year, today=today)
    context = {"heading": "Activity", "page": page, "links": _links(actor), "nothing": NOTHING}
    return render(request, "activity/overview.html", context)


@list_page(Activity)
def show_all(request: HttpRequest, partnership: str) -> HttpResponse:
    """Every activity as a list."""
    actor = acting(request)
    back = Link("Activity", reverse("activity-overview", args=[partnership]))
    links = [Link("Add an activity", reverse("activity-kinds", args=[partnership]))]
    context = {"heading": "All activities", "back": back, "links": links if actor.may("activity.change") else []}
    return answer_list(request, activities_listing(actor), activities_of(actor), context=context)


@require_safe
def show(request: HttpRequest, partnership: str, activity: UUID) -> HttpResponse:
    """One activity."""
    actor, today = acting(request), clock.today()
    record = found(actor, Activity, activity, within=activities_of(actor))
    year = asked_year(request.GET.get("year", ""), today=today)
    page = activity_page(actor, record, year, today=today)
    back = Link("All activities", reverse("activities", args=[partnership]))
    return render(request, "activity/activity.html", {"heading": record.title, "page": page, "back": back})


@require_safe
def choose_kind(request: HttpRequest, partnership: str) -> HttpResponse:
    """Which kind of activity to add."""
    context = {"heading": "Which kind of activity is it?", "groups": kind_groups(acting(request))}
    return render(request, "activity/kinds.html", context)


@form_page(ActivityForm)
def add(request: HttpRequest, partnership: str, kind: str) -> HttpResponse:
    """Add an activity of a kind."""
    actor, of_kind = acting(request), find_kind(kind)

    def act(**typed: Any) -> str:
        return reverse("activity", args=[partnership, add_activity(by=actor, kind=of_kind.id, **typed).pk])

    form, heading = ActivityForm(kind=of_kind, actor=actor), f"Add: {of_kind.title}"
    back = Link("Kinds of activity", reverse("activity-kinds", args=[partnership]))
    return answer_form(request, form, act=act, heading=heading, back=back, button="Add", sentence=of_kind.about)


@form_page(ActivityForm, is_correction=True)
def change(request: HttpRequest, partnership: str, activity: UUID) -> HttpResponse:
    """Change an activity."""
    actor = acting(request)
    record = found(actor, Activity, activity, to="activity.change")
    back = Link("Back to the activity", reverse("activity", args=[partnership, activity]))
    act = partial(change_activity, record, by=actor)
    form = ActivityForm(kind=record.kind_of, actor=actor, record=record)
    return answer_form(request, form, act=act, heading="Change an activity", back=back)


@form_page(ServesForm, is_correction=True)
def choose_priorities(request: HttpRequest, partnership: str, activity: UUID) -> HttpResponse:
    """Say which priority the activity serves first, and which as well."""
    actor = acting(request)
    record = found(actor, Activity, activity, to="activity.change")
    priorities = targets("priority", actor)
    back = Link(record.title, reverse("activity", args=[partnership, activity]))

    def act(*, first: str, others: list[str]) -> None:
        by_id = {str(target.id): target for target in priorities}
        set_priorities(record, by=actor, first=by_id.get(first), others=[by_id[id_] for id_ in others])

    none = "" if priorities else "The plan has no priorities yet. Add them there first."
    form = ServesForm(record=record, priorities=priorities, initial=_served(record))
    return answer_form(request, form, act=act, heading="Priorities that it serves", back=back, sentence=none)


def _served(record: Activity) -> dict[str, object]:
    ties = list(ties_of(record).filter(target_kind="priority"))
    first = next((str(tie.target_id) for tie in ties if tie.is_first), "")
    return {"first": first, "others": [str(tie.target_id) for tie in ties if not tie.is_first]}


def _links(actor: Actor) -> list[Link]:
    args = [actor.partnership_slug]
    links = [
        Link("Places: venues, cameras and patrols", reverse("activity-places", args=args)),
        Link("Training by agency and level", reverse("activity-training", args=args)),
        Link("You said, we did", reverse("activity-kind", args=[*args, "co-production"])),
        Link("All activities as a list", reverse("activities", args=args)),
    ]
    if actor.may("activity.change"):
        links.append(Link("Add an activity", reverse("activity-kinds", args=args)))
        links.append(Link("Spreadsheets out and in", reverse("activity-sheets", args=args)))
    if actor.may("evidence.load"):
        links.append(Link("Load these figures into evidence", reverse("activity-load", args=args)))
    return links
