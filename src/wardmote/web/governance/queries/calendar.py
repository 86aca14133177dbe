"""Meetings and due days as an iCalendar: no names of people, and nothing of a paper."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from wardmote.web.accounts.models import Partnership
from wardmote.web.accounts.queries.actors import actor_for
from wardmote.web.core.actors import Actor
from wardmote.web.core.clock import now, today
from wardmote.web.core.scope import seen_by
from wardmote.web.governance.models import FeedAddress, Meeting
from wardmote.web.governance.queries.compliance import statement_of

UK = ZoneInfo("Europe/London")
# What is older has been lived through.
_MONTHS_BACK = timedelta(days=180)
_LENGTH = timedelta(hours=2)


def holder_of(digest: str) -> Actor | None:
    """Whose address it is, with what they may do; None where it was withdrawn, or they have left."""
    found = (
        FeedAddress.objects.select_related("member__agency", "member__partnership")
        .prefetch_related("member__grants")
        .filter(digest=digest, withdrawn_at=None, member__left_on=None, member__user__is_active=True)
        .first()
    )
    if found is None:
        return None
    partnership: Partnership = found.member.partnership
    return actor_for(found.member, partnership=partnership, way="link")


def calendar_of(actor: Actor) -> bytes:
    """The whole calendar, as programs read it (RFC 5545)."""
    import icalendar

    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Wardmote//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"{actor.partnership}: meetings and duties")
    for event in (*_meetings(actor), *_duties(actor)):
        calendar.add_component(event)
    return calendar.to_ical()


def _meetings(actor: Actor):
    found = seen_by(actor, Meeting).filter(held_on__gte=today() - _MONTHS_BACK).select_related("group").defer("minutes")
    for meeting in found.order_by("held_on"):
        begins = _begins(meeting)
        ends = begins + (_LENGTH if isinstance(begins, datetime) else timedelta(days=1))
        event = _event(f"meeting-{meeting.pk}", str(meeting.group), begins, ends)
        if meeting.place:
            event.add("location", meeting.place)
        if meeting.status == Meeting.Status.CANCELLED:
            event.add("status", "CANCELLED")
        yield event


def _begins(meeting: Meeting) -> date | datetime:
    if meeting.starts_at is None:
        return meeting.held_on
    return datetime.combine(meeting.held_on, meeting.starts_at, tzinfo=UK)


def _duties(actor: Actor):
    for line in statement_of(actor, on=today()):
        if line.due:
            key = f"{line.duty.id}-{actor.partnership_slug}-{line.due:%Y%m%d}-{line.subject.lower().replace(' ', '-')}"
            yield _event(f"duty-{key}", f"Due: {line.title}", line.due, line.due + timedelta(days=1))


def _event(uid: str, words: str, begins: date | datetime, ends: date | datetime):
    import icalendar

    event = icalendar.Event()
    event.add("uid", f"{uid}@wardmote")
    event.add("dtstamp", now().astimezone(UTC))
    event.add("summary", words)
    event.add("dtstart", begins)
    event.add("dtend", ends)
    return event
