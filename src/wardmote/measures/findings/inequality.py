"""Who is harmed: is it more common where the most deprived live?"""

from collections.abc import Iterator
from dataclasses import replace

from wardmote.errors import NotAvailable
from wardmote.measures.cubes import TABLES
from wardmote.measures.deprivation import Harmed, harmed_by_deprivation
from wardmote.measures.findings import words
from wardmote.measures.findings.draft import Draft
from wardmote.measures.findings.subject import Subject
from wardmote.measures.periods import MONTHS_IN_YEAR

CAVEATS = (
    "Counted where it happened and set against who lives there: many who are harmed in a town centre live elsewhere.",
    "The index of deprivation holds recorded crime itself as one of its parts.",
)


def draft_inequalities(subject: Subject) -> Iterator[Draft]:
    """One draft for the whole partnership; none where deprivation or residents are not loaded, or nothing has a place."""
    measure = subject.measure
    is_placed = "unit" in TABLES[measure.numerator.table].placed_by and measure.numerator.table != "tallies"
    if (
        subject.areas[0].kind != "partnership"
        or measure.calculation != "count"
        or not is_placed
        or len(subject.later) < MONTHS_IN_YEAR
    ):
        return
    try:
        harmed = harmed_by_deprivation(subject.evidence, measure, end=subject.months[-1])
    except NotAvailable:
        return
    if harmed.events.sum():
        yield _draft(subject, harmed)


def _draft(subject: Subject, harmed: Harmed) -> Draft:
    found = harmed.inequality

    def say(*, is_distinguishable: bool | None) -> str:
        where = "where the most deprived live"
        if found.ratio is None or found.gap is None:
            return f"{subject.name(0)}: it cannot be told whether there is more {where}, for {found.reason}."
        gap = (
            f"a gap of {abs(found.gap):,.1f} per {harmed.per:,} residents"
            f" (slope index {found.gap:,.1f}, 95% interval {found.gap_lower:,.1f} to {found.gap_upper:,.1f})"
        )
        verdict = words.verdict(is_distinguishable=is_distinguishable, p=found.p)
        return (
            f"{subject.name(0)}, for each resident, were {words.against(found.ratio)} {where} in"
            f" {subject.later_words}, where the least deprived do{words.interval(found.ratio_lower, found.ratio_upper)}, {gap}:"
            f" {verdict}."
        )

    numbers = (found.ratio, found.ratio_lower, found.ratio_upper, found.p)
    draft = Draft(subject, 0, "inequality", *numbers, None, say, found.method, subject.later_words)
    index = f"Small areas are ranked by the index of deprivation {harmed.index}."
    return replace(draft, caveats=(*CAVEATS, index), shows=tuple(float(n) for n in harmed.events))
