"""What each partner owes under section 17A, and who answers for it."""

from datetime import date

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from wardmote.errors import BadInput
from wardmote.web.core.api.offers import button_page
from wardmote.web.core.api.program import program_of
from wardmote.web.core.clock import today
from wardmote.web.core.components import Link
from wardmote.web.core.forms import Form
from wardmote.web.core.views.forms import answer_form
from wardmote.web.core.workspace import current_evidence
from wardmote.web.insight.actions.duties import name_liaison
from wardmote.web.insight.presenters.duties import duties_page
from wardmote.web.insight.queries.duties import duty_answer
from wardmote.web.insight.queries.loads import source_titles


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """The calendar of the year in the address, or of the last year up to now."""
    return _page(request, year=request.GET.get("year", ""), on=_on(request.GET.get("on", "")))


class OfficerForm(Form):
    """Who answers for a partner's information; what is missing is said by the action."""

    source = forms.CharField(label="Whose", required=False, help_text="The partner and the source, with a bar between.")
    officer = forms.CharField(label="Designated liaison officer", required=False)
    deputy = forms.CharField(label="Deputy", required=False)


@button_page(OfficerForm)
def name(request: HttpRequest) -> HttpResponse:
    """Name who answers for a source."""
    evidence = current_evidence()
    calendar = Link("Calendar", reverse("calendar"))

    def act(**sent: str) -> str:
        name_liaison(evidence, duty_answer(evidence, year="", on=today()), **sent)
        return calendar.href

    try:
        return answer_form(request, OfficerForm(), act=act, heading="Who answers for it", back=calendar)
    except BadInput as error:
        if program_of(request) is not None:
            raise
        return _page(request, year="", on=today(), error=error.sentence)


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
