"""Answers for an address that is a form: its page, its page with what is wrong, or on to what was made.

A program gets the same at the same address under /api/v1/: what the form asks, what is wrong, or what was done.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from wardmote.web.core.api.filling import fill
from wardmote.web.core.api.forms import form_asks, form_done, form_refused
from wardmote.web.core.api.offers import form_page
from wardmote.web.core.api.problems import answered
from wardmote.web.core.api.program import Program, program_of
from wardmote.web.core.audit import entries_of_this
from wardmote.web.core.components import Link
from wardmote.web.core.forms import Form
from wardmote.web.core.models import AuditEntry
from wardmote.web.core.versions import ChangedMeanwhile, check_version, version_of

__all__ = ["Shown", "answer_form", "form_page"]


@dataclass(frozen=True)
class Shown:
    """An answer that is read once, such as a new token: its page, and `told` what a program gets of it."""

    template: str
    context: dict[str, Any]
    told: dict[str, Any] = field(default_factory=dict)
    status: int = 200


def answer_form(
    request: HttpRequest,
    form: Form,
    *,
    act: Callable[..., object],
    heading: str,
    back: Link,
    button: str = "Save",
    sentence: str = "",
    template: str = "core/form.html",
    **more: Any,
) -> HttpResponse:
    """Call `act` with what was typed, once it is valid, and go to the address that it returns, or else `back`.

    An action that is told all but what was typed is an `act` as it stands: `partial(change_grant, record, by=actor)`.
    What `act` finds wrong is said beside its field, and nothing of it is kept but what was typed. The view hands over a
    form that nothing was typed into yet; `more` is what a template of its own needs.
    """
    program = program_of(request)
    if form.record is not None:
        form.version = version_of(form.record)
    if program is not None:
        return _answer_program(request, form, program, act=act, heading=heading, back=back, sentence=sentence)
    if request.method == "POST" and not form.is_bound:
        form.bind(request.POST, request.FILES)
    if form.is_bound and form.is_valid():
        with form.errors_of_action(), _said_on_page(form):
            done = _do(form, act, back=back, seen=request.POST.get("version", form.version))
            return redirect(done) if isinstance(done, str) else _shown(request, done)
    context = {"heading": heading, "form": form, "back": back, "button": button, "sentence": sentence, **more}
    return render(request, template, context, status=400 if form.is_bound else 200)


def _answer_program(
    request: HttpRequest,
    form: Form,
    program: Program,
    *,
    act: Callable[..., object],
    heading: str,
    back: Link,
    sentence: str,
) -> HttpResponse:
    if request.method == "GET":
        return form_asks(form, heading=heading, sentence=sentence)
    if form.record is not None and not program.seen:
        return answered("Say which version you saw: send If-Match with the ETag that GET gave", status=428)
    fill(form, program)
    if form.is_valid():
        with form.errors_of_action(), entries_of_this() as entries:
            done = _do(form, act, back=back, seen=form.version if program.seen == "*" else program.seen)
            return _told(done, entries)
    return form_refused(request, form)


def _shown(request: HttpRequest, done: Shown) -> HttpResponse:
    return render(request, done.template, done.context, status=min(400, done.status))


def _told(done: str | Shown, entries: list[AuditEntry]) -> HttpResponse:
    if isinstance(done, str):
        return form_done(entries, page=done)
    if done.status >= 400:
        return answered(done.told.pop("sentence"), status=done.status, fields=done.told)
    return form_done(entries, **done.told)


@contextmanager
def _said_on_page(form: Form) -> Iterator[None]:
    """That somebody else changed the record stands above the form; what was typed is kept, and sent again it goes in."""
    try:
        yield
    except ChangedMeanwhile as error:
        form.add_error(None, error.sentence)


def _do(form: Form, act: Callable[..., object], *, back: Link, seen: str) -> str | Shown:
    """Act, unless the record was changed since it was seen; what is no answer by itself leads back."""
    with transaction.atomic():
        if form.record is not None:
            check_version(form.record, seen=seen)
        done = act(**form.cleaned_data)
        return done if isinstance(done, str | Shown) else back.href
