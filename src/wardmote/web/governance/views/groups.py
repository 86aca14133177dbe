"""Groups: the list, the map, one group, and changing it."""

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from wardmote.web.core.actors import acting
from wardmote.web.core.clock import today
from wardmote.web.core.components import Link
from wardmote.web.core.lists import answer_list, list_page
from wardmote.web.core.scope import found
from wardmote.web.core.views.forms import answer_form, form_page
from wardmote.web.governance.actions import groups as actions
from wardmote.web.governance.forms.groups import CadenceForm, CloseForm, EndSeatForm, GroupForm, HatForm, SeatForm
from wardmote.web.governance.models import Group, Seat
from wardmote.web.governance.presenters.addresses import may_link, to
from wardmote.web.governance.presenters.burden import burden_sentence, burden_table, burdens, shared_lines
from wardmote.web.governance.presenters.groups import duplicate_lines, group_listing, group_page, reporting_map
from wardmote.web.governance.presenters.tree import tree_svg
from wardmote.web.governance.queries.groups import every_seat_of, groups_of, open_groups_of, seats_by_group


@list_page(Group)
def show_all(request: HttpRequest, partnership: str) -> HttpResponse:
    """Every group."""
    actor = acting(request)
    links = [
        Link("Who reports to whom", to(actor, "group-map")),
        *may_link(actor, "board.change", "Set up a group", "group-add"),
    ]
    context = {"heading": "Groups", "links": links, "back": Link("Board and scrutiny", to(actor, "board"))}
    return answer_list(request, group_listing(actor, on=today()), groups_of(actor), context=context)


@require_safe
def show_map(request: HttpRequest, partnership: str) -> HttpResponse:
    """Who reports to whom, in words first and drawn second; what is double, and what all of it costs in hours."""
    actor = acting(request)
    groups = list(open_groups_of(actor))
    nodes, seats = reporting_map(groups, actor, on=today()), seats_by_group(actor)
    hours = burdens(groups, seats, on=today())
    context = {
        "heading": "Who reports to whom",
        "nodes": nodes,
        "svg": tree_svg(nodes) if nodes else "",
        "duplicates": duplicate_lines(groups),
        "shared": shared_lines(groups, seats),
        "hours": burden_sentence(hours, groups=len(groups)),
        "hours_table": burden_table(hours, actor),
        "back": Link("Groups", to(actor, "groups")),
    }
    return render(request, "governance/map.html", context)


@require_safe
def show(request: HttpRequest, partnership: str, group: UUID) -> HttpResponse:
    """One group."""
    actor = acting(request)
    record = found(actor, Group, group, within=groups_of(actor))
    newest = list(record.meetings.defer("minutes").order_by("-held_on")[:12])
    page = group_page(record, actor, seats=list(every_seat_of(record)), meetings=newest, on=today())
    return render(request, "governance/page.html", {"page": page, "heading": page.heading})


@form_page(GroupForm)
def add(request: HttpRequest, partnership: str) -> HttpResponse:
    """Set a group up."""
    actor = acting(request)
    form = GroupForm(actor=actor, initial={"quorum": 0})

    def act(**values):
        return _address(partnership, actions.set_up_group(by=actor, **values))

    back = Link("Groups", to(actor, "groups"))
    return answer_form(request, form, act=act, heading="Set up a group", back=back, button="Set it up")


def _address(partnership: str, group: Group) -> str:
    return reverse("group", args=[partnership, group.pk])


def _changing(request: HttpRequest, partnership: str, group: UUID, form_class, act, *, heading: str, has_record=False):
    """A form about one group, which leads back to it."""
    actor = acting(request)
    record = found(actor, Group, group, to="board.change")
    more = {"record": record} if has_record else {}
    own = {"actor": actor} if hasattr(form_class, "offered") else {}
    form = form_class(**own, **more)
    change = partial(act, record, by=actor)
    back = Link(str(record), _address(partnership, record))
    return answer_form(request, form, act=change, heading=f"{heading}: {record}", back=back)


@form_page(GroupForm, is_correction=True)
def change(request: HttpRequest, partnership: str, group: UUID) -> HttpResponse:
    """Change what it is for, or to whom it reports."""
    return _changing(
        request, partnership, group, GroupForm, actions.change_group, heading="Change the group", has_record=True
    )


@form_page(CloseForm)
def close(request: HttpRequest, partnership: str, group: UUID) -> HttpResponse:
    """Close it, with what came of it."""
    return _changing(request, partnership, group, CloseForm, actions.close_group, heading="Close the group")


@form_page(CadenceForm)
def add_cadence(request: HttpRequest, partnership: str, group: UUID) -> HttpResponse:
    """Set how often it meets from a day on."""
    return _changing(request, partnership, group, CadenceForm, actions.set_cadence, heading="How often it meets")


@form_page(HatForm)
def add_hat(request: HttpRequest, partnership: str, group: UUID) -> HttpResponse:
    """Give it a part in law."""
    return _changing(request, partnership, group, HatForm, actions.give_hat, heading="A part in law")


@form_page(SeatForm)
def add_seat(request: HttpRequest, partnership: str, group: UUID) -> HttpResponse:
    """Give a member a seat."""
    return _changing(request, partnership, group, SeatForm, actions.give_seat, heading="A seat")


@form_page(EndSeatForm)
def end_seat(request: HttpRequest, partnership: str, seat: UUID) -> HttpResponse:
    """End a seat."""
    actor = acting(request)
    record = found(actor, Seat, seat, to="board.change")
    form = EndSeatForm()
    act = partial(actions.end_seat, record, by=actor)
    back = Link(str(record.group), reverse("group", args=[partnership, record.group_id]))
    return answer_form(request, form, act=act, heading=f"End the seat of {record.member}", back=back, button="End it")
