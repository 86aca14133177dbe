"""Answers for an address that is a form: its page, its page with what is wrong, or on to what was made."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from wardmote.web.core.components import Link
from wardmote.web.core.forms import Form


def answer_form(
    request: HttpRequest,
    form: Form,
    *,
    act: Callable[..., str],
    heading: str,
    back: Link,
    button: str = "Save",
    sentence: str = "",
    template: str = "core/form.html",
) -> HttpResponse:
    """Call `act` with what was typed, once it is valid, and go to the address that it returns.

    What `act` finds wrong is said beside its field, and nothing of it is kept but what was typed.
    """
    if form.is_valid():
        with form.errors_of_action():
            return redirect(act(**form.cleaned_data))
    context: dict[str, Any] = {
        "heading": heading,
        "form": form,
        "back": back,
        "button": button,
        "sentence": sentence,
    }
    return render(request, template, context, status=400 if form.is_bound else 200)
