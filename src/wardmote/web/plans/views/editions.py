"""Editions of the plan, what differs between them, and what changed since the last meeting."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from wardmote.web.core.actors import acting
from wardmote.web.core.clock import today
from wardmote.web.core.components import Line, Link
from wardmote.web.core.overview import last_meeting, since_of
from wardmote.web.core.scope import found, seen_by
from wardmote.web.core.views.forms import answer_form, form_page
from wardmote.web.core.wording import plain_day
from wardmote.web.plans.actions.editions import adopt_edition
from wardmote.web.plans.forms.actions import SinceForm
from wardmote.web.plans.forms.plan import EditionForm
from wardmote.web.plans.models import Edition
from wardmote.web.plans.presenters.changes import changes_headline, changes_parts, difference_parts, edition_address
from wardmote.web.plans.queries.changes import changes_since
from wardmote.web.plans.queries.editions import content_of, edition_before
from wardmote.web.plans.queries.priorities import current_plan
from wardmote.web.plans.queries.serving import all_serving
from wardmote.web.plans.rules.comparison import differences


@require_safe
def show_all(request: HttpRequest, partnership: str) -> HttpResponse:
    """Every edition, and what differs between the newest and the plan as it stands."""
    actor = acting(request)
    editions = list(seen_by(actor, Edition).select_related("plan"))
    lines = [
        Line(
            f"{one.title}, adopted on {plain_day(one.adopted_on)} at {one.adopted_at}.",
            Link(f"See what changed in {one.title}", edition_address(actor, one)),
        )
        for one in editions
    ]
    plan = current_plan(actor)
    parts = (
        difference_parts(differences(editions[0].content, content_of(plan, all_serving(actor))))
        if editions and plan
        else ()
    )
    context = {
        "lines": lines,
        "parts": parts,
        "newest": editions[0] if editions else None,
        "adopt": reverse("edition-adopt", args=[partnership]) if plan and actor.may("plan.change") else "",
    }
    return render(request, "plans/editions.html", context)


@require_safe
def show(request: HttpRequest, partnership: str, edition: UUID) -> HttpResponse:
    """One edition as it stood, and what differs from the one before."""
    actor = acting(request)
    record = found(actor, Edition, edition)
    before = edition_before(record)
    parts = difference_parts(differences(before.content, record.content)) if before else ()
    back = Link("Editions", reverse("editions", args=[partnership]))
    return render(request, "plans/edition.html", {"edition": record, "before": before, "parts": parts, "back": back})


@form_page(EditionForm)
def adopt(request: HttpRequest, partnership: str) -> HttpResponse:
    """Keep the plan as it stands, as the edition that a meeting adopted."""
    actor = acting(request)
    plan = current_plan(actor)
    if plan is None:
        return redirect("plan", partnership=partnership)

    def act(**typed):
        return edition_address(actor, adopt_edition(plan, by=actor, **typed))

    form = EditionForm(actor=actor)
    back = Link("Editions", reverse("editions", args=[partnership]))
    return answer_form(request, form, act=act, heading="Adopt the plan as it stands", back=back, button="Adopt")


@require_safe
def show_changes(request: HttpRequest, partnership: str) -> HttpResponse:
    """What changed since the board's last meeting, or since the day that stands in the address."""
    actor = acting(request)
    meeting = last_meeting(actor, on=today())
    form = SinceForm(request.GET if "since" in request.GET else {"since": since_of(meeting, on=today())})
    context: dict[str, Any] = {"form": form}
    if not form.is_valid():
        return render(request, "plans/changes.html", context, status=400)
    changes = changes_since(actor, form.cleaned_data["since"])
    context |= {"headline": changes_headline(changes), "parts": changes_parts(actor, changes)}
    return render(request, "plans/changes.html", context)
