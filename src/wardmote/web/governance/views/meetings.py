"""Meetings: the list, one with its agenda, its pack, and its papers."""

from functools import partial
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from wardmote.reports.papers import NotAllSet, papers_pdf
from wardmote.web.core.actors import acting
from wardmote.web.core.api.offers import file_page
from wardmote.web.core.components import Link
from wardmote.web.core.downloads import download
from wardmote.web.core.lists import answer_list, list_page
from wardmote.web.core.scope import found
from wardmote.web.core.views.forms import answer_form, form_page
from wardmote.web.governance.actions import meetings as actions
from wardmote.web.governance.actions.papers import add_paper, file_of
from wardmote.web.governance.forms.meetings import CallForm, ItemForm, MeetingForm, PaperForm
from wardmote.web.governance.models import AgendaItem, Group, Meeting, MeetingAction, Paper
from wardmote.web.governance.presenters.addresses import to
from wardmote.web.governance.presenters.meeting_actions import meeting_action_listing
from wardmote.web.governance.presenters.meetings import meeting_listing, meeting_view
from wardmote.web.governance.presenters.pack import pack_papers
from wardmote.web.governance.presenters.pack_files import pack_files
from wardmote.web.governance.queries.meetings import (
    actions_of,
    decided_before,
    meetings_of,
    open_actions_before,
    papers_of,
    whole_meetings_of,
)
from wardmote.web.governance.rules.papers import content_type


@list_page(Meeting)
def show_all(request: HttpRequest, partnership: str) -> HttpResponse:
    """Every meeting."""
    actor = acting(request)
    context = {
        "heading": "Meetings",
        "sentence": "A meeting is called from the page of its group.",
        "back": Link("Board and scrutiny", to(actor, "board")),
    }
    return answer_list(request, meeting_listing(actor), meetings_of(actor), context=context)


@list_page(MeetingAction)
def show_actions(request: HttpRequest, partnership: str) -> HttpResponse:
    """What meetings gave out, and what became of it."""
    actor = acting(request)
    context = {
        "heading": "Actions of meetings",
        "sentence": "What somebody took upon themselves at a meeting. Actions of the plan stand with the plan.",
        "back": Link("Board and scrutiny", to(actor, "board")),
    }
    return answer_list(request, meeting_action_listing(actor), actions_of(actor), context=context)


@require_safe
def show(request: HttpRequest, partnership: str, meeting: UUID) -> HttpResponse:
    """One meeting: its agenda in order, and what came of it."""
    return _shown(request, meeting, "governance/meeting.html", has_charts=True)


@require_safe
def pack(request: HttpRequest, partnership: str, meeting: UUID) -> HttpResponse:
    """The whole meeting to print, with numbered pages."""
    return _shown(request, meeting, "governance/pack.html", has_charts=True)


@file_page
def pack_pdf(request: HttpRequest, partnership: str, meeting: UUID) -> HttpResponse:
    """The whole pack as one tagged PDF."""
    actor = acting(request)
    record = found(actor, Meeting, meeting, within=whole_meetings_of(actor))
    holding = partial(
        pack_papers,
        record,
        meeting_view(record, actor, has_charts=True),
        partnership=actor.partnership,
        open_actions=open_actions_before(actor, record),
        decided_before=decided_before(record),
    )
    files = partial(pack_files, record, address=lambda one: request.build_absolute_uri(to(actor, "paper", one.pk)))
    try:
        content = papers_pdf(holding(supplied=files()))
    except NotAllSet as error:
        content = papers_pdf(holding(supplied=files(refused=error.paths)))
    return download(content, name=f"board-pack-{record.held_on:%Y-%m-%d}.pdf")


def _shown(request: HttpRequest, meeting: UUID, template: str, *, has_charts: bool) -> HttpResponse:
    actor = acting(request)
    record = found(actor, Meeting, meeting, within=whole_meetings_of(actor))
    view = meeting_view(record, actor, has_charts=has_charts)
    return render(request, template, {"meeting": view, "heading": view.heading, "slug": actor.partnership_slug})


def _address(partnership: str, meeting_id: UUID) -> str:
    return reverse("meeting", args=[partnership, meeting_id])


@form_page(CallForm)
def call(request: HttpRequest, partnership: str, group: UUID) -> HttpResponse:
    """Call a meeting of a group."""
    actor = acting(request)
    record = found(actor, Group, group, to="board.change")
    form = CallForm(actor=actor)

    def act(**values):
        return _address(partnership, actions.call_meeting(record, by=actor, **values).pk)

    back = Link(str(record), to(actor, "group", record.pk))
    return answer_form(request, form, act=act, heading=f"Call a meeting of {record}", back=back, button="Call it")


@form_page(MeetingForm, is_correction=True)
def change(request: HttpRequest, partnership: str, meeting: UUID) -> HttpResponse:
    """Move a meeting, or say that it was held or cancelled."""
    actor = acting(request)
    record = found(actor, Meeting, meeting, to="board.change")
    form = MeetingForm(actor=actor, record=record)
    act = partial(actions.change_meeting, record, by=actor)
    back = Link(str(record), _address(partnership, record.pk))
    return answer_form(request, form, act=act, heading="Change the meeting", back=back)


@form_page(ItemForm)
def add_item(request: HttpRequest, partnership: str, meeting: UUID) -> HttpResponse:
    """Add an item to the agenda."""
    actor = acting(request)
    record = found(actor, Meeting, meeting, to="board.change")
    form = ItemForm(actor=actor)
    act = partial(actions.add_item, record, by=actor)
    back = Link(str(record), _address(partnership, record.pk))
    return answer_form(request, form, act=act, heading="Add an item", back=back, button="Add it")


@form_page(ItemForm, is_correction=True)
def change_item(request: HttpRequest, partnership: str, agenda_item: UUID) -> HttpResponse:
    """Change an item of an agenda."""
    actor = acting(request)
    record = found(actor, AgendaItem, agenda_item, to="board.change")
    form = ItemForm(actor=actor, record=record)
    act = partial(actions.change_item, record, by=actor)
    back = Link(str(record.meeting), _address(partnership, record.meeting_id))
    return answer_form(request, form, act=act, heading="Change the item", back=back)


@form_page(PaperForm)
def add_file(request: HttpRequest, partnership: str, agenda_item: UUID) -> HttpResponse:
    """Add a file to an item."""
    actor = acting(request)
    record = found(actor, AgendaItem, agenda_item, to="board.change")
    form = PaperForm()

    def act(file):
        add_paper(record, by=actor, name=file.name, content=file.read())
        return _address(partnership, record.meeting_id)

    back = Link(str(record.meeting), _address(partnership, record.meeting_id))
    heading = f"Add a file to “{record}”"
    return answer_form(request, form, act=act, heading=heading, back=back, button="Add it")


@file_page
def paper(request: HttpRequest, partnership: str, paper: UUID) -> HttpResponse:
    """A paper's file, always saved and never shown within the site."""
    actor = acting(request)
    record = found(actor, Paper, paper, within=papers_of(actor))
    path = file_of(record)
    if not path.is_file():
        raise Http404("The file of this paper is not where it was kept.")
    kind = content_type(record.name)
    response = HttpResponse(path.read_bytes(), content_type=kind)
    response.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=record.name) or ""
    return response
