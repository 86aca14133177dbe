"""One file that waits: how it would be read, and what its columns are."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from wardmote.errors import BadInput
from wardmote.evidence.dock.draft import UNKNOWN_PARTNER, Draft
from wardmote.evidence.dock.outline import Outline
from wardmote.evidence.dock.outline_faults import Fault
from wardmote.web.core.workspace import current_workspace
from wardmote.web.insight.actions.columns import choose_card, keep_apart, say_columns
from wardmote.web.insight.actions.uploads import upload_of, waiting_file
from wardmote.web.insight.forms.columns import all_faults, outline_of, table_of, with_words_found
from wardmote.web.insight.models.uploads import Waiting
from wardmote.web.insight.presenters.columns import columns_page
from wardmote.web.insight.presenters.reading import reading_page
from wardmote.web.insight.queries.waiting import file_draft, file_preview, found

_Answer = HttpResponse


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, key: str, number: int) -> _Answer:
    """How a partner's file would be read; another card may be chosen, or its months kept apart from another partner's."""
    waiting = waiting_file(upload_of(key), number)
    if request.method == "POST":
        try:
            _choose(request, waiting)
        except BadInput as error:
            return _reading(request, key, waiting, error=error.sentence)
        return redirect("waiting-file", key=key, number=number)
    if found(current_workspace(), waiting).kind == "unknown":
        return redirect("waiting-columns", key=key, number=number)
    return _reading(request, key, waiting)


@require_http_methods(["GET", "HEAD", "POST"])
def columns(request: HttpRequest, key: str, number: int) -> _Answer:
    """Say what the columns of a file are; what was typed is kept, and each fault is said beside it."""
    waiting = waiting_file(upload_of(key), number)
    before, draft = _outline(waiting)
    if request.method != "POST":
        return _columns(request, key, waiting, before, draft, ())
    if "change" in request.POST:
        drafted = file_draft(waiting, table=table_of(request.POST)).outline
        waiting.outline = replace(drafted, title=before.title, partner=before.partner)
        return redirect("waiting-columns", key=key, number=number)
    outline, to_look_over = with_words_found(outline_of(request.POST, before), before, draft)
    waiting.outline = outline
    faults = (*all_faults(outline), *to_look_over)
    if not faults:
        try:
            say_columns(current_workspace(), waiting, outline)
        except BadInput as error:
            faults = (Fault("title", error.sentence),)
    if faults:
        return _columns(request, key, waiting, outline, draft, faults)
    return redirect("waiting-file", key=key, number=number)


def _choose(request: HttpRequest, waiting: Waiting) -> None:
    workspace = current_workspace()
    answer = found(workspace, waiting)
    if answer.card is None:
        raise BadInput("no card reads it yet", where=waiting.name, do="say what its columns are first")
    if "apart" in request.POST:
        return keep_apart(workspace, waiting, answer.card, partner=request.POST.get("partner", "").strip())
    card = next((one for one in answer.cards if one.id == request.POST.get("card")), None)
    if card is None:
        raise BadInput("That card does not fit the file", do="choose one from the list")
    return choose_card(waiting, card) if card != answer.card else None


def _reading(request: HttpRequest, key: str, waiting: Waiting, *, error: str = "") -> _Answer:
    workspace = current_workspace()
    seen = file_preview(workspace, waiting)
    is_drafted = waiting.outline is not None and bool(waiting.card_text)
    page = reading_page(found(workspace, waiting), seen, name=waiting.name, is_drafted=is_drafted, error=error)
    context = {"page": page, "key": key, "number": waiting.number, "is_single": len(upload_of(key).files) == 1}
    return render(request, "insight/reading.html", context, status=400 if error else 200)


def _outline(waiting: Waiting) -> tuple[Outline, Draft]:
    """What was said so far or, to begin with, what can be guessed."""
    try:
        draft = file_draft(waiting)
    except BadInput:
        draft = file_draft(waiting, table="events")
    if waiting.outline is not None:
        return waiting.outline, draft
    partner = draft.outline.partner
    return replace(draft.outline, partner="" if partner == UNKNOWN_PARTNER else partner), draft


def _columns(
    request: HttpRequest, key: str, waiting: Waiting, outline: Outline, draft: Draft, faults: tuple[Fault, ...]
) -> _Answer:
    page = columns_page(outline, draft, faults, name=waiting.name)
    context = {"page": page, "key": key, "number": waiting.number}
    return render(request, "insight/columns.html", context, status=400 if faults else 200)
