"""Who is harmed: is it more common where the most deprived live?"""

from collections.abc import Iterator
from dataclasses import replace

from wardmote.errors import NotAvailable
from wardmote.measures.bases import caveats_of_years
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
        if found.ratio is None or found.gap is None:
            return f"{subject.name(0)}: it cannot be told who is harmed more, for {found.reason}."
        per = f"per {harmed.per:,} residents"
        verdict = words.verdict(is_distinguishable=is_distinguishable, p=found.p)
        return (
            f"{subject.name(0)} were {found.ratio:.1f} times as common, for each resident, where the most deprived live as"
            f" where the least deprived do in {subject.later_words} (95% interval: {found.ratio_lower:.1f} to"
            f" {found.ratio_upper:.1f}), a gap of {words.rate(found.gap)} {per} ({words.rate(found.gap_lower)} to {words.rate(found.gap_upper)}):"
            f" {verdict}."
        )

    numbers = (found.ratio, found.ratio_lower, found.ratio_upper, found.p)
    draft = Draft(subject, 0, "inequality", *numbers, None, say, found.method, subject.later_words)
    return replace(
        draft,
        caveats=(*CAVEATS, harmed.ranking, *caveats_of_years(subject.evidence, harmed.period)),
        shows=tuple(float(n) for n in harmed.events),
    )
