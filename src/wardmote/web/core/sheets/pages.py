"""The pages of a room's spreadsheets: what there is, one of them out, and one of them in."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from wardmote.errors import BadInput
from wardmote.web.core.actors import acting
from wardmote.web.core.components import Link
from wardmote.web.core.downloads import download
from wardmote.web.core.forms import Form
from wardmote.web.core.lists.files import csv_text, ods_bytes
from wardmote.web.core.sheets.bringing import bring_in
from wardmote.web.core.sheets.reading import LARGEST_BYTES
from wardmote.web.core.sheets.sheet import Sheet, rows_of
from wardmote.web.core.views.forms import Shown, answer_form

Sheets = Mapping[str, Sheet[Any]]
ABOUT = (
    "Download the spreadsheet, change it and bring it in again. A row that keeps its id changes that record, one without"
    " an id adds a record, and a row that you leave out changes nothing."
)


class FileForm(Form):
    """The spreadsheet that was changed."""

    file = forms.FileField(label="CSV or ODS file", max_length=200, help_text="As it was downloaded, with its heads.")
    is_trial = forms.BooleanField(
        label="Only show me what would change",
        required=False,
        help_text="Nothing is saved. To bring the file in, choose it again and leave this out.",
    )


def find_sheet(sheets: Sheets, name: str) -> Sheet[Any]:
    """The spreadsheet of this name, or 404."""
    if name not in sheets:
        raise Http404("There is no spreadsheet of this name.")
    return sheets[name]


def show_sheets(request: HttpRequest, sheets: Sheets, *, heading: str, back: Link, out: str, into: str) -> HttpResponse:
    """The spreadsheets that there are, and the ways out and in of each; `out` and `into` name the room's routes."""
    slug = acting(request).partnership_slug
    shown = [{"title": one.title, "links": _links(one, slug, out=out, into=into)} for one in sheets.values()]
    context = {"heading": heading, "sentence": ABOUT, "sheets": shown, "back": back}
    return render(request, "core/sheets.html", context)


def _links(sheet: Sheet[Any], partnership: str, *, out: str, into: str) -> list[Link]:
    files = [
        Link(f"{sheet.title} as {ending.upper()}", reverse(out, args=[partnership, sheet.name, ending]))
        for ending in ("csv", "ods")
    ]
    return [*files, Link(f"Bring {sheet.title.lower()} in", reverse(into, args=[partnership, sheet.name]))]


def give_sheet(request: HttpRequest, sheet: Sheet[Any], *, ending: str) -> HttpResponse:
    """Every record as a CSV or ODS file."""
    rows = rows_of(sheet, sheet.records(acting(request)))
    if ending == "csv":
        return download(csv_text(sheet.heads, rows), name=f"{sheet.name}.csv")
    if ending == "ods":
        return download(ods_bytes(sheet.title, sheet.heads, rows), name=f"{sheet.name}.ods")
    raise Http404("Choose csv or ods.")


def take_sheet(request: HttpRequest, sheet: Sheet[Any], *, back: Link) -> HttpResponse:
    """Bring a changed file in, and say what it did or what is wrong with it."""
    said: dict[str, Any] = {"heading": f"{sheet.title}: bring a spreadsheet in", "sentence": ABOUT, "back": back}

    def act(*, file: UploadedFile, is_trial: bool) -> Shown:
        try:
            content = file.read(LARGEST_BYTES + 1)
            brought = bring_in(sheet, content, name=file.name or "", by=acting(request), is_trial=is_trial)
        except BadInput as error:
            raise ValidationError({"file": error.sentence}) from error
        told = {"sentence": brought.sentence, "faults": brought.faults, "rows": brought.rows}
        context = {**said, "form": FileForm(), "brought": brought}
        return Shown("core/sheet_in.html", context, told=told, status=422 if brought.faults else 200)

    return answer_form(request, FileForm(), act=act, template="core/sheet_in.html", **said)
