"""Activity as spreadsheets, out and in again."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from wardmote.web.activity.forms.sheets import SHEETS
from wardmote.web.core.api.offers import file_page, form_page
from wardmote.web.core.components import Link
from wardmote.web.core.sheets.pages import FileForm, find_sheet, give_sheet, show_sheets, take_sheet


@require_safe
def show_all(request: HttpRequest, partnership: str) -> HttpResponse:
    """The spreadsheets that there are."""
    back = Link("Activity", reverse("activity-overview", args=[partnership]))
    heading = "Activity as spreadsheets"
    return show_sheets(request, SHEETS, heading=heading, back=back, out="activity-sheet", into="activity-sheet-in")


@file_page
def give(request: HttpRequest, partnership: str, sheet: str, ending: str) -> HttpResponse:
    """One spreadsheet as a file."""
    return give_sheet(request, find_sheet(SHEETS, sheet), ending=ending)


@form_page(FileForm)
def take(request: HttpRequest, partnership: str, sheet: str) -> HttpResponse:
    """One spreadsheet in again."""
    back = Link("Spreadsheets", reverse("activity-sheets", args=[partnership]))
    return take_sheet(request, find_sheet(SHEETS, sheet), back=back)
