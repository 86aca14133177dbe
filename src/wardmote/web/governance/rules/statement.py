"""The compliance statement: each duty on one line, with what shows it, when, when again, and the gap in words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from wardmote.clocks.gaps import Gap, gaps_between
from wardmote.clocks.reading import Known, Reading, State, read_answer, read_clock
from wardmote.definitions.clocks import Clock, EachYear, Every, Within
from wardmote.definitions.duties import Duty, DutyPack, DutyVersion
from wardmote.web.core.wording import month_name, plain_day, plural

NO_GAP = "None"
STATE_WORDS: dict[State, str] = {
    "met": "Met",
    "due soon": "Due soon",
    "overdue": "Overdue",
    "no evidence": "No evidence",
    "nothing to do": "Nothing to do",
}


@dataclass(frozen=True)
class Proof:
    """Something that was done: for which duty and which thing, what, when, where it is read, and its own next date."""

    duty_id: str
    what: str
    known: Known
    subject: str = ""
    href: str = ""
    due: date | None = None


@dataclass(frozen=True)
class Ask:
    """Something that asks for an answer: when it came, when it was answered, and the date that it names itself."""

    what: str
    came: date
    answered: date | None = None
    due: date | None = None


@dataclass(frozen=True)
class Supplies:
    """How partners stand with what they owe under section 17A; `next_due` is when the newest period falls due."""

    sentence: str
    gap: str
    next_due: date | None
    is_known: bool


@dataclass(frozen=True)
class Line:
    """One line of the statement. `known` is when it was last done, and `due` when it falls due next."""

    duty: Duty
    version: DutyVersion
    subject: str
    state: State
    evidence: str
    known: Known | None
    due: date | None
    gap: str
    href: str = ""
    warning: str = ""

    @property
    def title(self) -> str:
        """The duty, and the thing that this line is about where each has its own."""
        return (
            f"{self.subject} ({self.duty.title[0].lower()}{self.duty.title[1:]})" if self.subject else self.duty.title
        )

    @property
    def is_gap(self) -> bool:
        """Whether the line tells a gap, open or closed."""
        return self.gap != NO_GAP


def statement(
    packs: Iterable[DutyPack],
    *,
    proofs: Sequence[Proof],
    asks: Mapping[str, Sequence[Ask]],
    supplies: Supplies,
    on: date,
) -> tuple[Line, ...]:
    """Every duty in force on a day, as it stands then. `asks` are what has to be answered, by the word of the duty."""
    lines: list[Line] = []
    for duty in (duty for pack in packs for duty in pack.duties):
        version = duty.at(on)
        if version is None:
            continue
        if duty.answers == "supplies":
            lines.append(_supply_line(duty, version, supplies))
        elif duty.answers:
            lines.append(_answer_line(duty, version, asks.get(duty.answers, ()), on=on))
        else:
            lines += _clock_lines(duty, version, [one for one in proofs if one.duty_id == duty.id], on=on)
    return tuple(lines)


def known_words(known: Known) -> str:
    """23 February 2026, or January 2025 where only the month is known."""
    return plain_day(known.first) if known.first == known.last else month_name(known.first)


def _clock_lines(duty: Duty, version: DutyVersion, proofs: Sequence[Proof], *, on: date) -> Iterator[Line]:
    subjects = sorted({proof.subject for proof in proofs}) if duty.each else [""]
    for subject in subjects or [""]:
        own = [proof for proof in proofs if not duty.each or proof.subject == subject]
        yield _clock_line(duty, version, subject, own, on=on)


def _clock_line(duty: Duty, version: DutyVersion, subject: str, proofs: Sequence[Proof], *, on: date) -> Line:
    past = sorted((proof for proof in proofs if proof.known.first <= on), key=lambda proof: proof.known)
    done = [proof.known for proof in past]
    reading = read_clock(version.clock, done, on=on)
    newest = past[-1] if past else None
    if newest and newest.due:
        # What names its own next date goes by that, and not by the usual span.
        state: State = "overdue" if on > newest.due else "met"
        reading = Reading(state, newest.known, newest.due, reading.warned if state == "met" else ())
        gaps: tuple[Gap, ...] = ()
    else:
        gaps = gaps_between(version.clock, done, on=on)
    return Line(
        duty=duty,
        version=version,
        subject=subject,
        state=reading.state,
        evidence=newest.what if newest else "Nothing is recorded",
        known=reading.last,
        due=reading.due,
        gap=_gap_words(duty, reading, gaps, version.clock, on=on),
        href=newest.href if newest else "",
        warning=_warning_words(reading, version.clock),
    )


def _warning_words(reading: Reading, clock: Clock) -> str:
    """10 months have gone by: the newest of the warnings that have come, while it can still be met."""
    if reading.state != "due soon" or not reading.warned:
        return ""
    gone = reading.warned[-1].words
    since = " of the year" if isinstance(clock, EachYear) else ""
    return f"{gone}{since} {'has' if gone.startswith('1 ') else 'have'} gone by"


def _gap_words(duty: Duty, reading: Reading, gaps: Sequence[Gap], clock: Clock, *, on: date) -> str:
    if reading.state == "no evidence":
        return f"Nothing is recorded that shows it. What would: {duty.shown_by}."
    if reading.state == "overdue" and reading.due:
        return f"It was due by {plain_day(reading.due)}, {plural((on - reading.due).days, 'day')} ago."
    if gaps and gaps[-1].after:
        return _closed_gap(gaps[-1], clock)
    return NO_GAP


def _closed_gap(gap: Gap, clock: Clock) -> str:
    assert gap.after is not None
    span = f"more than {clock.span.words}" if isinstance(clock, Every) else "at least one whole year without it"
    sure = "" if gap.before.first == gap.before.last else ", whichever day it was"
    return (
        f"{known_words(gap.before)} to {known_words(gap.after)} is {span}{sure}: "
        f"it was due by {plain_day(gap.due)}. Evidence of another one in between would close the gap."
    )


def _answer_line(duty: Duty, version: DutyVersion, asks: Sequence[Ask], *, on: date) -> Line:
    assert isinstance(version.clock, Within)
    read = [(ask, _reading(version.clock, ask, on=on)) for ask in asks if ask.came <= on]
    waiting = [(ask, reading) for ask, reading in read if ask.answered is None or ask.answered > on]
    late = [(ask, reading) for ask, reading in read if reading.state == "overdue"]
    soon = min((reading.due for _, reading in waiting if reading.due), default=None)
    return Line(
        duty=duty,
        version=version,
        subject="",
        state=_worst(read, waiting),
        evidence=_answers_words(read, waiting),
        known=max((reading.last for _, reading in read if reading.last), default=None),
        due=soon,
        gap=_late_words(late, on=on),
    )


def _reading(clock: Within, ask: Ask, *, on: date) -> Reading:
    reading = read_answer(clock, ask.came, ask.answered, on=on)
    if ask.due is None:
        return reading
    answered = ask.answered if ask.answered and ask.answered <= on else None
    is_late = (answered or on) > ask.due
    state: State = "overdue" if is_late else "met"
    return Reading(state, reading.last, ask.due)


def _worst(read: Sequence[tuple[Ask, Reading]], waiting: Sequence[tuple[Ask, Reading]]) -> State:
    if not read:
        return "nothing to do"
    states = {reading.state for _, reading in waiting}
    return next((state for state in ("overdue", "due soon") if state in states), "met")


def _answers_words(read: Sequence[tuple[Ask, Reading]], waiting: Sequence[tuple[Ask, Reading]]) -> str:
    if not read:
        return "None has come"
    in_time = sum(reading.state == "met" for ask, reading in read if (ask, reading) not in waiting)
    answered = len(read) - len(waiting)
    return f"{len(read)} came; {answered} answered, {in_time} of them in time; {len(waiting)} waiting"


def _late_words(late: Sequence[tuple[Ask, Reading]], *, on: date) -> str:
    if not late:
        return NO_GAP
    ask, reading = late[0]
    assert reading.due is not None
    others = f", and {plural(len(late) - 1, 'other')}" if len(late) > 1 else ""
    is_waiting = ask.answered is None or ask.answered > on
    when = "has not been answered" if is_waiting else f"was answered on {plain_day(ask.answered or on)}"
    return f"“{ask.what}” was due by {plain_day(reading.due)} and {when}{others}."


def _supply_line(duty: Duty, version: DutyVersion, supplies: Supplies) -> Line:
    state: State = "no evidence" if not supplies.is_known else "overdue" if supplies.gap != NO_GAP else "met"
    return Line(
        duty=duty,
        version=version,
        subject="",
        state=state,
        evidence=supplies.sentence,
        known=None,
        due=supplies.next_due,
        gap=supplies.gap,
    )
