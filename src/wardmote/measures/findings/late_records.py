"""How late do records come? Said of what is counted by the day that it happened, or that counts historical records apart."""

from collections.abc import Iterator

import numpy as np

from wardmote.measures.findings.draft import Draft
from wardmote.measures.findings.subject import Subject
from wardmote.measures.lags import lag_counts, says_both_days
from wardmote.statistics.reporting_delay import Nowcast

_TOLD = (0, 1, 3, 6)


def draft_late_records(subject: Subject) -> Iterator[Draft]:
    """One draft, for the whole partnership."""
    what = subject.measure.numerator
    if not what.needs_lags or subject.areas[0].kind != "partnership" or not says_both_days(subject.evidence, what):
        return
    found = lag_counts(subject.evidence, what, areas=subject.areas)
    yield _draft(subject, found.whole, longest=found.longest)


def _draft(subject: Subject, nowcast: Nowcast | None, *, longest: int) -> Draft:
    shares = None if nowcast is None else nowcast.share_by_delay
    is_known = shares is not None and not np.isnan(shares[0])

    def say(*, is_distinguishable: bool | None) -> str:  # noqa: ARG001
        if shares is None or not is_known:
            return f"{subject.name(0)}: it cannot be told how late records come, for {longest + 2} months of them are needed."
        return f"{subject.name(0)}, of those recorded within {longest} months: {share_words(shares)}.{_why(subject)}"

    estimate = float(shares[0]) if shares is not None and is_known else None
    method = nowcast.method if nowcast else "none"
    return Draft(subject, 0, "late records", estimate, None, None, None, None, say, method, "all months loaded")


def share_words(shares: np.ndarray[tuple[int], np.dtype[np.float64]]) -> str:
    """Such as: 53% are recorded in the month in which they happen, 78% by the end of the month after and 90% within 3
    months.
    """
    told = [k for k in _TOLD if k < shares.size - 1]
    parts = [f"{shares[k]:.0%} {_when(k)}" for k in told]
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else parts[0]


def _when(months: int) -> str:
    if months == 0:
        return "are recorded in the month in which they happen"
    return "by the end of the month after" if months == 1 else f"within {months} months"


def _why(subject: Subject) -> str:
    if subject.measure.numerator.dated_by == "recorded":
        return " They are counted in the month in which they are recorded, so that no month fills up later."
    return " They are counted in the month in which they happened, so that the newest months fill up later."
