"""Meetings as a list, and one as its agenda, who came, and what was decided."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from wardmote.web.core.actors import Actor
from wardmote.web.core.components import Cell, Fact, Line, Link, Table
from wardmote.web.core.evidence import Shown, measure_shown
from wardmote.web.core.lists import Choice, Column, Listing
from wardmote.web.core.wording import plain_day, plural, sentence_case
from wardmote.web.governance.models import AgendaItem, Decision, Meeting, MeetingAction, Paper
from wardmote.web.governance.models.group import CAPACITY_CHOICES
from wardmote.web.governance.presenters.addresses import may_link, to
from wardmote.web.governance.presenters.attendance import attendance_sentences, attendance_table
from wardmote.web.governance.presenters.groups import minutes_words

_STATES = tuple((state, sentence_case(words), {"status": state}) for state, words in Meeting.Status.choices)
_CAPACITIES = tuple((id_, sentence_case(words), {"capacity": id_}) for id_, words in CAPACITY_CHOICES)


@dataclass(frozen=True)
class ItemView:
    """One item as the agenda shows it."""

    id: UUID
    number: int
    title: str
    asks: str
    presented_by: str
    recommendation: str
    crime_and_disorder: str
    paper: str
    is_exempt: bool
    files: tuple[Link, ...]
    shown: Shown | None
    decisions: tuple[Line, ...]
    actions: tuple[Line, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True)
class MeetingView:
    """A meeting, for its page and for its pack."""

    id: UUID
    heading: str
    lead: str
    facts: tuple[Fact, ...]
    items: tuple[ItemView, ...]
    withdrawn: tuple[Line, ...]
    other_decisions: tuple[Line, ...]
    other_actions: tuple[Line, ...]
    attendance: Table
    quorum: tuple[str, ...]
    minutes: str
    buttons: tuple[Link, ...]
    back: Link


def meeting_listing(actor: Actor) -> Listing[Any]:
    """Every meeting, with its counts, the newest first."""
    return Listing(
        name="meetings",
        noun="meeting",
        nouns="meetings",
        order="-date",
        searched=("group__name", "place"),
        choices=(Choice("state", "State", _STATES), Choice("as", "Sits as", _CAPACITIES)),
        columns=(
            Column(
                "date",
                "Date",
                lambda one: Cell(plain_day(one.held_on), href=to(actor, "meeting", one.pk)),
                sort="held_on",
            ),
            Column("group", "Group", lambda one: Cell(str(one.group)), sort="group__name"),
            Column("as", "Sits as", lambda one: Cell(sentence_case(one.get_capacity_display()))),
            Column("state", "State", lambda one: Cell(sentence_case(one.get_status_display())), sort="status"),
            Column("items", "Items", lambda one: Cell(f"{one.item_count:,}", is_number=True)),
            Column("present", "Came", lambda one: Cell(f"{one.present_count:,}", is_number=True)),
            Column("decisions", "Decisions", lambda one: Cell(f"{one.decision_count:,}", is_number=True)),
            Column("minutes", "Minutes", lambda one: Cell(sentence_case(minutes_words(one)))),
        ),
    )


def meeting_view(meeting: Meeting, actor: Actor, *, has_charts: bool = False) -> MeetingView:
    """The meeting as a member of the partnership reads it."""
    items = [one for one in meeting.items.all() if not one.withdrawn_on]
    decisions, actions = list(meeting.decisions.all()), list(meeting.actions.all())
    shown = {one.pk for one in items}
    return MeetingView(
        id=meeting.pk,
        heading=f"{meeting.group}: {plain_day(meeting.held_on)}",
        lead=_lead(meeting, items=len(items), decisions=sum(not one.taken_back_on for one in decisions)),
        facts=_facts(meeting),
        items=tuple(
            _item(number, item, decisions, actions, actor, has_charts=has_charts)
            for number, item in enumerate(items, start=1)
        ),
        withdrawn=tuple(
            Line(f"{one.title}: {one.withdrawn_because}", label=f"Withdrawn on {plain_day(one.withdrawn_on)}")
            for one in meeting.items.all()
            if one.withdrawn_on
        ),
        other_decisions=tuple(_decision_line(one, actor) for one in decisions if one.item_id not in shown),
        other_actions=tuple(_action_line(one, actor) for one in actions if one.item_id not in shown),
        attendance=attendance_table(meeting),
        quorum=attendance_sentences(meeting),
        minutes=meeting.minutes,
        buttons=_buttons(meeting, actor),
        back=Link(str(meeting.group), to(actor, "group", meeting.group_id)),
    )


def _lead(meeting: Meeting, *, items: int, decisions: int) -> str:
    capacity = f" as the {meeting.get_capacity_display()}" if meeting.capacity else ""
    agenda = plural(items, "item")
    match meeting.status:
        case Meeting.Status.HELD:
            return f"Held{capacity}: {agenda}, {plural(decisions, 'decision')}; minutes {minutes_words(meeting)}."
        case Meeting.Status.CANCELLED:
            return "This meeting was cancelled."
        case _:
            return f"Planned{capacity}: {agenda} on the agenda."


def _facts(meeting: Meeting) -> tuple[Fact, ...]:
    begins = f" at {meeting.starts_at:%H:%M}" if meeting.starts_at else ""
    notice = f"; notice given on {plain_day(meeting.notice_on)}" if meeting.notice_on else ""
    facts = [
        Fact("When", plain_day(meeting.held_on) + begins),
        Fact("Where", meeting.place or "not said"),
        Fact("The public", ("may come" if meeting.is_public else "may not come") + notice),
    ]
    if meeting.minutes_published_on:
        link = Link("Read them where they were published", meeting.minutes_address) if meeting.minutes_address else None
        facts.append(Fact("Minutes", f"published on {plain_day(meeting.minutes_published_on)}. ", link))
    return tuple(facts)


def _item(
    number: int,
    item: AgendaItem,
    decisions: list[Decision],
    actions: list[MeetingAction],
    actor: Actor,
    *,
    has_charts: bool,
) -> ItemView:
    return ItemView(
        id=item.pk,
        number=number,
        title=item.title,
        asks=f"To {item.get_purpose_display()}",
        presented_by=item.presented_by,
        recommendation=item.recommendation,
        crime_and_disorder=item.crime_and_disorder,
        paper=item.paper,
        is_exempt=item.is_exempt,
        files=tuple(Link(file_words(paper), to(actor, "paper", paper.pk)) for paper in item.papers.all()),
        shown=measure_shown(item.measure_id, has_chart=has_charts) if item.measure_id else None,
        decisions=tuple(_decision_line(one, actor) for one in decisions if one.item_id == item.pk),
        actions=tuple(_action_line(one, actor) for one in actions if one.item_id == item.pk),
        links=_item_links(number, item, actor),
    )


def _item_links(number: int, item: AgendaItem, actor: Actor) -> tuple[Link, ...]:
    if not actor.may("board.change"):
        return ()
    under = f"?item={item.pk}"
    return (
        Link(f"Record a decision on item {number}", to(actor, "decision-add", item.meeting_id) + under),
        Link(f"Record an action on item {number}", to(actor, "meeting-action-add", item.meeting_id) + under),
        Link(f"Change item {number}", to(actor, "item-change", item.pk)),
        Link(f"Add a file to item {number}", to(actor, "paper-add", item.pk)),
        Link(f"Withdraw item {number}", to(actor, "item-withdraw", item.pk)),
    )


def _decision_line(decision: Decision, actor: Actor) -> Line:
    if decision.taken_back_on:
        words = f"{decision.text} It was recorded in error: {decision.taken_back_because}"
        return Line(words, label=f"Taken back on {plain_day(decision.taken_back_on)}")
    link = may_link(actor, "board.change", "Take it back", "decision-take-back", decision.pk)
    return Line(decision.text, link[0] if link else None)


def file_words(paper: Paper) -> str:
    """plan.pdf (1.2 MB, 5 pages); notes.docx (40 kB)."""
    size = paper.size_bytes
    told = f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(size // 1000, 1):,} kB"
    pages = f", {plural(paper.page_count, 'page')}" if paper.page_count else ""
    return f"{paper.name} ({told}{pages})"


def _action_line(taken: MeetingAction, actor: Actor) -> Line:
    due = f", by {plain_day(taken.due_on)}" if taken.due_on else ""
    if taken.done_on:
        return Line(f"{taken.text} ({taken.owner.name}{due}). Done on {plain_day(taken.done_on)}: {taken.outcome}")
    link = (
        Link("Say that it is done", to(actor, "meeting-action", taken.pk))
        if actor.may("action.update", taken)
        else None
    )
    return Line(f"{taken.text} ({taken.owner.name}{due}).", link)


def _buttons(meeting: Meeting, actor: Actor) -> tuple[Link, ...]:
    pack = (
        Link("The whole pack as one PDF", to(actor, "meeting-pack-pdf", meeting.pk)),
        Link("The whole pack on one page", to(actor, "meeting-pack", meeting.pk)),
    )
    if not actor.may("board.change", meeting):
        return pack
    return (
        *pack,
        Link("Add an item", to(actor, "item-add", meeting.pk)),
        Link("Put the agenda in order", to(actor, "agenda-order", meeting.pk)),
        Link("Record who came", to(actor, "attendance", meeting.pk)),
        Link("Record a decision", to(actor, "decision-add", meeting.pk)),
        Link("Record an action", to(actor, "meeting-action-add", meeting.pk)),
        Link("Write the minutes", to(actor, "minutes", meeting.pk)),
        Link("Publish the minutes", to(actor, "minutes-publish", meeting.pk)),
        Link("Change the meeting", to(actor, "meeting-change", meeting.pk)),
    )


def sittings_table(meetings: list[Any], actor: Actor) -> Table:
    """Meetings that were held in one capacity, each with what regulation 12 asks of a public one."""
    return Table(
        caption="Meetings in this capacity",
        heads=("Date", "Group", "Notice given", "Responsible authorities that came", "What was discussed"),
        rows=tuple(
            (
                Cell(plain_day(one.held_on), href=to(actor, "meeting", one.pk)),
                Cell(str(one.group)),
                Cell(plain_day(one.notice_on) if one.notice_on else "not recorded"),
                Cell(f"{one.authorities:,}" if one.authorities else "not recorded"),
                Cell(f"minutes {minutes_words(one)}"),
            )
            for one in meetings
        ),
        is_caption_shown=False,
    )
