"""Loading the workspace's own figures into evidence."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from wardmote.web.core.actors import acting
from wardmote.web.core.components import Cell, Link, Table
from wardmote.web.core.forms import Form
from wardmote.web.core.views.forms import Shown, answer_form, form_page
from wardmote.web.core.workspace import current_workspace

ABOUT = (
    "The measures draw on figures once they are loaded. All of them are loaded each time: what you corrected replaces"
    " what was loaded before. A figure that you took back becomes 0."
)


@form_page()
def load(request: HttpRequest, partnership: str) -> HttpResponse:
    """Ask once, load, and say what became of the figures of each source."""
    from wardmote.web.core.feeding import feed_evidence

    actor = acting(request)
    back = Link("Activity", reverse("activity-overview", args=[partnership]))
    heading = "Load the workspace’s figures into evidence"

    def act() -> Shown:
        fed = feed_evidence(current_workspace(), actor)
        rows = tuple((Cell(one.card), Cell(one.sentence)) for one in fed)
        table = Table("What became of them", ("Source", "Outcome"), rows)
        context = {"heading": heading, "back": back, "table": table, "has_any": bool(fed)}
        return Shown("activity/loaded.html", context, told={"loaded": {one.card: one.sentence for one in fed}})

    return answer_form(request, Form(), act=act, heading=heading, back=back, button="Load them", sentence=ABOUT)
