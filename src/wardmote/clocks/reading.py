"""What a clock shows on a day: when the duty was last met, when it falls due, and how near that is."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from wardmote.clocks.spans import day_after
from wardmote.definitions.clocks import Clock, EachYear, Every, Span, Standing, Within

State = Literal["met", "due soon", "overdue", "no evidence", "nothing to do"]


@dataclass(frozen=True, order=True)
class Known:
    """A day, or a month of which nobody wrote down the day: `first` and `last` are the days that it may have been."""

    first: date
    last: date

    @classmethod
    def on(cls, day: date, *, is_month_only: bool = False) -> "Known":
        """The day itself, or the whole month that it lies in."""
        if not is_month_only:
            return cls(day, day)
        return cls(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))


@dataclass(frozen=True)
class Reading:
    """`due` is the last day on which it is in time. `warned` are the warnings that have come, `of` so many in all."""

    state: State
    last: Known | None = None
    due: date | None = None
    warned: tuple[Span, ...] = ()

    @property
    def is_gap(self) -> bool:
        """Whether the duty is not met on the day that the clock was read."""
        return self.state in {"overdue", "no evidence"}


def read_clock(clock: Clock, done: Sequence[Known], *, on: date) -> Reading:
    """What a clock shows at the end of the day `on`, after what was `done` by then; later proofs are left out.

    A month without a day is read in the partnership's favour, as its last day. `Within` runs for each thing that asks
    for an answer: see `read_answer`.
    """
    past = sorted(one for one in done if one.first <= on)
    last = past[-1] if past else None
    match clock:
        case Standing():
            return Reading("met", last) if last else Reading("no evidence")
        case Every():
            return _again(clock, last, on=on)
        case EachYear():
            return _this_year(clock, past, on=on)
        case Within():
            return Reading("nothing to do", last)


def read_answer(clock: Within, came: date, answered: date | None, *, on: date) -> Reading:
    """How the answer stands to what `came`: late answers stay overdue, whenever they are read."""
    due = day_after(came, clock.span)
    if answered is not None and answered <= on:
        return Reading("met" if answered <= due else "overdue", Known.on(answered), due)
    return _running(came, due, clock.warn, None, on=on)


def _again(clock: Every, last: Known | None, *, on: date) -> Reading:
    if last is None:
        return Reading("no evidence")
    return _running(last.last, day_after(last.last, clock.span), clock.warn, last, on=on)


def _this_year(clock: EachYear, past: Sequence[Known], *, on: date) -> Reading:
    """After a year in which it was done, it falls due by the end of the next."""
    if not past:
        return Reading("no evidence")
    starts = _years_later(year_of(past[-1].last, clock), 1)
    return _running(starts, _years_later(starts, 1) - timedelta(days=1), clock.warn, past[-1], on=on)


def _running(starts: date, due: date, warn: tuple[Span, ...], last: Known | None, *, on: date) -> Reading:
    warned = tuple(span for span in warn if day_after(starts, span) <= on)
    if on > due:
        return Reading("overdue", last, due, warned)
    return Reading("due soon" if warned else "met", last, due, warned)


def year_of(day: date, clock: EachYear) -> date:
    """The first day of the clock's year that a day lies in."""
    begins = date(day.year, clock.begins_month, 1)
    return begins if begins <= day else _years_later(begins, -1)


def _years_later(begins: date, years: int) -> date:
    return begins.replace(year=begins.year + years)
