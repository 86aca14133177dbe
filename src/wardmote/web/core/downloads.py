"""Answers that are saved as a file."""

from pathlib import PurePath

from django.http import HttpResponse

_TYPES = {
    ".csv": "text/csv; charset=utf-8",
    ".geojson": "application/geo+json",
    ".html": "text/html; charset=utf-8",
    ".json": "application/json",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".pdf": "application/pdf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def download(content: str | bytes, *, name: str) -> HttpResponse:
    """The content as a file of this name; its ending says what it is."""
    response = HttpResponse(content, content_type=_TYPES[PurePath(name).suffix])
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
