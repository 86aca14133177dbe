"""The overview: what changed, what is due, what is new, each a short list of sentences with one link."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from wardmote.assessment.wording import listing, lower_first
from wardmote.evidence.ledger import Load
from wardmote.measures.finding import Finding
from wardmote.web.core.components import EmptyState, Line, Link
from wardmote.web.core.overview import DatedLine, MeetingHeld
from wardmote.web.core.wording import day, plain_day, plural
from wardmote.web.insight.presenters.addresses import measure_address
from wardmote.web.insight.presenters.calendar import missing_months, missing_words
from wardmote.web.insight.presenters.duties import owed_sentence
from wardmote.web.insight.presenters.findings import is_fall, said_aloud, surest_first
from wardmote.web.insight.queries.duties import DutyAnswer
from wardmote.web.insight.queries.overview import OverviewAnswer

_MOST_CHANGES = 5
_MOST_NEW = 8
_MOST_DUE = 10
_NEWEST_LOADS = 3


@dataclass(frozen=True)
class RoomsSay:
    """What the partnership's own rooms say to a member: nothing of it is there on an analyst's own site."""

    due: tuple[Line, ...] = ()
    new: tuple[DatedLine, ...] = ()
    since: date | None = None
    meeting: MeetingHeld | None = None


@dataclass(frozen=True)
class Overview:
    """Three lists. `rest` stands under the first: how many measures it leaves out, and why.

    `due_later` is what falls due after the first few; a reader opens it. `empty` stands in place of the first list where there is no evidence to tell it from.
    """

    headline: str
    changed: tuple[Line, ...]
    rest: str
    due: tuple[Line, ...]
    new: tuple[Line, ...]
    empty: EmptyState | None = None
    due_later: tuple[Line, ...] = ()


def overview(answer: OverviewAnswer, owed: DutyAnswer | None = None, *, rooms: RoomsSay | None = None) -> Overview:
    """The overview of a workspace that holds something; `owed` is what partners owe, where any has ever sent anything."""
    said = rooms or RoomsSay()
    ranked = surest_first(answer.findings)
    surest = tuple(one for one in ranked if one.distinguishable)
    fresh = _unheard(answer, surest) if said.meeting else surest
    due = (*_owed_lines(owed), *said.due, *_gaps(answer.months_by_force), *map(Line, answer.lacking))
    return Overview(
        headline=_headline(answer, surest),
        changed=tuple(_change_line(answer, one) for one in fresh[:_MOST_CHANGES]),
        rest=_rest(answer, surest=surest, fresh=fresh, meeting=said.meeting),
        due=_first_due(due),
        new=_newest(answer.loads, said),
        due_later=due[len(_first_due(due)) :],
    )


def overview_without_findings(
    empty: EmptyState, loads: Sequence[Load], owed: DutyAnswer | None, *, rooms: RoomsSay
) -> Overview:
    """The overview where the evidence cannot tell of any change yet; the rooms say what they have all the same."""
    due = (*_owed_lines(owed), *rooms.due)
    return Overview("", (), "", _first_due(due), _newest(loads, rooms), empty, due_later=due[len(_first_due(due)) :])


def _first_due(due: tuple[Line, ...]) -> tuple[Line, ...]:
    """The first few; all of them where only one or two would be left."""
    return due if len(due) <= _MOST_DUE + 2 else due[:_MOST_DUE]


def _change_line(answer: OverviewAnswer, finding: Finding) -> Line:
    measure = answer.measures[finding.measure]
    return Line(said_aloud(finding), Link(f"See {lower_first(measure.short_title)}", measure_address(measure.id)))


def _unheard(answer: OverviewAnswer, surest: Sequence[Finding]) -> tuple[Finding, ...]:
    """Those that the last meeting could not know: then it could have been chance, or it went the other way."""
    known = {(one.measure, _falls(answer, one)) for one in answer.before if one.distinguishable}
    return tuple(one for one in surest if (one.measure, _falls(answer, one)) not in known)


def _falls(answer: OverviewAnswer, finding: Finding) -> bool:
    measure = answer.measures.get(finding.measure)
    return measure is not None and is_fall(finding, measure=measure)


def _headline(answer: OverviewAnswer, changed: tuple[Finding, ...]) -> str:
    tested = [one for one in answer.findings if one.distinguishable is not None]
    if not tested:
        return "It cannot be told yet whether anything changed: there are too few months in two years to compare."
    periods = tested[0].periods
    unknown = len(answer.findings) - len(tested)
    rest = f" Of {plural(unknown, 'more measure')} it cannot be told." if unknown else ""
    if not changed:
        return f"None of {plural(len(tested), 'measure')} changed by more than chance explains ({periods}).{rest}"
    falls = sum(1 for one in changed if is_fall(one, measure=answer.measures[one.measure]))
    return (
        f"{len(changed)} of {plural(len(tested), 'measure')} changed by more than chance explains: "
        f"{falls} fell and {len(changed) - falls} rose ({periods}).{rest}"
    )


def _rest(
    answer: OverviewAnswer, *, surest: Sequence[Finding], fresh: Sequence[Finding], meeting: MeetingHeld | None
) -> str:
    """What of all that changed is not in the list."""
    parts = []
    if meeting and not fresh and surest:
        parts.append(f"Nothing of it is new since the {meeting.name} met on {plain_day(meeting.held_on)}.")
    elif meeting and len(fresh) < len(surest):
        known = plural(len(surest) - len(fresh), "change", "changes")
        parts.append(f"The {meeting.name} of {plain_day(meeting.held_on)} knew of {known} already.")
    if others := fresh[_MOST_CHANGES:]:
        changed = "as well" if len(others) > 1 else "too"
        parts.append(f"These changed {changed}: {_names(answer, others)}.")
    return " ".join(parts)


def _names(answer: OverviewAnswer, findings: Sequence[Finding]) -> str:
    return listing(lower_first(answer.measures[one.measure].short_title) for one in findings)


def _newest(loads: Sequence[Load], said: RoomsSay) -> tuple[Line, ...]:
    """What came, from every room and as loads, the newest first."""
    found = sorted([*said.new, *_load_lines(loads, said.since)], key=lambda one: one.on, reverse=True)
    return tuple(one.line for one in found[:_MOST_NEW])


def _load_lines(loads: Sequence[Load], since: date | None) -> Iterator[DatedLine]:
    """The newest loads one by one; to a member, who asks since a day, many of them in one line."""
    came = [one for one in loads if since is None or one.loaded_at.date() >= since]
    if since is not None and len(came) > _NEWEST_LOADS:
        newest = came[-1]
        words = f"{plural(len(came), 'load')} came, the newest of them {newest.name} on {day(newest.loaded_at)}."
        yield DatedLine(newest.loaded_at.date(), Line(words, Link("See the loads", "/loads/")))
    else:
        yield from (DatedLine(one.loaded_at.date(), _load_line(one)) for one in came[: -_NEWEST_LOADS - 1 : -1])


def _load_line(load: Load) -> Line:
    aside = f", {load.quarantined:,} set aside" if load.quarantined else ""
    sentence = f"{load.name} was loaded on {day(load.loaded_at)}: {plural(load.kept, 'row')} kept{aside}."
    return Line(sentence, Link(f"See load {load.number}", f"/loads/{load.number}/"))


def _owed_lines(owed: DutyAnswer | None) -> tuple[Line, ...]:
    if owed is None or not owed.calendar.owed_now:
        return ()
    return (Line(owed_sentence(owed), Link("See what each partner owes", "/calendar/"), "Overdue"),)


def _gaps(months_by_force: Mapping[str, tuple[date, ...]]) -> tuple[Line, ...]:
    return tuple(
        Line(
            f"{force}: {plural(len(missing_months(held)), 'month')} of crimes missing, {missing_words(held)}.",
            Link(f"See what is held for {force}", "/loads/#calendar"),
        )
        for force, held in months_by_force.items()
        if missing_months(held)
    )
