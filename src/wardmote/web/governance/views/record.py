"""Recording a meeting: who came, what was decided, the minutes."""

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from wardmote.web.core.actors import acting
from wardmote.web.core.clock import today
from wardmote.web.core.components import Link
from wardmote.web.core.scope import found
from wardmote.web.core.views.forms import answer_form, form_page
from wardmote.web.governance.actions import meetings as actions
from wardmote.web.governance.forms.meetings import (
    ActionForm,
    AttendanceForm,
    DecisionForm,
    FinishForm,
    MinutesForm,
    PublishForm,
)
from wardmote.web.governance.models import Meeting, MeetingAction
from wardmote.web.governance.queries.groups import seats_of
from wardmote.web.governance.queries.meetings import actions_of


def _answer(request: HttpRequest, partnership: str, record: Meeting, form, act, *, heading: str, button: str = "Save"):
    """A form about a meeting, which leads back to it."""
    address = reverse("meeting", args=[partnership, record.pk])
    change = partial(act, record, by=acting(request))
    return answer_form(request, form, act=change, heading=heading, back=Link(str(record), address), button=button)


@form_page(AttendanceForm, is_correction=True)
def attendance(request: HttpRequest, partnership: str, meeting: UUID) -> HttpResponse:
    """Who came, by the seats of the group."""
    actor = acting(request)
    record = found(actor, Meeting, meeting, to="board.change")
    known = {one.member_id: one.status for one in record.attendances.all()}
    form = AttendanceForm(record=record, seats=list(seats_of(record.group)), known=known)

    def act(record, *, by, **values):
        actions.record_attendance(record, by=by, came=form.came)

    return _answer(request, partnership, record, form, act, heading=f"Who came on {record.held_on:%d %B %Y}")


@form_page(DecisionForm)
def decision(request: HttpRequest, partnership: str, meeting: UUID) -> HttpResponse:
    """Write down a decision."""
    actor = acting(request)
    record = found(actor, Meeting, meeting, to="board.change")
    form = DecisionForm(actor=actor, meeting=record, initial={"item": request.GET.get("item")})
    return _answer(request, partnership, record, form, actions.record_decision, heading="Record a decision")


@form_page(ActionForm)
def action(request: HttpRequest, partnership: str, meeting: UUID) -> HttpResponse:
    """Write down an action."""
    actor = acting(request)
    record = found(actor, Meeting, meeting, to="board.change")
    form = ActionForm(actor=actor, meeting=record, initial={"item": request.GET.get("item")})
    return _answer(request, partnership, record, form, actions.record_action, heading="Record an action")


@form_page(MinutesForm, is_correction=True)
def minutes(request: HttpRequest, partnership: str, meeting: UUID) -> HttpResponse:
    """Write the minutes."""
    actor = acting(request)
    record = found(actor, Meeting, meeting, to="board.change")
    form = MinutesForm(actor=actor, record=record)
    return _answer(request, partnership, record, form, actions.write_minutes, heading="Write the minutes")


@form_page(PublishForm, is_correction=True)
def publish(request: HttpRequest, partnership: str, meeting: UUID) -> HttpResponse:
    """Record when and where the minutes were published."""
    actor = acting(request)
    record = found(actor, Meeting, meeting, to="board.change")
    form = PublishForm(actor=actor, record=record)
    heading = "Publish the minutes"
    return _answer(request, partnership, record, form, actions.publish_minutes, heading=heading, button="Publish")


@form_page(FinishForm)
def finish(request: HttpRequest, partnership: str, meeting_action: UUID) -> HttpResponse:
    """Say that an action of a meeting is done."""
    actor = acting(request)
    record = found(actor, MeetingAction, meeting_action, within=actions_of(actor), to="action.update")
    form = FinishForm(initial={"done_on": today()})
    act = partial(actions.finish_action, record, by=actor)
    back = Link(str(record.meeting), reverse("meeting", args=[partnership, record.meeting_id]))
    return answer_form(request, form, act=act, heading="Say that it is done", back=back, sentence=record.text)
