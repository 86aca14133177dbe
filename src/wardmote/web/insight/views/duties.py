"""What each partner owes under section 17A, and who answers for it."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from wardmote.errors import BadInput
from wardmote.web.core.clock import today
from wardmote.web.core.workspace import current_evidence
from wardmote.web.insight.actions.duties import name_liaison
from wardmote.web.insight.presenters.duties import duties_page
from wardmote.web.insight.queries.duties import duty_answer
from wardmote.web.insight.queries.loads import source_titles


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """The calendar of the year in the address, or of the last year up to now."""
    return _page(request, year=request.GET.get("year", ""), on=_on(request.GET.get("on", "")))


@require_POST
def name(request: HttpRequest) -> HttpResponse:
    """Name who answers for a source."""
    evidence = current_evidence()
    sent = {field: request.POST.get(field, "") for field in ("source", "officer", "deputy")}
    try:
        name_liaison(evidence, duty_answer(evidence, year="", on=today()), **sent)
    except BadInput as error:
        return _page(request, year="", on=today(), error=error.sentence)
    return redirect("calendar")


def _page(request: HttpRequest, *, year: str, on: date, error: str = "") -> HttpResponse:
    evidence = current_evidence()
    actor = getattr(request, "actor", None)
    page = duties_page(duty_answer(evidence, year=year, on=on), source_titles(evidence), error=error)
    context = {"page": page, "can_name": actor is None or actor.may("evidence.load")}
    return render(request, "insight/duties.html", context, status=400 if error else 200)


def _on(text: str) -> date:
    if not text:
        return today()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadInput(f"“{text}” is not a day", do="write it like 2025-06-30") from error
