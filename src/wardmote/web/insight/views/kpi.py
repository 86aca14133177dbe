"""The quarterly performance report: the quarters, one of them, and its files."""

from concurrent.futures import TimeoutError as NotYet

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wardmote.errors import BadInput
from wardmote.reports.kpi.quarter import read_quarter
from wardmote.web.core.api.offers import data_page, file_page
from wardmote.web.core.downloads import download
from wardmote.web.core.workspace import current_evidence
from wardmote.web.insight.presenters.held import NOTHING_LOADED
from wardmote.web.insight.presenters.kpi import kpi_page, quarters_page
from wardmote.web.insight.queries.kpi import DOWNLOADS, quarters, report_in_making
from wardmote.web.insight.views.told import quarters_told

# Longer than this nobody waits without a word.
_PATIENCE_SECONDS = 1.5
_ASK_AGAIN_SECONDS = 3


@data_page(quarters_told)
def show_all(request: HttpRequest) -> HttpResponse:
    """The quarters that can be reported."""
    evidence = current_evidence()
    if not evidence.loads:
        return render(request, "insight/kpi_quarters.html", {"empty": NOTHING_LOADED})
    return render(request, "insight/kpi_quarters.html", {"page": quarters_page(quarters(evidence))})


@require_safe
def show(request: HttpRequest, quarter: str) -> HttpResponse:
    """One quarter's report; while it is being made, a page that says so and asks again by itself."""
    label = _label(quarter)
    try:
        made = report_in_making(current_evidence(), label).result(timeout=_PATIENCE_SECONDS)
    except NotYet:
        answer = render(request, "insight/kpi_working.html", {"quarter": label})
        answer.headers["Refresh"] = str(_ASK_AGAIN_SECONDS)
        return answer
    return render(request, "insight/kpi.html", {"page": kpi_page(made.view)})


@file_page
def save(request: HttpRequest, quarter: str, name: str) -> HttpResponse:
    """The report as a file."""
    if name not in DOWNLOADS:
        raise Http404(f"{name} is not a file of this page. Choose one of {', '.join(DOWNLOADS)}.")
    made = report_in_making(current_evidence(), _label(quarter)).result()
    return download(made.files[name], name=f"kpi-{quarter}{name.removeprefix('kpi')}")


def _label(quarter: str) -> str:
    try:
        return read_quarter(quarter.replace("-Q", " Q").replace("-q", " Q")).label
    except BadInput as error:
        raise Http404(f"“{quarter}” is not a quarter. Write it like 2024-25-Q4.") from error
