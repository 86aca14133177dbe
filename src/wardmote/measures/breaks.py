"""The register of breaks: changes that no test is made across, and months in which something else was going on.

It holds the partnership's own entries, those that the cards of its sources know of, the versions of a measure's
definition, and the lockdowns of the catalogue.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from wardmote.definitions.lockdowns import all_lockdowns
from wardmote.definitions.measure import Measure
from wardmote.evidence.evidence import Evidence
from wardmote.measures.periods import add_months, span_in_words

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
        """Such as: the recording changed in October 2023 (the reason)."""
        return f"the {self.kind} changed in {self.first_month:%B %Y} ({lowered(self.reason)})"


@dataclass(frozen=True)
class Interruption:
    """Months, such as those of a lockdown, that are set aside: nothing is tested with them."""

    first_month: date
    last_month: date
    reason: str

    @property
    def words(self) -> str:
        """Such as: March 2020 to June 2020 (the first national lockdown)."""
        return f"{span_in_words(self.first_month, self.last_month)} ({lowered(self.reason)})"


def breaks_in(evidence: Evidence, measure: Measure, *, first: date, last: date) -> tuple[Break, ...]:
    """The registered breaks in what a measure counts, after the month `first` and up to `last`, oldest first."""
    found = [*_registered(evidence, measure, first=first, last=last), *_of_versions(measure, first=first, last=last)]
    return tuple(sorted(found, key=lambda one: (one.first_month, one.reason)))


def interruptions_in(evidence: Evidence, measure: Measure, *, first: date, last: date) -> tuple[Interruption, ...]:
    """The interruptions from the month `first` to `last`, cut to these, oldest first; those that touch are one."""
    found = [*_registered_lockdowns(evidence, measure), *_lockdowns_of_country(evidence)]
    inside = [
        Interruption(max(one.first_month, first), min(one.last_month, last), one.reason)
        for one in found
        if one.first_month <= last and one.last_month >= first
    ]
    return tuple(_joined(sorted(inside, key=lambda one: (one.first_month, one.last_month, one.reason))))


@dataclass(frozen=True)
class _Entry:
    source: str
    category: str | None
    flag: str | None
    kind: str
    first_month: date
    last_month: date
    reason: str


def _register(evidence: Evidence) -> tuple[_Entry, ...]:
    """The partnership's own entries and those of its cards."""

    def read() -> tuple[_Entry, ...]:
        if not evidence.snapshot.holds("breaks"):
            return ()
        rows: Any = evidence.snapshot.rows(
            "SELECT source, category, flag, kind, first_month, coalesce(last_month, first_month), reason FROM breaks"
        )
        return tuple(_Entry(*row) for row in rows)

    return evidence.remember(("register of breaks",), read)


def _registered(evidence: Evidence, measure: Measure, *, first: date, last: date) -> Iterator[Break]:
    for entry in _register(evidence):
        is_within = first < entry.first_month <= last and entry.kind != "lockdown"
        touches = _touches(measure, source=entry.source, category=entry.category, flag=entry.flag)
        if is_within and touches is not None:
            yield Break(entry.first_month, entry.kind, entry.reason, is_of_all=touches)


def _of_versions(measure: Measure, *, first: date, last: date) -> Iterator[Break]:
    """A version that comes into force within the months, unless all of them are counted by one version."""
    for version in (*measure.predecessors[1:], measure) if measure.predecessors else ():
        month = version.valid_from and version.valid_from.replace(day=1)
        if month and first < month <= last:
            reason = version.changed or f"version {version.version} came into force"
            yield Break(month, "definition", reason, is_of_all=True)


def _registered_lockdowns(evidence: Evidence, measure: Measure) -> Iterator[Interruption]:
    for entry in _register(evidence):
        touches = _touches(measure, source=entry.source, category=entry.category, flag=entry.flag)
        if entry.kind == "lockdown" and touches is not None:
            yield Interruption(entry.first_month, entry.last_month, entry.reason.rstrip("."))


def _lockdowns_of_country(evidence: Evidence) -> Iterator[Interruption]:
    codes = evidence.remember(("lad codes",), lambda: _lad_codes(evidence))
    for country in all_lockdowns():
        if codes and all(code.startswith(country.area_codes_begin) for code in codes):
            yield from (Interruption(one.first_month, one.last_month, one.reason) for one in country.lockdowns)


def _lad_codes(evidence: Evidence) -> tuple[str, ...]:
    codes = {one.lad_code for one in evidence.geography.units if one.is_member and one.lad_code is not None}
    return tuple(sorted(codes))


def _joined(found: Iterable[Interruption]) -> list[Interruption]:
    joined: list[Interruption] = []
    for one in found:
        before = joined[-1] if joined else None
        if before is None or one.first_month > add_months(before.last_month, 1):
            joined.append(one)
            continue
        reason = before.reason if one.reason in before.reason else f"{before.reason}; {lowered(one.reason)}"
        joined[-1] = Interruption(before.first_month, max(before.last_month, one.last_month), reason)
    return joined


def _touches(measure: Measure, *, source: str, category: str | None, flag: str | None) -> bool | None:
    """Whether a break is in all that a measure counts; None where it is in none of it."""
    what = measure.numerator
    sources = what.where.get("source", (_POLICE_UK,))
    if source not in sources or (flag and flag not in (*what.flags, *what.answered)):
        return None
    chosen = next((what.where[field] for field in _CATEGORY_FIELDS if field in what.where), None)
    if not category or chosen == (category,):
        return True
    return None if chosen is not None and category not in chosen else False


def lowered(reason: str) -> str:
    """For use within a sentence."""
    reason = reason.rstrip(".")
    return reason[:1].lower() + reason[1:]
