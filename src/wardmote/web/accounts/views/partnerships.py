"""One's partnerships, and the first page of one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from wardmote.web.accounts.presenters.partnership import partnership_page
from wardmote.web.accounts.queries.actors import memberships
from wardmote.web.accounts.queries.people import officers_of, places_of
from wardmote.web.accounts.queries.standing import appointments_of, covered, in_force, near
from wardmote.web.core.actors import acting
from wardmote.web.core.clock import today
from wardmote.web.core.components import Line, Link


@require_safe
def show_all(request: HttpRequest) -> HttpResponse:
    """The partnerships that the reader is a member of; straight on where there is one."""
    found = memberships(request.user)  # type: ignore[arg-type]
    addresses = [reverse("partnership", kwargs={"partnership": one.partnership.slug}) for one in found]
    if len(found) == 1:
        return redirect(addresses[0])
    lines = [
        Line(f"{one.partnership}, for {one.agency}", Link(f"Open {one.partnership}", address))
        for one, address in zip(found, addresses, strict=True)
    ]
    return render(request, "accounts/partnerships.html", {"heading": "Your partnerships", "lines": lines})


@require_safe
def show(request: HttpRequest, partnership: str) -> HttpResponse:
    """Who chairs, who sits for whom, and which authority nobody is named for."""
    actor = acting(request)
    page = partnership_page(
        actor,
        covered=covered(actor),
        appointments=in_force(appointments_of(actor), on=today()),
        officers=officers_of(actor),
        places=places_of(actor),
        near=near(actor),
    )
    return render(request, "accounts/partnership.html", {"heading": actor.partnership, "page": page})
