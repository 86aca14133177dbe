"""The pack of a meeting as a paper: each item begins a page, and PDFs stand at the end, so that page numbers hold."""

from collections.abc import Iterator, Sequence

from wardmote.reports.papers import (
    Appendix,
    Block,
    PaperPart,
    Papers,
    agenda,
    bullets,
    chart,
    files,
    in_appendix,
    linked,
    paragraphs,
    subheading,
    table,
)
from wardmote.reports.view import is_numeric
from wardmote.web.core.components import Figure, Line
from wardmote.web.core.wording import plain_day
from wardmote.web.governance.models import Decision, Meeting, MeetingAction
from wardmote.web.governance.presenters.meeting_actions import state_of
from wardmote.web.governance.presenters.meetings import ItemView, MeetingView, file_words
from wardmote.web.governance.presenters.pack_files import PackFile

_ACTION_HEADS = ("What is to be done", "By whom", "By when", "How it stands")
_ON_APPENDICES = (
    "Papers that came as PDFs stand at the end as they were supplied, each of their pages as a picture with its name in "
    "words. To hear them read, open the file itself: above each page there is a link to it."
)


def pack_papers(
    meeting: Meeting,
    view: MeetingView,
    *,
    partnership: str,
    open_actions: Sequence[MeetingAction],
    decided_before: Sequence[Decision],
    supplied: Sequence[PackFile],
) -> Papers:
    """The pack. `open_actions` and `decided_before` are of the group's earlier meetings; `supplied` are the files."""
    taken = list(meeting.actions.all())
    before = tuple(_before(open_actions, decided_before))
    annex = tuple(_annex(view))
    parts = (
        *(PaperPart(f"{item.number}. {item.title}", tuple(_item(item, taken, supplied))) for item in view.items),
        *((PaperPart("What earlier meetings gave out", before),) if before else ()),
        *_came_of_it(view, taken),
        *((PaperPart("Annex: the charts as tables", annex),) if annex else ()),
    )
    return Papers(
        title=str(meeting.group),
        subtitle=f"Meeting of {plain_day(meeting.held_on)}",
        partnership=partnership,
        first=tuple(_first_page(view, parts, supplied)),
        parts=parts,
        appendices=tuple(_appendices(view, supplied)),
    )


def _first_page(view: MeetingView, parts: Sequence[PaperPart], supplied: Sequence[PackFile]) -> Iterator[Block]:
    yield from paragraphs(view.lead)
    facts = [[fact.name, fact.text.strip()] for fact in view.facts if fact.text]
    yield table("The meeting", ("What", "Answer"), facts)
    rows = [[str(one.number), one.title, one.asks, one.presented_by or "not said"] for one in view.items]
    after = [*(part.heading for part in parts[len(rows) :]), *(one.heading for one in _appendices(view, supplied))]
    others = [["–", heading, "–", "–"] for heading in after]
    if parts:
        yield agenda("Agenda", ("No.", "Item", "The meeting is asked", "Presented by", "Page"), [*rows, *others])
    if any(one.appendix for one in supplied):
        yield from paragraphs(_ON_APPENDICES)


def _appendices(view: MeetingView, supplied: Sequence[PackFile]) -> Iterator[Appendix]:
    items = {item.id: item for item in view.items}
    for one in supplied:
        if one.appendix:
            item = items[one.paper.item_id]
            heading = f"Appendix {one.appendix} to item {item.number}: {one.paper.name}"
            about = f"{item.title}." + (" Not for the public." if item.is_exempt else "")
            yield Appendix(heading, about, path=one.path, page_count=one.page_count, href=one.href)


def _item(item: ItemView, taken: Sequence[MeetingAction], supplied: Sequence[PackFile]) -> Iterator[Block]:
    by = f" Presented by {item.presented_by}." if item.presented_by else ""
    yield from paragraphs(f"{item.asks}.{by}" + (" Not for the public." if item.is_exempt else ""))
    yield from _words("Recommendation", item.recommendation)
    if item.shown:
        yield from paragraphs(item.shown.sentence)
        if item.shown.figure:
            yield from _chart(item.shown.figure)
    yield from _words("Paper", item.paper)
    if own_files := [_file(one) for one in supplied if one.paper.item_id == item.id]:
        yield subheading("Files")
        yield files(own_files)
    yield from _words("What it means for crime and disorder", item.crime_and_disorder)
    if item.decisions:
        yield subheading("Decided")
        yield bullets([_said(one) for one in item.decisions])
    if own := [one for one in taken if one.item_id == item.id]:
        yield _actions("Actions", own)


def _file(one: PackFile) -> Block:
    if one.appendix:
        return in_appendix(f"Paper: {one.paper.name}, Appendix {one.appendix}, ", number=one.appendix)
    return linked(file_words(one.paper), href=one.href, because=one.because)


def _words(heading: str, text: str) -> Iterator[Block]:
    if text.strip():
        yield subheading(heading)
        yield from paragraphs(text)


def _chart(figure: Figure) -> Iterator[Block]:
    yield chart(
        figure.title, figure.svg, figure.alt, source=figure.source, period=figure.period, notes=tuple(figure.notes)
    )
    yield from paragraphs("The same figures stand as a table in the annex.")


def _annex(view: MeetingView) -> Iterator[Block]:
    for item in view.items:
        if item.shown and item.shown.figure:
            held = item.shown.figure.table
            rows = tuple(tuple(cell.text for cell in row) for row in held.rows)
            numeric = [column for column in range(1, len(held.heads)) if is_numeric(rows, column)]
            yield table(f"Item {item.number}. {item.shown.figure.title}", held.heads, rows, numeric=numeric)


def _before(open_actions: Sequence[MeetingAction], decided: Sequence[Decision]) -> Iterator[Block]:
    if decided:
        yield subheading(f"Decided on {plain_day(decided[0].meeting.held_on)}")
        yield bullets([one.text for one in decided])
    if open_actions:
        yield _actions("Actions that are open", open_actions)


def _came_of_it(view: MeetingView, taken: Sequence[MeetingAction]) -> Iterator[PaperPart]:
    shown = {item.id for item in view.items}
    others = [one for one in taken if one.item_id not in shown]
    if view.other_decisions or others:
        blocks = [bullets([_said(one) for one in view.other_decisions])] if view.other_decisions else []
        yield PaperPart(
            "Other decisions and actions", (*blocks, *([_actions("Other actions", others)] if others else []))
        )
    if view.attendance.rows:
        rows = [[cell.text for cell in row] for row in view.attendance.rows]
        who = table("Who came", view.attendance.heads, rows)
        yield PaperPart("Who came", (*(block for one in view.quorum for block in paragraphs(one)), who))
    if view.minutes:
        yield PaperPart("Minutes", paragraphs(view.minutes))


def _said(line: Line) -> str:
    return f"{line.label}: {line.sentence}" if line.label else line.sentence


def _actions(title: str, taken: Sequence[MeetingAction]) -> Block:
    rows = [
        [
            one.text,
            f"{one.owner}, {one.owner.agency}",
            plain_day(one.due_on) if one.due_on else "not said",
            state_of(one),
        ]
        for one in taken
    ]
    return table(title, _ACTION_HEADS, rows)
