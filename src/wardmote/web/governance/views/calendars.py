"""Calendar addresses, and the calendar that they answer with."""

from functools import partial
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from wardmote.web.accounts.models import Member
from wardmote.web.core.actors import acting
from wardmote.web.core.components import Link
from wardmote.web.core.forms import Form
from wardmote.web.core.lists import answer_list, list_page
from wardmote.web.core.scope import found
from wardmote.web.core.views.forms import Shown, answer_form, form_page
from wardmote.web.governance.actions.calendars import check_may_withdraw, digest_of, give_address, withdraw_address
from wardmote.web.governance.forms.scrutiny import CalendarForm
from wardmote.web.governance.models import FeedAddress
from wardmote.web.governance.presenters.addresses import to
from wardmote.web.governance.presenters.calendars import address_listing
from wardmote.web.governance.queries.calendar import calendar_of, holder_of
from wardmote.web.governance.queries.meetings import addresses_of


@list_page(FeedAddress)
def show_all(request: HttpRequest, partnership: str) -> HttpResponse:
    """One's own calendar addresses."""
    actor = acting(request)
    context = {
        "heading": "Calendar",
        "sentence": "A calendar program can show meetings and due days. It reads an address that is yours alone.",
        "links": [Link("Get an address", to(actor, "calendar-give"))],
        "back": Link("Board and scrutiny", to(actor, "board")),
    }
    return answer_list(request, address_listing(actor), addresses_of(actor), context=context)


@form_page(CalendarForm)
def give(request: HttpRequest, partnership: str) -> HttpResponse:
    """Get an address; it is shown on the answer, and never again."""
    actor = acting(request)
    member = found(actor, Member, actor.id or actor.partnership_id)
    back = Link("Calendar", to(actor, "calendars"))

    def act(title: str) -> Shown:
        path = reverse("calendar-feed", args=[give_address(member, by=actor, title=title)[1]])
        site = settings.SITE_ADDRESS.rstrip("/")
        address = site + path if site else request.build_absolute_uri(path)
        context = {"address": address, "heading": "Your calendar address", "back": back}
        return Shown("governance/calendar.html", context, told={"address": address})

    form, heading = CalendarForm(), "Get a calendar address"
    return answer_form(request, form, act=act, heading=heading, back=back, button="Get it")


@form_page()
def withdraw(request: HttpRequest, partnership: str, address: UUID) -> HttpResponse:
    """Ask once, then withdraw."""
    actor = acting(request)
    record = found(actor, FeedAddress, address)
    check_may_withdraw(record, actor)
    back = Link("Calendar", to(actor, "calendars"))
    act = partial(withdraw_address, record, by=actor)
    heading = f"Withdraw “{record}”?"
    sentence = "Calendar programs that read this address will get nothing from now on. This cannot be undone."
    return answer_form(request, Form(), act=act, heading=heading, back=back, button="Withdraw", sentence=sentence)


@require_safe
def feed(request: HttpRequest, words: str) -> HttpResponse:
    """The calendar, for whoever holds an address that is still good."""
    actor = holder_of(digest_of(words))
    if actor is None:
        raise Http404("There is no calendar at this address.")
    response = HttpResponse(calendar_of(actor), content_type="text/calendar; charset=utf-8")
    response.headers["Cache-Control"] = "private, max-age=900"
    return response
