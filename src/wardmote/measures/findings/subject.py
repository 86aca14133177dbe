"""What the findings of one measure stand on: its areas' monthly series, and the words for them."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from wardmote.definitions.measure import Measure
from wardmote.evidence.evidence import Evidence
from wardmote.measures.areas import areas_of
from wardmote.measures.breaks import Break, Interruption, breaks_in, interruptions_in
from wardmote.measures.counting import MonthlyCounts
from wardmote.measures.measuring import within
from wardmote.measures.periods import MONTHS_IN_YEAR, add_months, span_in_words
from wardmote.measures.provisional import NOTHING_PROVISIONAL, Provisional, provisional_months
from wardmote.measures.series import Area, AreaKind, FloatMatrix
from wardmote.measures.timing import historical_counts, measured_counts

HISTORY_MONTHS = 60


@dataclass(frozen=True)
class Subject:
    """A measure over `areas` (rows) and consecutive `months` (columns), up to the month that is being judged.

    `whole` is the denominator of a proportion, None for a count. `historical` are those counted apart because they were
    recorded so long after they happened, None where the measure does not ask. Months that are `provisional` are none of
    the months, or are missing in them. `unjudged` are later months that were asked for and have no figure.
    """

    evidence: Evidence
    measure: Measure
    areas: tuple[Area, ...]
    months: tuple[date, ...]
    counts: FloatMatrix
    whole: FloatMatrix | None
    breaks: tuple[Break, ...] = ()
    interruptions: tuple[Interruption, ...] = ()
    historical: FloatMatrix | None = None
    provisional: Provisional = NOTHING_PROVISIONAL
    unjudged: tuple[date, ...] = ()

    @property
    def all_months(self) -> tuple[date, ...]:
        """Every month that was asked for."""
        return (*self.months, *self.unjudged)

    @property
    def parting(self) -> dict[int, str]:
        """The position of the first month after each break in all that is counted, and what is to be said of it."""
        return {self.months.index(one.first_month): one.sentence for one in self.blocking}

    @property
    def set_aside(self) -> tuple[range, ...]:
        """The positions of the months of each interruption."""
        return tuple(
            range(self.months.index(one.first_month), self.months.index(one.last_month) + 1)
            for one in self.interruptions
        )

    def without(self, positions: range) -> str:
        """What is to be said of the months among these that are set aside; empty where there are none."""
        spans = [
            one.words
            for one, months in zip(self.interruptions, self.set_aside, strict=True)
            if set(months) & set(positions)
        ]
        listed = " and ".join([", ".join(spans[:-1]), spans[-1]] if len(spans) > 1 else spans)
        return f", with {listed} set aside" if spans else ""

    @property
    def blocking(self) -> tuple[Break, ...]:
        """The breaks in all that the measure counts, across which nothing is tested."""
        return tuple(one for one in self.breaks if one.is_of_all)

    @property
    def is_of_counts(self) -> bool:
        """Whether each figure counts things that happen, so that tests of counts (or of shares of them) are its own."""
        return self.measure.calculation not in {"total", "latest"}

    @property
    def later(self) -> range:
        """The positions of the last twelve months."""
        return range(max(len(self.months) - MONTHS_IN_YEAR, 0), len(self.months))

    @property
    def earlier(self) -> range:
        """The positions of the twelve months before those."""
        return range(max(self.later.start - MONTHS_IN_YEAR, 0), self.later.start)

    @property
    def has_two_years(self) -> bool:
        return len(self.later) == len(self.earlier) == MONTHS_IN_YEAR

    @property
    def later_words(self) -> str:
        return self.span(self.later)

    @property
    def earlier_words(self) -> str:
        return self.span(self.earlier)

    def span(self, positions: range) -> str:
        """Such as April 2024 to March 2025."""
        return (
            span_in_words(self.months[positions.start], self.months[positions.stop - 1]) if positions else "no months"
        )

    def name(self, i: int) -> str:
        """The measure and the place, as a sentence begins."""
        noun = self.measure.noun
        return f"{noun[0].upper()}{noun[1:]} in {self.areas[i].name}"


def subject_of(
    evidence: Evidence, measure: Measure, *, by: AreaKind, start: date | None = None, end: date | None = None
) -> Subject:
    """The monthly series of a measure by area, up to `end` (the last month loaded where None).

    At most five years are taken: they say how much the counts scatter and when the season is, and what is older says
    little of today. `start` takes fewer.
    """
    areas = areas_of(evidence, by)
    counted = within(measured_counts(evidence, measure, areas=areas), start=start, end=end)
    waiting = provisional_months(evidence, measure)
    unjudged: tuple[date, ...] = ()
    if counted.months:
        last = _last_settled(counted, waiting)
        unjudged = tuple(month for month in counted.months if month > last)
        counted = within(counted, start=add_months(last, 1 - HISTORY_MONTHS), end=last)
    months = counted.months
    if not months:
        return Subject(evidence, measure, areas, (), counted.counts, None, provisional=waiting)

    def same(found: MonthlyCounts | None) -> FloatMatrix | None:
        return None if found is None else within(found, start=months[0], end=months[-1]).counts

    has_whole = measure.denominator is not None
    is_part = np.isin(np.array(months), np.array(waiting.months))
    return Subject(
        evidence,
        measure,
        areas,
        months,
        np.where(is_part, np.nan, counted.counts),
        same(measured_counts(evidence, measure, areas=areas, part="denominator") if has_whole else None),
        breaks_in(evidence, measure, first=months[0], last=months[-1]),
        interruptions_in(evidence, measure, first=months[0], last=months[-1]),
        same(historical_counts(evidence, measure, areas=areas)),
        waiting,
        unjudged,
    )


def _last_settled(counted: MonthlyCounts, waiting: Provisional) -> date:
    """The last month that has a figure and is not provisional; the month before the first where there is none."""
    has_figure = (
        ~np.isnan(counted.counts).all(axis=0) if len(counted.areas) else np.ones(len(counted.months), dtype=bool)
    )
    is_waiting = np.isin(np.array(counted.months), np.array(waiting.months))
    seen = np.flatnonzero(has_figure & ~is_waiting)
    if seen.size:
        return counted.months[int(seen[-1])]
    return add_months(counted.months[0], -1) if is_waiting.any() else counted.months[-1]
