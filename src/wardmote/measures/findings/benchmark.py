"""Is it more common here than in the rest of the force, for each thousand residents?"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from wardmote.measures.areas import PARTNERSHIP_CODE
from wardmote.measures.bases import residents
from wardmote.measures.counting import home_force_counts
from wardmote.measures.cubes import TABLES
from wardmote.measures.findings import words
from wardmote.measures.findings.draft import Draft
from wardmote.measures.findings.subject import Subject
from wardmote.measures.measuring import RATE_PER, within
from wardmote.measures.series import Area, Period
from wardmote.statistics.arrays import FloatArray
from wardmote.statistics.benchmark import Benchmark, compare_all_rates


def draft_benchmarks(subject: Subject) -> Iterator[Draft]:
    """One draft an area of the partnership: its rate against the rest of the home force's area, over the last year.

    None where the force's residents are not known, for a proportion, for a partner's own extract (which holds nothing of
    the rest), or where the area is no part of the force.
    """
    is_of_force = TABLES[subject.measure.numerator.table].sender == "force"
    if not is_of_force or subject.whole is not None or not subject.months or subject.areas[0].kind == "force":
        return
    year = Period("year", subject.months[subject.later.start], subject.months[-1], "")
    force_base = _force_residents(subject, year)
    if np.isnan(force_base):
        return
    area_bases = residents(subject.evidence, areas=subject.areas, periods=[year])[:, 0]
    whole = within(
        home_force_counts(subject.evidence, subject.measure.numerator),
        start=subject.months[subject.later.start],
        end=subject.months[-1],
    )
    mine = subject.counts[:, subject.later]
    rest_bases = force_base - area_bases
    known = [i for i in range(len(subject.areas)) if rest_bases[i] > 0]
    results = compare_all_rates(
        mine[known], whole.counts - mine[known], group_base=area_bases[known], rest_base=rest_bases[known]
    )
    for i, result in zip(known, results, strict=True):
        yield _draft(subject, i, result, _rates(mine[i], whole.counts[0] - mine[i], area_bases[i], rest_bases[i]))


def _force_residents(subject: Subject, year: Period) -> float:
    forces = subject.evidence.geography.home_forces
    areas = tuple(Area("force", force, force) for force in forces)
    return float(residents(subject.evidence, areas=areas, periods=[year]).sum()) if areas else np.nan


def _rates(mine: FloatArray, rest: FloatArray, base: float, rest_base: float) -> tuple[float, float]:
    """Both rates per 1,000 residents over the months that both have."""
    shared = ~np.isnan(mine) & ~np.isnan(rest)
    return float(mine[shared].sum() / base * RATE_PER), float(rest[shared].sum() / rest_base * RATE_PER)


def _draft(subject: Subject, i: int, result: Benchmark, rates: tuple[float, float]) -> Draft:
    place = "the rest of the force" if subject.areas[i].code == PARTNERSHIP_CODE else "the rest of the force’s area"

    def say(*, is_distinguishable: bool | None) -> str:
        if result.ratio is None:
            return f"{subject.name(i)}: it cannot be told how they compare with {place}, for {result.reason}."
        figures = f"{rates[0]:,.1f} against {rates[1]:,.1f} per {RATE_PER:,} residents in {subject.later_words}"
        verdict = words.verdict(is_distinguishable=is_distinguishable, p=result.p)
        return (
            f"{subject.name(i)}, for each resident, were {words.against(result.ratio)} in {place}, {figures}"
            f"{words.interval(result.lower, result.upper)}: {verdict}."
        )

    periods = f"{subject.later_words}, against {place}"
    draft = Draft(
        subject, i, "benchmark", result.ratio, result.lower, result.upper, result.p, None, say, result.method, periods
    )
    # A rate and the residents it stands on tell the count.
    return replace(draft, shows=(float(np.nansum(subject.counts[i, subject.later])),))
