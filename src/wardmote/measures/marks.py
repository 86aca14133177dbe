"""What changed on the way of a series, for whoever draws it or writes it down."""

from collections.abc import Collection
from datetime import date

from wardmote.definitions.measure import Measure
from wardmote.evidence.evidence import Evidence
from wardmote.measures.breaks import Break, Interruption, breaks_in, interruptions_in, lowered
from wardmote.measures.series import Mark


def marks_of(evidence: Evidence, measure: Measure, *, months: Collection[date]) -> tuple[Mark, ...]:
    """The breaks and interruptions within these months, oldest first."""
    if not months:
        return ()
    first, last = min(months), max(months)
    found = [_of_break(one) for one in breaks_in(evidence, measure, first=first, last=last)]
    found += [_of_interruption(one) for one in interruptions_in(evidence, measure, first=first, last=last)]
    return tuple(sorted(found, key=lambda mark: (mark.first, mark.words)))


def _of_break(one: Break) -> Mark:
    part = "" if one.is_of_all else " in a part of what is counted"
    return Mark("break", one.first_month, None, f"{one.kind} changed{part} ({lowered(one.reason)})")


def _of_interruption(one: Interruption) -> Mark:
    return Mark("interruption", one.first_month, one.last_month, f"set aside ({lowered(one.reason)})")
