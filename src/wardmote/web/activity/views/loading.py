"""Loading the workspace's own figures into evidence."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from wardmote.web.core.actors import acting
from wardmote.web.core.components import Cell, Link, Table
from wardmote.web.core.forms import Form
from wardmote.web.core.workspace import current_workspace

ABOUT = (
    "The measures draw on figures once they are loaded. All of them are loaded each time: what you corrected replaces"
    " what was loaded before. A figure that you took back becomes 0."
)


@require_http_methods(["GET", "POST"])
def load(request: HttpRequest, partnership: str) -> HttpResponse:
    """Ask once, load, and say what became of the figures of each source."""
    from wardmote.web.core.feeding import feed_evidence

    actor = acting(request)
    back = Link("Activity", reverse("activity-overview", args=[partnership]))
    context = {"heading": "Load the workspace’s figures into evidence", "back": back}
    if request.method == "POST":
        fed = feed_evidence(current_workspace(), actor)
        rows = tuple((Cell(one.card), Cell(one.sentence)) for one in fed)
        table = Table("What became of them", ("Source", "Outcome"), rows)
        return render(request, "activity/loaded.html", {**context, "table": table, "has_any": bool(fed)})
    return render(request, "core/form.html", {**context, "sentence": ABOUT, "form": Form(), "button": "Load them"})
