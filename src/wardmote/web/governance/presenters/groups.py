"""Groups as a list, as a map of who reports to whom, and one by one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from wardmote.web.core.actors import Actor
from wardmote.web.core.components import Cell, Fact, Line, Link, Table
from wardmote.web.core.known_areas import KnownAreas
from wardmote.web.core.lists import Choice, Column, Listing
from wardmote.web.core.wording import plain_day, plural, sentence_case
from wardmote.web.governance.models import Group, Meeting, Seat
from wardmote.web.governance.presenters.addresses import may_link, to
from wardmote.web.governance.presenters.page import Page, Section
from wardmote.web.governance.queries.groups import cadence_on
from wardmote.web.governance.rules.remits import duplicates

_KINDS = tuple((kind, sentence_case(words), {"kind": kind}) for kind, words in Group.Kind.choices)
_STATES = (
    ("open", "Open", {"closed_on": None}),
    ("closed", "Closed", {"closed_on__isnull": False}),
)


@dataclass(frozen=True)
class Node:
    """A group on the map, and those that report to it."""

    text: str
    href: str
    note: str
    below: tuple["Node", ...]


def group_listing(actor: Actor, *, on: date) -> Listing[Group]:
    """Every group, open or closed."""
    return Listing(
        name="groups",
        noun="group",
        nouns="groups",
        order="name",
        searched=("name", "remit"),
        choices=(Choice("kind", "Kind", _KINDS), Choice("state", "State", _STATES)),
        columns=(
            Column("name", "Group", lambda one: Cell(one.name, href=to(actor, "group", one.pk)), sort="name"),
            Column("kind", "Kind", lambda one: Cell(sentence_case(one.get_kind_display())), sort="kind"),
            Column("reports", "Reports to", lambda one: Cell(str(one.reports_to) if one.reports_to else "")),
            Column("cadence", "Meets", lambda one: Cell(cadence_words(one, on=on))),
            Column("opened", "First day", lambda one: Cell(plain_day(one.opened_on)), sort="opened_on"),
            Column("closed", "Last day", lambda one: Cell(plain_day(one.closed_on) if one.closed_on else "")),
        ),
    )


def cadence_words(group: Group, *, on: date) -> str:
    """4 times a year."""
    cadence = cadence_on(group, on)
    if cadence is None:
        return "not set"
    return plural(cadence.meetings_a_year, "time a year", "times a year")


def reporting_map(groups: Sequence[Group], actor: Actor, *, on: date) -> tuple[Node, ...]:
    """Open groups as a tree; what reports to a closed group, or to none, stands at the top."""
    known = {group.pk for group in groups}
    below: dict[object, list[Group]] = {}
    for group in groups:
        below.setdefault(group.reports_to_id if group.reports_to_id in known else None, []).append(group)

    def node(group: Group) -> Node:
        hats = "; ".join(hat.get_capacity_display() for hat in group.hats.all())
        note = f"{sentence_case(group.get_kind_display())}, meets {cadence_words(group, on=on)}"
        words = f"{note}. In law: {hats}" if hats else note
        return Node(group.name, to(actor, "group", group.pk), words, tuple(map(node, below.get(group.pk, ()))))

    return tuple(map(node, below.get(None, ())))


def duplicate_lines(groups: Iterable[Group]) -> tuple[Line, ...]:
    """Pairs of open groups whose remits say much the same."""
    return tuple(
        Line(f"{one} and {other} share the words {', '.join(shared)}. Ask whether both are needed.")
        for one, other, shared in duplicates([(group, group.remit) for group in groups])
    )


def group_page(group: Group, actor: Actor, *, seats: Sequence[Seat], meetings: Sequence[Meeting], on: date) -> Page:
    """One group: what it is for, who sits there, when it meets."""
    buttons: tuple[Link, ...] = ()
    if actor.may("board.change", group) and not group.closed_on:
        buttons = (
            Link("Call a meeting", to(actor, "meeting-add", group.pk)),
            Link("Add a seat", to(actor, "seat-add", group.pk)),
            Link("Change how often it meets", to(actor, "cadence-add", group.pk)),
            Link("Give it a part in law", to(actor, "hat-add", group.pk)),
            Link("Change the group", to(actor, "group-change", group.pk)),
            Link("Close the group", to(actor, "group-close", group.pk)),
        )
    return Page(
        heading=group.name,
        lead=_lead(group, on=on),
        sections=(
            Section("What it is for", facts=_facts(group)),
            Section("Who sits here", table=_seats_table(seats, actor, group), empty="Nobody has a seat yet: add one."),
            Section("Meetings", table=_meetings_table(meetings, actor), empty="No meeting has been called yet."),
        ),
        buttons=buttons,
        back=Link("Groups", to(actor, "groups")),
    )


def _lead(group: Group, *, on: date) -> str:
    if group.closed_on:
        return f"Closed on {plain_day(group.closed_on)}. {group.output}"
    reports = f" It reports to {group.reports_to}." if group.reports_to else ""
    meets = cadence_words(group, on=on)
    often = f" It meets {meets}." if meets != "not set" else ""
    return f"{sentence_case(group.get_kind_display())}, open since {plain_day(group.opened_on)}.{reports}{often}"


def _facts(group: Group) -> tuple[Fact, ...]:
    hats = tuple(
        f"{sentence_case(hat.get_capacity_display())}, since {plain_day(hat.since)}"
        + (f", quorum {hat.quorum}" if hat.quorum else "")
        for hat in group.hats.all()
    )
    cadences = tuple(
        f"{one.meetings_a_year} a year from {plain_day(one.started_on)}" + (f": {one.reason}" if one.reason else "")
        for one in group.cadences.all()
    )
    return (
        Fact("Remit", group.remit),
        Fact("Led by", str(group.led_by) if group.led_by else "not said"),
        *((Fact("Works in", KnownAreas().name(group.area)),) if group.area else ()),
        Fact("Quorum", f"{plural(group.quorum, 'voting agency', 'voting agencies')}" if group.quorum else "not set"),
        Fact("Parts in law", "" if hats else "none", lines=hats),
        Fact("How often it meets", "" if cadences else "not set", lines=cadences),
    )


def _seats_table(seats: Sequence[Seat], actor: Actor, group: Group) -> Table:
    def until(seat: Seat) -> Cell:
        if seat.ended_on:
            return Cell(plain_day(seat.ended_on))
        end = may_link(actor, "board.change", f"End {seat.member.name}’s seat", "seat-end", seat.pk)
        return Cell(end[0].text, href=end[0].href) if end else Cell("now")

    return Table(
        caption=f"Seats of {group}",
        heads=("Who", "Agency", "As", "Vote", "From", "Until"),
        rows=tuple(
            (
                Cell(seat.member.name),
                Cell(str(seat.member.agency)),
                Cell("Deputy" if seat.is_deputy else "Member"),
                Cell("Yes" if seat.is_voting else "No"),
                Cell(plain_day(seat.started_on)),
                until(seat),
            )
            for seat in seats
        ),
        is_caption_shown=False,
    )


def _meetings_table(meetings: Sequence[Meeting], actor: Actor) -> Table:
    return Table(
        caption="Its newest meetings",
        heads=("Date", "Sits as", "State", "Minutes"),
        rows=tuple(
            (
                Cell(plain_day(meeting.held_on), href=to(actor, "meeting", meeting.pk)),
                Cell(sentence_case(meeting.get_capacity_display()) if meeting.capacity else ""),
                Cell(sentence_case(meeting.get_status_display())),
                Cell(minutes_words(meeting)),
            )
            for meeting in meetings
        ),
        is_caption_shown=False,
    )


def minutes_words(meeting: Meeting) -> str:
    """How far its minutes are."""
    if meeting.minutes_published_on:
        return f"published on {plain_day(meeting.minutes_published_on)}"
    if meeting.status != Meeting.Status.HELD:
        return ""
    return "written, not published" if meeting.minutes else "not written"
