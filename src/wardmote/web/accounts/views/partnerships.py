"""One's partnerships, and the first page of one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from wardmote.web.accounts.presenters.people import agencies_table, officers_table
from wardmote.web.accounts.queries.actors import memberships
from wardmote.web.accounts.queries.people import officers_of, places_of
from wardmote.web.core.actors import acting
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
    """Who is in the partnership."""
    actor = acting(request)
    context = {
        "heading": actor.partnership,
        "slug": partnership,
        "agencies": agencies_table(places_of(actor)),
        "officers": officers_table(officers_of(actor)),
        "can_read_audit": actor.may("audit.read"),
        "can_give_tokens": actor.may("token.give"),
    }
    return render(request, "accounts/partnership.html", context)
