"""Undoing the last change of a record."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from wardmote.errors import BadInput
from wardmote.web.core.actors import acting
from wardmote.web.core.components import Link
from wardmote.web.core.subjects import subject_of
from wardmote.web.core.undoing import CannotBeUndone, undo_last_change, undo_of
from wardmote.web.core.views.audit import field_words
from wardmote.web.core.wording import moment


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, partnership: str, record: UUID) -> HttpResponse:
    """Say what would go back to what, or why it cannot; then do it."""
    actor = acting(request)
    subject = subject_of(actor, record)
    back = Link("History", reverse("history", args=[partnership, record]))
    context = {"heading": f"Undo the last change of {subject.name}", "back": back}
    try:
        if request.method == "POST":
            undo_last_change(subject, by=actor, entry=_number(request))
            return redirect(back.href)
        undo = undo_of(subject, by=actor)
    except CannotBeUndone as error:
        status = 400 if request.method == "POST" else 200
        return render(request, "core/undo.html", {**context, "refusal": error.sentence}, status=status)
    entry = undo.entry
    points = [
        f"{field_words(name)}: from {_quoted(after)} back to {_quoted(before)}"
        for name, (before, after) in entry.changes.items()
    ]
    sentence = f"{entry.actor_name} {entry.doing} on {moment(entry.at)}. This would go back:"
    return render(request, "core/undo.html", {**context, "sentence": sentence, "points": points, "entry": entry.number})


def _number(request: HttpRequest) -> int:
    sent = request.POST.get("entry", "")
    if not (sent.isascii() and sent.isdecimal() and len(sent) < 19):
        raise BadInput("The form does not say which change is to be undone", do="open the record’s history again")
    return int(sent)


def _quoted(words: str | None) -> str:
    return f"“{words}”" if words is not None else "nothing"
