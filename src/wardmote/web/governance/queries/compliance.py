"""The compliance statement of the actor's partnership, and what is due."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from django.conf import settings
from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from wardmote.clocks.reading import Known
from wardmote.definitions.duties import Duty, DutyPack, all_duty_packs
from wardmote.web.accounts.models import PartnerAgency
from wardmote.web.core.actors import Actor
from wardmote.web.core.scope import seen_by
from wardmote.web.core.wording import plain_day
from wardmote.web.governance.models import Attendance, DutyProof, Meeting
from wardmote.web.governance.queries.scrutiny import recommendations_of, referrals_of, requests_of
from wardmote.web.governance.queries.supplies import supplies_on
from wardmote.web.governance.rules.statement import Ask, Line, Proof, statement

OWN_PACKS = Path("rules") / "duties"


def duty_packs() -> tuple[DutyPack, ...]:
    """The catalogue's packs, and the partnership's own in the workspace's folder."""
    own = settings.WARDMOTE_WORKSPACE / OWN_PACKS
    return all_duty_packs(own if own.is_dir() else None)


def statement_of(actor: Actor, *, on: date) -> tuple[Line, ...]:
    """Each duty on one line, as it stands on a day. Five queries, and one look at the evidence store."""
    return statements_of(actor, days=(on,))[0]


def statements_of(actor: Actor, *, days: Iterable[date]) -> tuple[tuple[Line, ...], ...]:
    """The statement of each of several days; as many queries as for one."""
    packs, proofs, asks = duty_packs(), list(proofs_of(actor)), _asks(actor)
    return tuple(statement(packs, proofs=proofs, asks=asks, supplies=supplies_on(on), on=on) for on in days)


def proofs_of(actor: Actor) -> Iterator[Proof]:
    """What was recorded by hand, and the meetings that were held in a capacity."""
    for record in seen_by(actor, DutyProof):
        yield Proof(
            duty_id=record.duty,
            what=record.what,
            known=Known.on(record.done_on, is_month_only=record.is_month_only),
            subject=record.subject,
            href=record.address,
            due=record.due_on,
        )
    sittings: dict[str, list[Proof]] = {}
    held = seen_by(actor, Meeting).filter(status=Meeting.Status.HELD).exclude(capacity="")
    for capacity, id_, day, group in held.values_list("capacity", "pk", "held_on", "group__name"):
        href = reverse("meeting", args=[actor.partnership_slug, id_])
        sittings.setdefault(capacity, []).append(Proof("", f"Meeting of {group}", Known.on(day), href=href))
    for duty in (duty for pack in duty_packs() for duty in pack.duties if duty.meetings_as):
        yield from (replace(one, duty_id=duty.id) for one in sittings.get(duty.meetings_as, ()))


def _asks(actor: Actor) -> dict[str, list[Ask]]:
    return {
        "recommendations": [Ask(str(one), one.received_on, one.responded_on) for one in recommendations_of(actor)],
        "requests": [Ask(str(one), one.received_on, one.answered_on, one.wanted_by) for one in requests_of(actor)],
        "referrals": [Ask(str(one), one.received_on, one.considered_on) for one in referrals_of(actor)],
    }


def due_soon(actor: Actor, *, on: date, days: int = 60) -> tuple[Line, ...]:
    """Lines that are overdue, unproven, or fall due within so many days: what is overdue, then the soonest."""
    until = on + timedelta(days=days)
    lines = [
        line
        for line in statement_of(actor, on=on)
        if line.state in {"overdue", "due soon", "no evidence"} or (line.due and line.due <= until)
    ]
    return tuple(sorted(lines, key=lambda line: (line.state != "overdue", line.due or on, line.title)))


def words_of_due(line: Line, *, on: date) -> str:
    """What is due, in a sentence."""
    if line.state == "no evidence":
        return f"{line.title}: nothing is recorded that shows it."
    if line.due is None or (line.state == "overdue" and line.due >= on):
        # What is owed now is told by its gap: the day that stands beside it is that of the next one.
        return f"{line.title}: {line.gap}"
    days = (line.due - on).days
    when = f"in {days} days" if days > 1 else "tomorrow" if days == 1 else "today" if days == 0 else "and is overdue"
    return f"{line.title}: due by {plain_day(line.due)}, {when}."


def records_of(actor: Actor, duty_id: str) -> QuerySet[DutyProof]:
    """What was recorded by hand for one duty."""
    return seen_by(actor, DutyProof).filter(duty=duty_id)


def sittings_of(actor: Actor, duty: Duty) -> QuerySet[Meeting]:
    """Meetings that were held in the duty's capacity; none where it has none."""
    held = seen_by(actor, Meeting).filter(status=Meeting.Status.HELD).select_related("group")
    return with_authorities(actor, held.filter(capacity=duty.meetings_as)) if duty.meetings_as else held.none()


def with_authorities(actor: Actor, meetings: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """Meetings with how many responsible authorities came (`authorities`)."""
    places = PartnerAgency.objects.filter(
        partnership=actor.partnership_id, standing=PartnerAgency.Standing.RESPONSIBLE, left_on=None
    )
    came = Q(attendances__status=Attendance.Status.PRESENT, attendances__agency__in=places.values("agency"))
    return meetings.annotate(authorities=Count("attendances__agency", filter=came, distinct=True))
