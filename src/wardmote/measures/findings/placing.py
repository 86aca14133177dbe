"""Did the share of records with no place change? Then counts by area moved for no reason on the ground."""

import numpy as np

from wardmote.measures.cubes import TABLES
from wardmote.measures.findings.subject import Subject
from wardmote.measures.making_cubes import cube

# A point in a hundred is the size of the smaller changes that a partnership reports.
WORTH_SAYING = 0.01


def caveat_of_places(subject: Subject) -> tuple[str, ...]:
    """A caveat where the home force's share of records without a place differs between the two years compared."""
    is_of_force = TABLES[subject.measure.numerator.table].is_by_force
    if not subject.has_two_years or subject.areas[0].kind == "force" or not is_of_force:
        return ()
    before, after = (_remembered_share(subject, positions) for positions in (subject.earlier, subject.later))
    if before is None or after is None or abs(after - before) < WORTH_SAYING:
        return ()
    course = "raise" if after < before else "lower"
    return (
        (
            f"{before:.1%} of the force’s records had no place in {subject.earlier_words} and {after:.1%} in"
            f" {subject.later_words}; that alone would {course} the counts of areas."
        ),
    )


def _remembered_share(subject: Subject, positions: range) -> float | None:
    what = subject.measure.numerator
    question = ("placing", what.table, what.unit, subject.months[positions[0]], subject.months[positions[-1]])
    return subject.evidence.remember(question, lambda: _share_without_place(subject, positions))


def _share_without_place(subject: Subject, positions: range) -> float | None:
    counted = cube(subject.evidence, subject.measure.numerator)
    months = {subject.months[j] for j in positions}
    is_then = np.array([month in months for month in counted.months], dtype=bool)[counted.month]
    total = counted.n[is_then].sum()
    without = counted.n[is_then & (counted.place["unit"].codes < 0)].sum()
    return float(without / total) if total else None
