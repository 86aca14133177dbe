"""Where does the partnership stand among the areas that somebody named as like it?"""

from collections.abc import Iterator
from dataclasses import replace

from wardmote.errors import NotAvailable
from wardmote.measures.bases import caveats_of_years
from wardmote.measures.comparators import Compared, compared, comparisons_of
from wardmote.measures.findings.draft import Draft
from wardmote.measures.findings.subject import Subject


def draft_ranks(subject: Subject) -> Iterator[Draft]:
    """One draft a comparison, for the whole partnership; none where nobody named areas or they have no figures."""
    if subject.areas[0].kind != "partnership" or subject.measure.calculation != "count":
        return
    for named in comparisons_of(subject.evidence):
        try:
            yield _draft(subject, compared(subject.evidence, subject.measure, named, end=subject.months[-1]))
        except NotAvailable:
            continue


def _draft(subject: Subject, found: Compared) -> Draft:
    rank, lower, upper = (int(numbers[0]) for numbers in (found.ranks.rank, found.ranks.lower, found.ranks.upper))
    areas, per = found.ranks.areas, subject.measure.rate_per
    middle = (areas + 1) / 2
    is_clear = not lower <= middle <= upper

    def say(*, is_distinguishable: bool | None) -> str:
        spread = f"between {ordinal(lower)} and {ordinal(upper)}" if lower < upper else ordinal(lower)
        reach = f"{spread} of {areas}, {'even ' if lower == upper else ''}allowing for chance"
        verdict = "clearly above the middle" if rank < middle else "clearly below the middle"
        rate = found.events[0] / found.people[0] * per
        return (
            f"{subject.name(0)} ranked {'' if rank == 1 else ordinal(rank) + ' '}highest for each resident in {found.named.comparison}"
            f" ({reach}), {rate:,.1f} per {per:,} residents in {subject.later_words}:"
            f" {verdict if is_distinguishable else 'chance could put it on either side of the middle'}."
        )

    draft = Draft(
        subject,
        0,
        "rank",
        float(rank),
        float(lower),
        float(upper),
        None,
        is_clear,
        say,
        found.ranks.method,
        subject.later_words,
    )
    named = (
        f"{found.named.comparison}: named by {found.named.named_by}, {found.named.as_of.day} {found.named.as_of:%B %Y}."
    )
    gaps = f"No figures are loaded for {', '.join(found.without)}." if found.without else ""
    years = caveats_of_years(subject.evidence, found.period)
    return replace(draft, caveats=(*(text for text in (named, gaps) if text), *years), shows=(float(found.events[0]),))


def ordinal(number: int) -> str:
    """Such as 1st, 12th or 23rd."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
