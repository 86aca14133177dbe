"""The strategic assessment of each year, as a page, a PDF and the data of each figure."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wardmote.evidence.evidence import Evidence
from wardmote.measures.periods import financial_year
from wardmote.web.core.api.offers import file_page
from wardmote.web.core.downloads import download
from wardmote.web.core.workspace import current_evidence
from wardmote.web.insight.presenters.assessment import assessment_page, years_page
from wardmote.web.insight.presenters.held import NOTHING_LOADED
from wardmote.web.insight.queries.assessments import assessment_pdf, drawn_assessment, figure_csv, years


@require_safe
def show_all(request: HttpRequest) -> HttpResponse:
    """The years that can be assessed."""
    evidence = current_evidence()
    if not evidence.loads:
        return render(request, "insight/assessments.html", {"empty": NOTHING_LOADED})
    return render(request, "insight/assessments.html", {"page": years_page(years(evidence))})


@require_safe
def show(request: HttpRequest, year: str) -> HttpResponse:
    """One year's assessment."""
    page = assessment_page(drawn_assessment(_evidence(year), year).view)
    return render(request, "insight/assessment.html", {"page": page})


@file_page
def pdf(request: HttpRequest, year: str) -> HttpResponse:
    """One year's assessment as a PDF."""
    content = assessment_pdf(_evidence(year), year)
    return download(content, name=f"strategic-assessment-{year}.pdf")


@file_page
def figure(request: HttpRequest, year: str, figure_id: str) -> HttpResponse:
    """The data of one figure."""
    content = figure_csv(_evidence(year), year, figure_id)
    if content is None:
        raise Http404(f"The assessment of {year} has no figure called {figure_id}.")
    return download(content, name=f"{figure_id}-{year}.csv")


def _evidence(year: str) -> Evidence:
    if financial_year(year) is None:
        raise Http404(f"“{year}” is not a financial year. Write it like 2020-21.")
    return current_evidence()
