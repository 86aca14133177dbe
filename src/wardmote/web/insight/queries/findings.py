"""Findings, kept in memory until another load changes them.

The same finding has to say the same on every page, so looks that belong together are always corrected together: those
at the whole partnership for all measures of the catalogue, those at one kind of place for all places of that kind.
"""

import threading
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from wardmote.definitions.catalogue import all_measures, find_measure
from wardmote.evidence.evidence import Evidence
from wardmote.measures.finding import Finding
from wardmote.measures.findings import find_findings, findings_across
from wardmote.measures.series import Area, AreaKind

# Who asks while another is already working it out waits for that answer.
_looking_at_all = threading.Lock()


def partnership_findings(evidence: Evidence, *, start: date, end: date) -> tuple[Finding, ...]:
    """What may be said of the whole partnership, for every measure of the catalogue."""
    with _looking_at_all:
        return _partnership_findings(evidence, start=start, end=end)


@lru_cache(maxsize=8)
def _partnership_findings(evidence: Evidence, *, start: date, end: date) -> tuple[Finding, ...]:
    return findings_across(evidence, all_measures(), start=start, end=end)


@lru_cache(maxsize=64)
def place_findings(evidence: Evidence, measure_id: str, *, by: AreaKind, start: date, end: date) -> tuple[Finding, ...]:
    """What may be said of one measure in each place of a kind."""
    return find_findings(evidence, find_measure(measure_id), by=by, start=start, end=end)


def findings_of(
    evidence: Evidence, measure_id: str, *, area: Area | None, start: date, end: date
) -> tuple[Finding, ...]:
    """What may be said of one measure in one area, or in the whole partnership."""
    if area is None or area.kind == "partnership":
        found = partnership_findings(evidence, start=start, end=end)
        return tuple(one for one in found if one.measure == measure_id)
    found = place_findings(evidence, measure_id, by=area.kind, start=start, end=end)
    return tuple(one for one in found if one.area_code == area.code)


def changes_by_place(
    evidence: Evidence, measure_id: str, *, by: AreaKind, start: date, end: date
) -> Mapping[str, Finding]:
    """How each place of a kind changed, by its code."""
    found = place_findings(evidence, measure_id, by=by, start=start, end=end)
    return {one.area_code: one for one in found if one.kind == "change"}
