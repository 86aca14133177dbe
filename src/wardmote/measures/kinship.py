"""Which measures count the same records: one may then be taken from another, and what is left may be small.

A filter lies within another where whatever it chooses the other chooses too, by what the two say and not by what is
loaded: of the same rows, with at least its flags, in its places or in all of them, dated by the same day.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from wardmote.definitions.catalogue import all_measures, versions_of
from wardmote.definitions.measure import Filter, Measure
from wardmote.measures.timing import Part


@dataclass(frozen=True)
class Counted:
    """A count that a measure shows: its own, or of a share the base. `filters` are those of all its versions in time."""

    measure: Measure
    part: Part
    filters: tuple[Filter, ...]

    def lies_within(self, other: "Counted") -> bool:
        """Whether it counts nothing, in any month, that the other does not count."""
        return all(lies_within(one, of_other) for one in self.filters for of_other in other.filters)


def lies_within(one: Filter, other: Filter) -> bool:
    """Whether all that one filter chooses the other chooses too.

    >>> knives = Filter(table="events", where={"source": ("police",)}, flags=("knife",))
    >>> everything = Filter(table="events", where={"source": ("police",)})
    >>> lies_within(knives, everything), lies_within(everything, knives)
    (True, False)
    """
    return (
        (one.table, one.unit, one.dated_by, one.is_historical) == (other.table, other.unit, other.dated_by, False)
        and all(set(one.where.get(field, {None})) <= set(values) for field, values in other.where.items())
        and set(other.flags) <= set(one.flags)
        and set(other.answered) <= {*one.answered, *one.flags}
        and other.within in {None, one.within}
        and other.historical_after_months in {None, one.historical_after_months}
    )


def counted_by(measure: Measure) -> tuple[Counted, ...]:
    """The counts that a measure shows."""
    versions = (measure, *measure.predecessors)
    found = [Counted(measure, "numerator", tuple(one.numerator for one in versions))]
    if measure.denominator is not None:
        found.append(Counted(measure, "denominator", tuple(one.denominator or one.numerator for one in versions)))
    return tuple(found)


def is_added_up(measure: Measure) -> bool:
    """Whether its figures are sums of months and areas, so that one may be taken from another."""
    return measure.calculation in {"count", "proportion", "severity"} and not (measure.people or measure.follow_up)


def is_of_records(measure: Measure) -> bool:
    """Whether it tells how many records answer a flag: what is left of it is about recording, and about no person."""
    return bool(measure.numerator.answered)


@dataclass(frozen=True)
class Pair:
    """Two counts of different measures (or versions) of which `part` lies within `whole`."""

    part: Counted
    whole: Counted


def pairs_with(measure: Measure, others: Sequence[Measure]) -> Iterator[Pair]:
    """Every pair of a count of the measure and one of the others of which either lies within the other."""
    for own in counted_by(measure):
        for other in others:
            for theirs in counted_by(other):
                if own.lies_within(theirs):
                    yield Pair(own, theirs)
                elif theirs.lies_within(own):
                    yield Pair(theirs, own)


def planned_before(measure: Measure) -> tuple[Measure, ...]:
    """The measures and versions of the catalogue whose figures are planned before this one's and that share its records.

    What is shown unasked is planned before what is asked for by the number of its version, and of those what counts more
    before its parts: the headline figures stay, and the others give way.
    """
    if is_of_records(measure):
        return ()
    known = planned_measures()
    place = known.index(measure) if measure in known else len(known)
    return tuple(one for one in known[:place] if next(pairs_with(measure, (one,)), None))


@cache
def planned_measures() -> tuple[Measure, ...]:
    """Every suppressed measure that is added up, in each of its versions, in the order in which they are planned."""
    unasked = all_measures()
    asked = [one for measure in unasked for one in _forms(measure)]
    held = [one for one in asked if one.release == "suppressed" and is_added_up(one) and not is_of_records(one)]
    counts = [count for one in held for count in counted_by(one)]

    def place(measure: Measure) -> tuple[bool, int, str, int]:
        widest = counted_by(measure)[-1]
        wider = sum(widest.lies_within(other) and not other.lies_within(widest) for other in counts)
        return measure not in unasked, wider, measure.id, -measure.version

    return tuple(sorted(held, key=place))


def _forms(measure: Measure) -> tuple[Measure, ...]:
    """A measure as it is shown unasked, and each version that can be asked for."""
    return (measure, *(one for one in versions_of(measure.id) if one != measure))
