"""Putting an agenda in order, withdrawing an item, and taking back a decision."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse

from wardmote.web.core.actors import Actor, acting
from wardmote.web.core.components import Link
from wardmote.web.core.scope import found
from wardmote.web.core.views.forms import answer_form, form_page
from wardmote.web.governance.actions.agenda import order_agenda, take_back_decision, withdraw_item
from wardmote.web.governance.forms.meetings import OrderForm, WhyForm
from wardmote.web.governance.models import AgendaItem, Decision, Meeting
from wardmote.web.governance.presenters.addresses import to


@form_page(OrderForm, is_correction=True)
def order(request: HttpRequest, partnership: str, meeting: UUID) -> HttpResponse:
    """Put the agenda in order."""
    actor = acting(request)
    record = found(actor, Meeting, meeting, to="board.change")
    form = OrderForm(record=record, items=list(record.items.filter(withdrawn_on=None)))

    def act(**_):
        order_agenda(record, by=actor, places=form.places)
        return _address(actor, record)

    sentence = "Type the place that an item is to take. The others move up or down to make room."
    return _answer(request, form, act, record, heading="Put the agenda in order", sentence=sentence)


@form_page(WhyForm)
def withdraw(request: HttpRequest, partnership: str, agenda_item: UUID) -> HttpResponse:
    """Take an item off the agenda."""
    actor = acting(request)
    record = found(actor, AgendaItem, agenda_item, to="board.change")

    def act(**typed):
        return _address(actor, withdraw_item(record, by=actor, **typed).meeting)

    sentence = "It is left out of the agenda and of the pack. The meeting’s page says that it was withdrawn, and why."
    heading = f"Withdraw “{record}”"
    return _answer(request, WhyForm(), act, record.meeting, heading=heading, sentence=sentence)


@form_page(WhyForm)
def take_back(request: HttpRequest, partnership: str, decision: UUID) -> HttpResponse:
    """Take back a decision that was recorded in error."""
    actor = acting(request)
    record = found(actor, Decision, decision, to="board.change")

    def act(**typed):
        return _address(actor, take_back_decision(record, by=actor, **typed).meeting)

    heading = "Take back a decision recorded in error"
    return _answer(request, WhyForm(), act, record.meeting, heading=heading, sentence=record.text)


def _address(actor: Actor, meeting: Meeting) -> str:
    return to(actor, "meeting", meeting.pk)


def _answer(request: HttpRequest, form, act, meeting: Meeting, *, heading: str, sentence: str) -> HttpResponse:
    back = Link(str(meeting), _address(acting(request), meeting))
    return answer_form(request, form, act=act, heading=heading, back=back, sentence=sentence)
