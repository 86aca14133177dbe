"""What groups cost in hours, and which have the same members, in sentences and a table."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from wardmote.assessment.wording import listing
from wardmote.web.core.actors import Actor
from wardmote.web.core.components import Cell, Line, Table
from wardmote.web.core.wording import plural
from wardmote.web.governance.models import Group, Seat
from wardmote.web.governance.presenters.addresses import to
from wardmote.web.governance.queries.groups import cadence_on
from wardmote.web.governance.rules.burden import USUAL_HOURS, Burden, shared_members


def burdens(groups: Sequence[Group], seats: Mapping[UUID, Sequence[Seat]], *, on: date) -> dict[Group, Burden]:
    """Of each group that says how often it meets; deputies sit in their member's place, so only members are counted."""
    return {
        group: Burden(
            cadence.meetings_a_year,
            sum(not seat.is_deputy for seat in seats.get(group.pk, ())),
            group.meeting_hours or USUAL_HOURS,
        )
        for group in groups
        if (cadence := cadence_on(group, on))
    }


def burden_sentence(found: Mapping[Group, Burden], *, groups: int) -> str:
    """How many groups meet how often, and what that takes."""
    meetings = sum(one.meetings for one in found.values())
    hours = sum((one.hours_a_year for one in found.values()), Decimal(0))
    assumed = any(group.meeting_hours is None for group, one in found.items() if one.people)
    unknown = groups - sum(1 for one in found.values() if one.people)
    left_out = (
        f" {plural(unknown, 'group is', 'groups are')} left out of the hours: nobody has a seat there yet, or how often "
        "it meets is not set."
        if unknown
        else ""
    )
    basis = f" A meeting is taken to last {USUAL_HOURS} hours where its group does not say." if assumed else ""
    return (
        f"{plural(groups, 'open group')} hold {plural(meetings, 'meeting')} a year, which take "
        f"{plural(round(hours), 'hour')} of their members’ time.{basis}{left_out}"
    )


def burden_table(found: Mapping[Group, Burden], actor: Actor) -> Table:
    """Each group, the most hours first."""
    ranked = sorted(found.items(), key=lambda pair: (-pair[1].hours_a_year, pair[0].name))
    return Table(
        caption="Hours that meetings take in a year",
        heads=("Group", "Meetings a year", "Members", "Hours each", "Hours a year"),
        rows=tuple(
            (
                Cell(group.name, href=to(actor, "group", group.pk)),
                Cell(f"{one.meetings:,}", is_number=True),
                Cell(f"{one.people:,}" if one.people else "nobody yet", is_number=True),
                Cell(f"{one.hours.normalize():f}", is_number=True),
                Cell(f"{round(one.hours_a_year):,}" if one.people else "not known", is_number=True),
            )
            for group, one in ranked
        ),
        numeric=frozenset({1, 2, 3, 4}),
        is_caption_shown=False,
    )


def shared_lines(groups: Sequence[Group], seats: Mapping[UUID, Sequence[Seat]]) -> tuple[Line, ...]:
    """Pairs of groups in which much the same members sit; a group and the one that it reports to have to share some."""
    held = {group: [seat for seat in seats.get(group.pk, ()) if not seat.is_deputy] for group in groups}
    names = {seat.member_id: seat.member.name for some in held.values() for seat in some}
    members = {group: frozenset(seat.member_id for seat in some) for group, some in held.items()}
    return tuple(
        Line(
            f"{plural(len(shared), 'person sits', 'people sit')} both in {one} (of {len(members[one])}) and in {other} "
            f"(of {len(members[other])}): {listing(sorted(names[who] for who in shared))}. Could they meet as one?"
        )
        for one, other, shared in shared_members(members)
        if other.pk != one.reports_to_id and one.pk != other.reports_to_id
    )
