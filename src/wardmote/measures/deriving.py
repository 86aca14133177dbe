"""Deriving: after a load, what measures are counted from is worked out once, so that nobody waits for it later."""

from collections.abc import Iterator

from wardmote.definitions.catalogue import all_measures
from wardmote.definitions.measure import Filter
from wardmote.evidence.evidence import Evidence
from wardmote.evidence.progress import Progress
from wardmote.measures.making_cubes import cube


def derive_counts(evidence: Evidence, *, progress: Progress) -> None:
    """Count the rows of every table that the catalogue's measures choose from, and keep the counts on disk.

    Nothing is counted before it is known which areas are the partnership's.
    """
    if not evidence.number or not evidence.geography.membership.is_resolved:
        return
    wanted = {(what.table, what.unit, what.within): what for what in _filters() if evidence.snapshot.holds(what.table)}
    progress.start("", steps=len(wanted))
    for what in wanted.values():
        cube(evidence, what)
        progress.advance(what.table)


def _filters() -> Iterator[Filter]:
    for measure in all_measures():
        for version in (*measure.predecessors, measure):
            yield from (part for part in (version.numerator, version.denominator) if part is not None)
