"""The compliance statement, one duty, and evidence of it."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wardmote.definitions.duties import Duty
from wardmote.reports.papers import papers_pdf
from wardmote.web.core.actors import acting
from wardmote.web.core.api.offers import data_page
from wardmote.web.core.clock import today
from wardmote.web.core.components import Link
from wardmote.web.core.downloads import download
from wardmote.web.core.lists.files import csv_text, ods_bytes
from wardmote.web.core.views.forms import answer_form, form_page
from wardmote.web.governance.actions.duties import record_proof
from wardmote.web.governance.forms.scrutiny import ProofForm
from wardmote.web.governance.forms.since import on_asked
from wardmote.web.governance.presenters.addresses import to
from wardmote.web.governance.presenters.compliance import (
    HEADS,
    duty_page,
    statement_caveats,
    statement_lead,
    statement_papers,
    statement_rows,
    statement_sources,
    statement_table,
)
from wardmote.web.governance.presenters.meetings import sittings_table
from wardmote.web.governance.queries.compliance import duty_packs, records_of, sittings_of, statement_of
from wardmote.web.governance.views.told import statement_told


@data_page(statement_told, takes=("on",))
def show(request: HttpRequest, partnership: str) -> HttpResponse:
    """Each duty in law on one line, today or on the day that the address gives; as a page or as a file."""
    actor = acting(request)
    on, form = on_asked(request.GET, today=today())
    lines = statement_of(actor, on=on)
    kind = request.GET.get("download", "")
    if kind == "pdf":
        papers = statement_papers(lines, partnership=actor.partnership, on=on)
        return download(papers_pdf(papers), name=f"compliance-{on:%Y-%m-%d}.pdf")
    if kind:
        return _file(statement_rows(lines), kind, name=f"compliance-{on:%Y-%m-%d}")
    asked = f"on={request.GET['on']}&" if form.is_bound and not form.errors else ""
    context = {
        "heading": "Compliance statement",
        "lead": statement_lead(lines, on=on),
        "table": statement_table(lines, actor),
        "form": form,
        "downloads": [Link(word.upper(), f"?{asked}download={word}") for word in ("pdf", "csv", "ods")],
        "back": Link("Board and scrutiny", to(actor, "board")),
        "sources": statement_sources(),
        "caveats": statement_caveats(),
    }
    return render(request, "governance/compliance.html", context, status=400 if form.errors else 200)


def _file(rows: list[list[str]], kind: str, *, name: str) -> HttpResponse:
    if kind == "csv":
        return download(csv_text(HEADS, rows), name=f"{name}.csv")
    if kind == "ods":
        return download(ods_bytes("Compliance", HEADS, rows), name=f"{name}.ods")
    raise Http404(f"There is no {kind} of the statement; choose pdf, csv or ods.")


@require_safe
def duty(request: HttpRequest, partnership: str, duty: str) -> HttpResponse:
    """One duty, with all that shows it."""
    actor, on = acting(request), today()
    found_duty = _duty(duty)
    lines = [line for line in statement_of(actor, on=on) if line.duty.id == duty]
    sittings = sittings_table(list(sittings_of(actor, found_duty)), actor)
    page = duty_page(found_duty, lines, list(records_of(actor, duty)), sittings, actor, on=on)
    return render(request, "governance/page.html", {"page": page, "heading": page.heading})


def _duty(id_: str) -> Duty:
    for pack in duty_packs():
        for one in pack.duties:
            if one.id == id_:
                return one
    raise Http404(f"There is no duty called “{id_}”.")


@form_page(ProofForm)
def add_proof(request: HttpRequest, partnership: str, duty: str) -> HttpResponse:
    """Record what shows that a duty was met."""
    actor, found_duty = acting(request), _duty(duty)
    form = ProofForm(actor=actor)
    act = partial(record_proof, by=actor, duty=duty)
    back = Link(found_duty.title, to(actor, "duty", duty))
    sentence = f"What would show it: {found_duty.shown_by}."
    return answer_form(request, form, act=act, heading="Record evidence of a duty", back=back, sentence=sentence)
