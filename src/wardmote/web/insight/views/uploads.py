"""Files that were chosen on the Loads page: what they are, and the word to load or forget them."""

from functools import partial

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from wardmote.errors import BadInput
from wardmote.web.core.api.offers import button_page, data_page
from wardmote.web.core.api.program import program_of
from wardmote.web.core.components import Link
from wardmote.web.core.forms import Form
from wardmote.web.core.views.forms import answer_form
from wardmote.web.core.workspace import current_workspace
from wardmote.web.insight.actions.loading import LOADER
from wardmote.web.insight.actions.uploads import forget_files, take_files, upload_of
from wardmote.web.insight.models.uploads import Upload
from wardmote.web.insight.presenters.upload import upload_page
from wardmote.web.insight.queries.waiting import found
from wardmote.web.insight.views.loads import loads_response
from wardmote.web.insight.views.told import waiting_told


class FilesForm(Form):
    """The files that were chosen; which of them are empty is found out when they are looked at."""

    # Django takes the fields out of the class: `form.files` are what was sent.
    files = forms.FileField(  # type: ignore[assignment]
        label="Files", required=False, allow_empty_file=True, help_text="One or several."
    )


@button_page(FilesForm)
def take(request: HttpRequest) -> HttpResponse:
    """Hold the chosen files, and go on to what they are."""
    form = FilesForm()

    def act(**_: object) -> str:
        return _next_page(take_files(form.files.getlist("files")))  # type: ignore[attr-defined]

    try:
        return answer_form(request, form, act=act, heading="Choose files", back=_loads())
    except BadInput as error:
        if program_of(request) is not None:
            raise
        return loads_response(request, upload_error=error.sentence)


@data_page(waiting_told)
def show(request: HttpRequest, key: str) -> HttpResponse:
    """What each file is."""
    upload = upload_of(key)
    workspace = current_workspace()
    page = upload_page(upload, tuple(found(workspace, waiting) for waiting in upload.files))
    return render(request, "insight/upload.html", {"page": page, "key": key})


class LoadForm(Form):
    """Whether people are linked too."""

    link = forms.BooleanField(label="Link the people in them", required=False)


@button_page(LoadForm)
def load(request: HttpRequest, key: str) -> HttpResponse:
    """Begin to load them, with their people linked where that was ticked."""
    upload = upload_of(key)

    def act(*, link: bool) -> str:
        LOADER.start(current_workspace(), upload, is_linking=link)
        return reverse("under-way")

    return answer_form(request, LoadForm(), act=act, heading="Load the files", back=_loads())


@button_page()
def forget(request: HttpRequest, key: str) -> HttpResponse:
    """Let go of them."""
    act = partial(forget_files, key)
    return answer_form(request, Form(), act=act, heading="Let go of the files", back=_loads())


def _loads() -> Link:
    return Link("Loads", reverse("loads"))


def _next_page(upload: Upload) -> str:
    """A single file has a page of its own at once; several are listed."""
    list_page = f"/loads/files/{upload.key}/"
    if len(upload.files) > 1:
        return list_page
    kind = found(current_workspace(), upload.files[0]).kind
    return {"partner": f"{list_page}1/", "unknown": f"{list_page}1/columns/"}.get(kind, list_page)
