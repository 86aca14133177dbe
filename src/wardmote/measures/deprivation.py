"""The partnership's small areas in tenths, from those with the most deprived residents to those with the least."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from wardmote.definitions.measure import Measure
from wardmote.errors import NotAvailable
from wardmote.evidence.evidence import Evidence
from wardmote.measures.areas import areas_of
from wardmote.measures.bases import people_of
from wardmote.measures.measuring import within
from wardmote.measures.periods import MONTHS_IN_YEAR, add_months, windows
from wardmote.measures.series import Area, Period, Series
from wardmote.measures.severity import per_words
from wardmote.measures.timing import measured_counts
from wardmote.statistics.inequality import Inequality, inequality_of_rates
from wardmote.statistics.intervals import rate_interval

TENTHS, FIFTHS = 10, 5
_FEWEST_FOR_TENTHS = 40


@dataclass(frozen=True)
class Harmed:
    """One measure by groups of residents, the most deprived first: what happened where they live, and how many they are.

    `per` is what the rates of `inequality` are for each of, and `index` the edition that ranked the areas.
    """

    measure: Measure
    period: Period
    events: npt.NDArray[np.float64]
    people: npt.NDArray[np.float64]
    inequality: Inequality
    per: int
    index: str
    load: int

    @property
    def series(self) -> Series:
        """The rate of each group, as it was counted."""
        found = rate_interval(self.events, self.people, per=self.per)
        columns = [matrix[:, None] for matrix in (self.events, self.people, found.value, found.lower, found.upper)]
        count, base, value, lower, upper = columns
        names = group_names(len(self.events))
        return Series(
            measure=self.measure,
            unit=per_words(self.measure, per=self.per),
            areas=tuple(Area("lsoa", f"deprivation-{k}", name) for k, name in enumerate(names, start=1)),
            periods=(self.period,),
            count=count,
            base=base,
            value=value,
            lower=lower,
            upper=upper,
            status=np.where(np.isnan(value), "no base", "ok"),
            load=self.load,
        )

    @property
    def groups(self) -> str:
        """What the groups are called: tenths or fifths."""
        return "tenths" if len(self.events) == TENTHS else "fifths"

    @property
    def ranking(self) -> str:
        """How the groups were made, as a sentence."""
        year = self.index[-4:]
        edition = f" of {year}" if year.isdigit() else ""
        return f"Small areas are put in {self.groups} of residents by their rank in the index of deprivation{edition}."


def harmed_by_deprivation(evidence: Evidence, measure: Measure, *, end: date) -> Harmed:
    """The twelve months to `end` by tenths of residents (fifths where there are few small areas).

    Raises NotAvailable where the deprivation or the residents are not loaded, and for what is not a count of events.
    """
    if measure.calculation != "count" or measure.base != "residents":
        raise NotAvailable(
            "is not a rate of residents", where=measure.title, do="choose a count of crimes or incidents"
        )
    rank_of, index = evidence.remember(("deprivation ranks",), lambda: _ranks(evidence))
    areas = areas_of(evidence, "lsoa")
    counted = within(
        measured_counts(evidence, measure, areas=areas), start=add_months(end, 1 - MONTHS_IN_YEAR), end=end
    )
    period = next((window.period for window in windows("rolling-12", counted.months)), None)
    people = people_of(evidence, areas=areas, periods=[period] if period else [], basis=measure.base)
    if period is None or np.isnan(counted.counts).any() or not (people > 0).any():
        raise NotAvailable("a whole year of figures for small areas, with their residents", where=measure.title)
    ranks = np.array([rank_of.get(area.code, np.nan) for area in areas])
    events = counted.counts.sum(axis=1)
    people = people[:, 0]
    is_known = ~np.isnan(ranks) & (people > 0)
    groups = _groups(ranks[is_known], people[is_known])
    sums = (np.bincount(groups, weights=values[is_known], minlength=groups.max() + 1) for values in (events, people))
    events_in, people_in = sums
    return Harmed(
        measure=measure,
        period=period,
        events=events_in,
        people=people_in,
        inequality=inequality_of_rates(events_in, people_in, per=measure.rate_per),
        per=measure.rate_per,
        index=index,
        load=evidence.number,
    )


def group_names(groups: int) -> tuple[str, ...]:
    """Such as: most deprived tenth, second, ... least deprived tenth."""
    share = "tenth" if groups == TENTHS else "fifth"
    middle = tuple(f"{_ORDINALS[k]} {share}" for k in range(1, groups - 1))
    return (f"Most deprived {share}", *middle, f"Least deprived {share}")


_ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")


def _groups(ranks: npt.NDArray[np.float64], people: npt.NDArray[np.float64]) -> npt.NDArray[np.intp]:
    """The group of each small area, such that each group has about as many residents; 0 the most deprived."""
    if not ranks.size:
        raise NotAvailable("deprivation of the partnership’s small areas", do="load the Indices of Deprivation")
    groups = TENTHS if ranks.size >= _FEWEST_FOR_TENTHS else FIFTHS
    order = np.argsort(ranks, kind="stable")
    middle = np.empty_like(people)
    middle[order] = np.cumsum(people[order]) - people[order] / 2
    return np.asarray(np.minimum(middle / people.sum() * groups, groups - 1).astype(np.intp))


def _ranks(evidence: Evidence) -> tuple[dict[str, float], str]:
    """The rank of each unit in the newest index that ranks any of the partnership's, and that index."""
    _ = evidence.geography
    rows = evidence.snapshot.rows(
        """
        SELECT edition, units.unit, min(rank), right(edition, 4) AS year FROM deprivation
        JOIN places ON places.lsoa_code = deprivation.code JOIN units ON units.unit = places.unit
        WHERE domain = 'overall' AND is_member AND rank IS NOT NULL GROUP BY ALL
        ORDER BY year DESC, edition
        """
    )
    if not rows:
        raise NotAvailable(
            "deprivation of the partnership’s small areas",
            do="load the Indices of Deprivation (MHCLG, Welsh Government)",
        )
    newest = str(rows[0][0])
    return {str(unit): float(str(rank)) for edition, unit, rank, _year in rows if edition == newest}, newest
