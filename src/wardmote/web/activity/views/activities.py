"""What the partnership does: all of it, one of it, and adding to it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

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
from wardmote.web.core.lists import answer_list
from wardmote.web.core.scope import found
from wardmote.web.core.targets import targets
from wardmote.web.core.ties import ties_of

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


@require_safe
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


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, partnership: str, kind: str) -> HttpResponse:
    """Add an activity of a kind."""
    actor, of_kind = acting(request), find_kind(kind)
    form = ActivityForm(request.POST or None, kind=of_kind, actor=actor)
    if form.is_valid():
        with form.errors_of_action():
            record = add_activity(by=actor, kind=of_kind.id, **form.cleaned_data)
            return redirect("activity", partnership=partnership, activity=record.pk)
    back = Link("Kinds of activity", reverse("activity-kinds", args=[partnership]))
    context = {"heading": f"Add: {of_kind.title}", "sentence": of_kind.about, "form": form, "back": back}
    return render(request, "core/form.html", {**context, "button": "Add"}, status=400 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, partnership: str, activity: UUID) -> HttpResponse:
    """Change an activity."""
    actor = acting(request)
    record = found(actor, Activity, activity, to="activity.change")
    form = ActivityForm(request.POST or None, kind=record.kind_of, actor=actor, record=record)
    if form.is_valid():
        with form.errors_of_action():
            change_activity(record, by=actor, **form.cleaned_data)
            return redirect("activity", partnership=partnership, activity=record.pk)
    back = Link("Back to the activity", reverse("activity", args=[partnership, activity]))
    context = {"heading": "Change an activity", "form": form, "back": back}
    return render(request, "core/form.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def choose_priorities(request: HttpRequest, partnership: str, activity: UUID) -> HttpResponse:
    """Say which priority the activity serves first, and which as well."""
    actor = acting(request)
    record = found(actor, Activity, activity, to="activity.change")
    priorities = targets("priority", actor)
    form = ServesForm(request.POST or None, priorities=priorities, initial=_served(record))
    if form.is_valid():
        by_id = {str(target.id): target for target in priorities}
        others = [by_id[id_] for id_ in form.cleaned_data["others"]]
        set_priorities(record, by=actor, first=by_id.get(form.cleaned_data["first"]), others=others)
        return redirect("activity", partnership=partnership, activity=record.pk)
    back = Link(record.title, reverse("activity", args=[partnership, activity]))
    none = "" if priorities else "The plan has no priorities yet. Add them there first."
    context = {"heading": "Priorities that it serves", "sentence": none, "form": form, "back": back}
    return render(request, "core/form.html", context, status=400 if form.errors else 200)


def _served(record: Activity) -> dict[str, object]:
    ties = list(ties_of(record).filter(target_kind="priority"))
    first = next((str(tie.target_id) for tie in ties if tie.is_first), "")
    return {"first": first, "others": [str(tie.target_id) for tie in ties if not tie.is_first]}


def _links(actor: Actor) -> list[Link]:
    args = [actor.partnership_slug]
    links = [Link("All activities as a list", reverse("activities", args=args))]
    if actor.may("activity.change"):
        links.append(Link("Add an activity", reverse("activity-kinds", args=args)))
        links.append(Link("Spreadsheets out and in", reverse("activity-sheets", args=args)))
    if actor.may("evidence.load"):
        links.append(Link("Load these figures into evidence", reverse("activity-load", args=args)))
    return links
