"""Files that were chosen on the Loads page: what they are, and the word to load or forget them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from wardmote.errors import BadInput
from wardmote.web.core.workspace import current_workspace
from wardmote.web.insight.actions.loading import LOADER
from wardmote.web.insight.actions.uploads import forget_files, take_files, upload_of
from wardmote.web.insight.models.uploads import Upload
from wardmote.web.insight.presenters.upload import upload_page
from wardmote.web.insight.queries.waiting import found
from wardmote.web.insight.views.loads import loads_response


@require_POST
def take(request: HttpRequest) -> HttpResponse:
    """Hold the chosen files, and go on to what they are."""
    try:
        upload = take_files(request.FILES.getlist("files"))
    except BadInput as error:
        return loads_response(request, upload_error=error.sentence)
    return redirect(_next_page(upload))


@require_safe
def show(request: HttpRequest, key: str) -> HttpResponse:
    """What each file is."""
    upload = upload_of(key)
    workspace = current_workspace()
    page = upload_page(upload, tuple(found(workspace, waiting) for waiting in upload.files))
    return render(request, "insight/upload.html", {"page": page, "key": key})


@require_POST
def load(request: HttpRequest, key: str) -> HttpResponse:
    """Begin to load them, with their people linked where that was ticked."""
    LOADER.start(current_workspace(), upload_of(key), is_linking=request.POST.get("link") == "yes")
    return redirect("under-way")


@require_POST
def forget(request: HttpRequest, key: str) -> HttpResponse:
    """Let go of them."""
    forget_files(key)
    return redirect("loads")


def _next_page(upload: Upload) -> str:
    """A single file has a page of its own at once; several are listed."""
    list_page = f"/loads/files/{upload.key}/"
    if len(upload.files) > 1:
        return list_page
    kind = found(current_workspace(), upload.files[0]).kind
    return {"partner": f"{list_page}1/", "unknown": f"{list_page}1/columns/"}.get(kind, list_page)
