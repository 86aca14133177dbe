"""How different were the months of a lockdown, which every other finding sets aside?"""

from collections.abc import Iterator

from wardmote.measures.breaks import Interruption as Entry
from wardmote.measures.findings import words
from wardmote.measures.findings.control import charted_from
from wardmote.measures.findings.draft import Draft
from wardmote.measures.findings.subject import Subject
from wardmote.statistics.breaks import interruptions_clear_of
from wardmote.statistics.interrupted import Interruption


def draft_interruptions(subject: Subject) -> Iterator[Draft]:
    """One draft an area and interruption among the months that are charted; none for a proportion."""
    if subject.whole is not None or not subject.is_of_counts:
        return
    for entry, months in zip(subject.interruptions, subject.set_aside, strict=True):
        if months.start >= charted_from(subject):
            found = interruptions_clear_of(
                subject.counts, months=months, breaks=subject.parting, interruptions=subject.set_aside
            )
            yield from (_draft(subject, i, entry, one) for i, one in enumerate(found))


def _draft(subject: Subject, i: int, entry: Entry, found: Interruption) -> Draft:
    def say(*, is_distinguishable: bool | None) -> str:
        if found.ratio is None:
            return f"{subject.name(i)}: it cannot be told how different {entry.words} was, for {found.reason}."
        spread = words.interval(found.lower, found.upper)
        verdict = words.verdict(is_distinguishable=is_distinguishable, p=found.p)
        return (
            f"{subject.name(i)} numbered {words.number(found.seen)} in {entry.words}, {words.against(found.ratio)} the"
            f" trend and the season of the other months lead to expect{spread}: {verdict}."
        )

    shows = (found.seen,)
    return Draft(
        subject,
        i,
        "interruption",
        found.ratio,
        found.lower,
        found.upper,
        found.p,
        None,
        say,
        found.method,
        entry.words,
        shows=shows,
    )
