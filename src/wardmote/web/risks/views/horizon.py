"""What is coming."""

from functools import partial
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from wardmote.definitions.horizon import ShippedHorizon
from wardmote.web.core.actors import Actor, acting
from wardmote.web.core.components import Line, Link
from wardmote.web.core.lists import answer_list, list_page
from wardmote.web.core.scope import found
from wardmote.web.core.views.forms import answer_form, form_page
from wardmote.web.core.wording import plain_day, plural
from wardmote.web.risks.actions.horizon import add_horizon_item, change_horizon_item, decide_on_shipped
from wardmote.web.risks.forms.registers import DecisionForm, HorizonForm
from wardmote.web.risks.models import HorizonItem
from wardmote.web.risks.presenters.listings import horizon_listing
from wardmote.web.risks.presenters.words import horizon_facts
from wardmote.web.risks.queries.registers import horizon_of, undecided_of


@list_page(HorizonItem)
def show_all(request: HttpRequest, partnership: str) -> HttpResponse:
    """Everything on the horizon."""
    actor = acting(request)
    waiting = undecided_of(actor)
    sentence = f"{plural(len(waiting), 'item')} of the catalogue wait for a decision." if waiting else ""
    context = {"heading": "Horizon", "sentence": sentence, "links": _links(actor)}
    return answer_list(request, horizon_listing(actor), horizon_of(actor), context=context)


@require_safe
def show_shipped(request: HttpRequest, partnership: str) -> HttpResponse:
    """What the catalogue knows of and the partnership has not decided on."""
    actor = acting(request)
    lines = [_line(item, actor) for item in undecided_of(actor)]
    back = Link("Horizon", reverse("horizon", args=[partnership]))
    context = {"heading": "What the catalogue knows to be coming", "lines": lines, "back": back}
    return render(request, "risks/shipped.html", context)


@require_safe
def show(request: HttpRequest, partnership: str, coming: UUID) -> HttpResponse:
    """One thing on the horizon."""
    actor = acting(request)
    record = found(actor, HorizonItem, coming, within=horizon_of(actor))
    links: list[Link] = []
    if actor.may("risk.change", record):
        links.insert(0, Link("Change it", reverse("horizon-change", args=[partnership, coming])))
    back = Link("Horizon", reverse("horizon", args=[partnership]))
    context = {"heading": record.title, "facts": horizon_facts(record), "links": links, "back": back}
    return render(request, "risks/record.html", context)


@form_page(HorizonForm)
def add(request: HttpRequest, partnership: str) -> HttpResponse:
    """Put something on the horizon."""
    actor = acting(request)

    def act(**values: object) -> str:
        return reverse("horizon-item", args=[partnership, add_horizon_item(by=actor, **values).pk])

    form = HorizonForm(actor=actor)
    back = Link("Horizon", reverse("horizon", args=[partnership]))
    return answer_form(request, form, act=act, heading="Add to the horizon", back=back, button="Add")


@form_page(HorizonForm, is_correction=True)
def change(request: HttpRequest, partnership: str, coming: UUID) -> HttpResponse:
    """Change it, or say that it has happened."""
    actor = acting(request)
    record = found(actor, HorizonItem, coming, to="risk.change")
    here = reverse("horizon-item", args=[partnership, coming])
    act = partial(change_horizon_item, record, by=actor)
    form = HorizonForm(actor=actor, record=record)
    return answer_form(request, form, act=act, heading="Change it", back=Link("Back to it", here))


@form_page(DecisionForm)
def decide(request: HttpRequest, partnership: str, shipped: str) -> HttpResponse:
    """Take an item of the catalogue over, or not."""
    actor = acting(request)
    item = next((one for one in undecided_of(actor) if one.id == shipped), None)
    if item is None:
        raise Http404("There is no item of this name in the catalogue that waits for a decision.")

    def act(*, is_ours: str) -> None:
        decide_on_shipped(by=actor, shipped=item, is_ours=is_ours == "yes")

    sentence = f"{item.effect} {item.expected}. To check: {item.to_check}. Source: {item.source}."
    back = Link("What the catalogue knows", reverse("horizon-shipped", args=[partnership]))
    form = DecisionForm()
    return answer_form(request, form, act=act, heading=item.title, back=back, sentence=sentence)


def _links(actor: Actor) -> list[Link]:
    args = [actor.partnership_slug]
    if not actor.may("risk.change"):
        return []
    links = [Link("Add to the horizon", reverse("horizon-add", args=args))]
    return [*links, Link("Decide on what the catalogue knows", reverse("horizon-shipped", args=args))]


def _line(item: ShippedHorizon, actor: Actor) -> Line:
    when = f"Expected on {plain_day(item.expected_on)}." if item.expected_on else f"{item.expected}."
    link = Link(f"Decide on: {item.title}", reverse("horizon-decide", args=[actor.partnership_slug, item.id]))
    said = f"{item.effect} {when} As known on {plain_day(item.as_of)}; to be checked: {item.to_check}."
    return Line(said, link, label=f"{item.title} ({item.pestelo})")
