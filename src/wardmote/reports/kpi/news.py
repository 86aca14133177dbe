"""What changed since the quarter before: findings that are new, that ended or that turned, and new definitions."""

from collections.abc import Iterable, Iterator

from wardmote.definitions.catalogue import find_measure
from wardmote.definitions.measure import Measure
from wardmote.measures.finding import Finding
from wardmote.reports.kpi.quarter import Quarter

# When in the year something is highest, where in a ranking, how late records come and what a lockdown was are known
# long before they are news.
_NEVER_NEWS = {"season", "rank", "late records", "interruption"}
Key = tuple[str, int, str]


def news_of(now: Iterable[Finding], before: Iterable[Finding]) -> tuple[str, ...]:
    """A sentence for each finding that may be told from chance now and could not be a quarter ago, or the reverse.

    `before` are the findings as the same evidence gives them for the quarter before. What is new stands before what has
    ended.
    """
    earlier = {_key(finding): finding for finding in before}
    found = sorted((one for one in now if _is_news(one, earlier)), key=lambda one: not one.distinguishable)
    return tuple(_news(finding, earlier.get(_key(finding))) for finding in found)


def new_definitions(measures: Iterable[Measure], quarter: Quarter) -> Iterator[str]:
    """A sentence for each measure whose definition came into force in the quarter."""
    for measure in measures:
        start = measure.valid_from
        if start is not None and quarter.first <= start.replace(day=1) <= quarter.last:
            changed = f": {measure.changed.rstrip('.')}" if measure.changed else ""
            day = f"{start.day} {start:%B %Y}"
            yield f"{measure.title} is counted by version {measure.version} of its definition from {day}{changed}."


def _key(finding: Finding) -> Key:
    return finding.measure, finding.version, finding.kind


def _is_news(finding: Finding, earlier: dict[Key, Finding]) -> bool:
    if finding.kind in _NEVER_NEWS:
        return False
    was = earlier.get(_key(finding))
    if was is None:
        return bool(finding.distinguishable)
    return bool(finding.distinguishable) != bool(was.distinguishable) or _has_turned(finding, was)


def _has_turned(finding: Finding, was: Finding) -> bool:
    """Whether both may be told from chance and point in opposite directions."""
    if not (finding.distinguishable and was.distinguishable):
        return False
    return _is_up(finding) != _is_up(was)


def _is_up(finding: Finding) -> bool:
    """The change of a share is a difference in percentage points, every other estimate a ratio."""
    is_difference = finding.kind == "change" and find_measure(finding.measure, version=finding.version).is_share
    return (finding.estimate or 0.0) > (0.0 if is_difference else 1.0)


def _news(finding: Finding, was: Finding | None) -> str:
    if finding.distinguishable:
        has_turned = was is not None and was.distinguishable
        return f"{'Turned' if has_turned else 'New'}: {finding.sentence}"
    return f"{'Can no longer be told' if finding.distinguishable is None else 'No longer so'}: {finding.sentence}"
