"""Answers for an address that is a list: its page, or a file of all that is chosen."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from wardmote.web.core.api.program import program_of
from wardmote.web.core.downloads import download
from wardmote.web.core.lists.files import csv_text, ods_bytes
from wardmote.web.core.lists.listing import Listing
from wardmote.web.core.lists.told import list_told
from wardmote.web.core.lists.view import chosen_of, list_view


def answer_list[R](
    request: HttpRequest,
    listing: Listing[R],
    rows: QuerySet[Any] | Sequence[R],
    *,
    template: str = "core/list.html",
    context: dict[str, Any],
) -> HttpResponse:
    """The list in its template, which includes `components/list.html` with `list`; or `?download=csv` or `ods`.

    A program gets the same rows as JSON, narrowed, sorted and searched by the same words in the address.
    """
    if program_of(request) is not None and isinstance(rows, QuerySet):
        return list_told(request, listing, rows)
    kind = request.GET.get("download", "")
    if kind:
        return _file(listing, chosen_of(listing, rows, request.GET), kind)
    return render(request, template, {**context, "list": list_view(listing, rows, request.GET)})


def _file[R](listing: Listing[R], chosen: Iterable[R], kind: str) -> HttpResponse:
    heads = [column.head for column in listing.columns]
    rows = [[column.text(row) for column in listing.columns] for row in chosen]
    if kind == "csv":
        return download(csv_text(heads, rows), name=f"{listing.name}.csv")
    if kind == "ods":
        return download(ods_bytes(listing.nouns, heads, rows), name=f"{listing.name}.ods")
    raise Http404(f"There is no {kind} of this list; choose csv or ods.")
