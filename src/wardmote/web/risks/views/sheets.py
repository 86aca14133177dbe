"""The registers as spreadsheets, out and in again."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from wardmote.web.core.api.offers import file_page, form_page
from wardmote.web.core.components import Link
from wardmote.web.core.sheets.pages import FileForm, find_sheet, give_sheet, show_sheets, take_sheet
from wardmote.web.risks.forms.sheets import SHEETS


@require_safe
def show_all(request: HttpRequest, partnership: str) -> HttpResponse:
    """The spreadsheets that there are."""
    back = Link("Risk register", reverse("risks", args=[partnership]))
    heading = "Registers as spreadsheets"
    return show_sheets(request, SHEETS, heading=heading, back=back, out="risk-sheet", into="risk-sheet-in")


@file_page
def give(request: HttpRequest, partnership: str, register: str, ending: str) -> HttpResponse:
    """One register as a file."""
    return give_sheet(request, find_sheet(SHEETS, register), ending=ending)


@form_page(FileForm)
def take(request: HttpRequest, partnership: str, register: str) -> HttpResponse:
    """One register in again."""
    back = Link("Spreadsheets", reverse("risk-sheets", args=[partnership]))
    return take_sheet(request, find_sheet(SHEETS, register), back=back)
