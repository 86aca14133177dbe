"""Changes in recording, definition, boundary or system: what a test may not be made across."""

from dataclasses import dataclass
from datetime import date

from wardmote.definitions.measure import Measure
from wardmote.evidence.evidence import Evidence

_CATEGORY_FIELDS = ("crime_type", "category")
_POLICE_UK = "police-uk"


@dataclass(frozen=True)
class Break:
    """From `first_month` on, the series is not the same series; `reason` says what changed.

    One that touches only a part of what a measure counts is a caveat and does not block its tests.
    """

    first_month: date
    kind: str
    reason: str
    is_of_all: bool

    @property
    def sentence(self) -> str:
        """Such as: recording changed in October 2023 (the reason)."""
        reason = self.reason.rstrip(".")
        return f"the {self.kind} changed in {self.first_month:%B %Y} ({reason[0].lower()}{reason[1:]})"


def breaks_in(evidence: Evidence, measure: Measure, *, first: date, last: date) -> tuple[Break, ...]:
    """The registered breaks in what a measure counts, after the month `first` and up to `last`, oldest first."""
    rows = evidence.snapshot.rows(
        "SELECT source, category, flag, first_month, kind, reason FROM breaks"
        " WHERE kind <> 'lockdown' AND first_month > ? AND first_month <= ? ORDER BY first_month, reason",
        [first, last],
    )
    found = []
    for source, category, flag, first_month, kind, reason in rows:
        touches = _touches(measure, source=source, category=category, flag=flag)
        if touches is not None:
            found.append(Break(date.fromisoformat(str(first_month)), str(kind), str(reason), is_of_all=touches))
    return tuple(found)


def _touches(measure: Measure, *, source: object, category: object, flag: object) -> bool | None:
    """Whether a break is in all that a measure counts; None where it is in none of it."""
    what = measure.numerator
    sources = what.where.get("source", (_POLICE_UK,))
    if source not in sources or (flag and flag not in (*what.flags, *what.answered)):
        return None
    chosen = next((what.where[field] for field in _CATEGORY_FIELDS if field in what.where), None)
    if not category or chosen == (category,):
        return True
    return None if chosen is not None and category not in chosen else False
