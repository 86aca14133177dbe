"""Links by which an owner updates one action without signing in."""

from datetime import date
from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from wardmote.errors import NotAvailable
from wardmote.web.core.actors import Actor, acting
from wardmote.web.core.components import Link
from wardmote.web.core.forms import Form
from wardmote.web.core.outbox import is_sent_out
from wardmote.web.core.scope import found
from wardmote.web.core.views.forms import Shown, answer_form, form_page
from wardmote.web.core.wording import plain_day
from wardmote.web.plans.actions.actions import give_link, say_by_link, withdraw_link
from wardmote.web.plans.actions.links import send_link
from wardmote.web.plans.forms.actions import LinkForm, UpdateForm
from wardmote.web.plans.models import Action, ActionLink
from wardmote.web.plans.presenters.listings import action_address, state_in_words
from wardmote.web.plans.queries.actions import actions_of, address_of, link_of, owner_by_link


@form_page(LinkForm)
def give(request: HttpRequest, partnership: str, action: UUID) -> HttpResponse:
    """Make a link, and send it to the owner or show its address, to be handed over."""
    actor = acting(request)
    record = found(actor, Action, action, to="link.give", within=actions_of(actor))

    def act(expires_on: date, way: str = "hand") -> Shown:
        link = give_link(record, by=actor, expires_on=expires_on)
        return _given(request, link, by=actor, is_by_email=way == "email")

    return answer_form(
        request,
        LinkForm(can_be_sent=bool(record.owner.email) and is_sent_out()),
        act=act,
        heading=f"A link for {record.owner}",
        sentence="Whoever has the link can say how this one action stands, and nothing else.",
        back=Link(record.title, action_address(actor, record)),
        button="Make the link",
    )


def _given(request: HttpRequest, link: ActionLink, *, by: Actor, is_by_email: bool) -> Shown:
    """A link that was sent is not shown: it is the owner's. One that could not be sent is, and it is said why."""
    problem = ""
    if is_by_email:
        try:
            send_link(link, by=by)
        except NotAvailable as error:
            problem = error.sentence
    path = reverse("action-by-link", args=[address_of(link)])
    address = request.build_absolute_uri(path) if problem or not is_by_email else ""
    context = {"action": link.action, "link": link, "address": address, "problem": problem}
    return Shown("plans/link_given.html", context, told={"address": address, "problem": problem})


@form_page()
def withdraw(request: HttpRequest, partnership: str, link: UUID) -> HttpResponse:
    """Ask once, then withdraw a link."""
    actor = acting(request)
    record = found(actor, ActionLink, link, to="link.give")
    act = partial(withdraw_link, record, by=actor)
    back = Link(record.action.title, action_address(actor, record.action))
    sentence = "It opens nothing from then on. The owner can be given another."
    heading = "Withdraw the link?"
    return answer_form(request, Form(), act=act, heading=heading, back=back, button="Withdraw", sentence=sentence)


@require_http_methods(["GET", "POST"])
def update(request: HttpRequest, signed: str) -> HttpResponse:
    """The owner's one screen: the action's words, three choices, two boxes."""
    link = link_of(signed)
    if link is None:
        sentence = (
            "It has expired, was withdrawn, or the action is somebody else’s now. Ask whoever sent it for another."
        )
        over = {"heading": "This link does not work any more", "sentence": sentence}
        return render(request, "plans/link_over.html", over, status=404)
    form = UpdateForm(request.POST or None)
    if form.is_valid():
        with form.errors_of_action():
            say_by_link(link.action, by=owner_by_link(link), link=link, **form.cleaned_data)
            return redirect(f"{reverse('action-by-link', args=[signed])}?saved=yes")
    context = {
        "action": link.action,
        "due": plain_day(link.action.due_on),
        "state": state_in_words(link.action),
        "is_saved": "saved" in request.GET,
        "form": form,
    }
    return render(request, "plans/by_link.html", context, status=400 if form.is_bound else 200)
