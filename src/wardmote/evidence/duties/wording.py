"""The calendar in sentences: what is owed now, what came late, and what falls due next."""

from collections.abc import Iterator, Sequence
from datetime import date

from wardmote.evidence.duties.calendar import DutyCalendar, Status, Supply
from wardmote.evidence.duties.officers import NOBODY
from wardmote.evidence.status import runs_in_words

_IN_SUMMARY: dict[Status, tuple[str, str]] = {
    "on time": ("came in time", "came in time"),
    "late": ("came late", "came late"),
    "held": ("is held, loaded before lateness could be told", "are held, loaded before lateness could be told"),
    "received, not loaded": ("came and is not loaded", "came and are not loaded"),
    "incomplete": ("is incomplete", "are incomplete"),
    "missing": ("is missing", "are missing"),
}


def sentences_of(calendar: DutyCalendar) -> tuple[str, ...]:
    """First what has to be done about it, then what was late, then what is due next, then what nothing reads."""
    supplies = calendar.supplies
    return (
        _summary(calendar),
        *_missing(supplies),
        *(_incomplete(one) for one in supplies if one.status == "incomplete"),
        *_not_loaded(supplies),
        *(_late(one) for one in supplies if one.status == "late"),
        *_doubts(supplies),
        *_next_due(calendar),
        *_unread(calendar),
    )


def _summary(calendar: DutyCalendar) -> str:
    due = [one for one in calendar.supplies if one.due < calendar.on]
    counts = {status: sum(one.status == status for one in due) for status in _IN_SUMMARY}
    told = [f"{n} {one if n == 1 else more}" for status, (one, more) in _IN_SUMMARY.items() if (n := counts[status])]
    was = "supply was" if len(due) == 1 else "supplies were"
    listed = f": {', '.join(told)}" if told else ""
    return f"{len(due)} {was} due before {_day(calendar.on)}{listed}."


def _by_source(supplies: Sequence[Supply], status: Status) -> Iterator[list[Supply]]:
    """The supplies of a status, all periods of a source together, so that one sentence can ask for all of them."""
    found: dict[tuple[str, str], list[Supply]] = {}
    for one in supplies:
        if one.status == status:
            found.setdefault((one.partner, one.source), []).append(one)
    yield from found.values()


def _missing(supplies: Sequence[Supply]) -> Iterator[str]:
    for missing in _by_source(supplies, "missing"):
        listed = ", ".join(f"{one.period} (due by {_day(one.due)})" for one in missing)
        yield f"{_source(missing[0])} is missing for {listed}. Ask {_officer(missing[0])}."


def _not_loaded(supplies: Sequence[Supply]) -> Iterator[str]:
    for waiting in _by_source(supplies, "received, not loaded"):
        listed = ", ".join(f"{one.period} ({_day(one.received)})" for one in waiting if one.received)
        yield f"{_source(waiting[0])} came by the register and is not loaded: {listed}."


def _incomplete(one: Supply) -> str:
    months = ", ".join(runs_in_words(one.missing_months))
    why = f"{months} is not here" if months else "the register says that it is not complete"
    return f"{_who(one)}, due by {_day(one.due)}, is incomplete: {why}. Ask {_officer(one)}."


def _late(one: Supply) -> str:
    received = one.received or one.due
    days = (received - one.due).days
    return f"{_who(one)} came {days} {'day' if days == 1 else 'days'} late, on {_day(received)}."


def _doubts(supplies: Sequence[Supply]) -> Iterator[str]:
    for one in supplies:
        if one.thin_months:
            yield f"{_who(one)} has far fewer rows than usual in {', '.join(runs_in_words(one.thin_months))}."
        if one.unseen_categories and not one.missing_months:
            yield f"{_who(one)} has no rows of {', '.join(one.unseen_categories)}: a true nil, or not sent."


def _next_due(calendar: DutyCalendar) -> Iterator[str]:
    ahead = [one for one in calendar.supplies if one.due >= calendar.on and one.is_owed]
    if not ahead:
        return
    due = min(one.due for one in ahead)
    by_partner = dict.fromkeys(f"{one.partner} ({one.source})" for one in ahead if one.due == due)
    period = next(one.period for one in ahead if one.due == due)
    yield f"Next due, by {_day(due)}, for {period}: {', '.join(by_partner)}."


def _unread(calendar: DutyCalendar) -> Iterator[str]:
    if calendar.unread:
        yield f"No source card reads these, so they are not followed here: {'; '.join(calendar.unread)}."


def _source(one: Supply) -> str:
    return f"{one.partner}, {one.source}"


def _who(one: Supply) -> str:
    return f"{_source(one)}, {one.period}"


def _officer(one: Supply) -> str:
    deputy = f" or {one.deputy}" if one.deputy else ""
    return f"{one.officer}{deputy}" if one.officer else f"the partner ({NOBODY})"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
