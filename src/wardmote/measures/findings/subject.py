"""What the findings of one measure stand on: its areas' monthly series, and the words for them."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from wardmote.definitions.measure import Measure
from wardmote.evidence.evidence import Evidence
from wardmote.measures.areas import areas_of
from wardmote.measures.counting import monthly_counts
from wardmote.measures.findings.breaks import Break, breaks_in
from wardmote.measures.measuring import within
from wardmote.measures.periods import MONTHS_IN_YEAR, add_months, span_in_words
from wardmote.measures.series import Area, AreaKind, FloatMatrix

HISTORY_MONTHS = 60


@dataclass(frozen=True)
class Subject:
    """A measure over `areas` (rows) and consecutive `months` (columns), up to the month that is being judged.

    `whole` is the denominator of a proportion, None for a count.
    """

    evidence: Evidence
    measure: Measure
    areas: tuple[Area, ...]
    months: tuple[date, ...]
    counts: FloatMatrix
    whole: FloatMatrix | None
    breaks: tuple[Break, ...] = ()

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
    counted = within(monthly_counts(evidence, measure.numerator, areas=areas), start=start, end=end)
    if counted.months:
        last = _last_with_a_figure(counted.months, counted.counts)
        counted = within(counted, start=add_months(last, 1 - HISTORY_MONTHS), end=last)
    whole = None
    if measure.denominator is not None and counted.months:
        whole = within(
            monthly_counts(evidence, measure.denominator, areas=areas), start=counted.months[0], end=counted.months[-1]
        ).counts
    breaks = breaks_in(evidence, measure, first=counted.months[0], last=counted.months[-1]) if counted.months else ()
    return Subject(evidence, measure, areas, counted.months, counted.counts, whole, breaks)


def _last_with_a_figure(months: tuple[date, ...], counts: FloatMatrix) -> date:
    seen = np.flatnonzero(~np.isnan(counts).all(axis=0))
    return months[int(seen[-1])] if seen.size else months[-1]
