"""Undoing the last change of a record."""

from functools import partial
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from wardmote.web.core.actors import acting
from wardmote.web.core.api.program import program_of
from wardmote.web.core.components import Link
from wardmote.web.core.forms import Form
from wardmote.web.core.subjects import subject_of
from wardmote.web.core.undoing import CannotBeUndone, Undo, undo_last_change, undo_of
from wardmote.web.core.views.audit import field_words
from wardmote.web.core.views.forms import answer_form, form_page
from wardmote.web.core.wording import moment


class UndoForm(Form):
    """Which change is meant: a newer one may have come since."""

    entry = forms.IntegerField(label="The number of its entry in the audit", widget=forms.HiddenInput)


@form_page(UndoForm)
def show(request: HttpRequest, partnership: str, record: UUID) -> HttpResponse:
    """Say what would go back to what, or why it cannot; then do it."""
    actor = acting(request)
    subject = subject_of(actor, record)
    back = Link("History", reverse("history", args=[partnership, record]))
    act = partial(undo_last_change, subject, by=actor)
    said: dict[str, Any] = {"heading": f"Undo the last change of {subject.name}", "back": back}
    try:
        undo = undo_of(subject, by=actor)
        form = UndoForm(initial={"entry": undo.entry.number})
        said |= {"sentence": _sentence(undo), "points": _points(undo), "template": "core/undo.html"}
        return answer_form(request, form, act=act, **said)
    except CannotBeUndone as error:
        if program_of(request) is not None:
            raise
        status = 400 if request.method == "POST" else 200
        return render(request, "core/undo.html", {**said, "refusal": error.sentence}, status=status)


def _sentence(undo: Undo) -> str:
    return f"{undo.entry.actor_name} {undo.entry.doing} on {moment(undo.entry.at)}. This would go back:"


def _points(undo: Undo) -> list[str]:
    return [
        f"{field_words(name)}: from {_quoted(after)} back to {_quoted(before)}"
        for name, (before, after) in undo.entry.changes.items()
    ]


def _quoted(words: str | None) -> str:
    return f"“{words}”" if words is not None else "nothing"
