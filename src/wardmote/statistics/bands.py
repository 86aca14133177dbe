"""A share beside a benchmark band: is it below, inside or above what was to be expected?"""

from dataclasses import dataclass
from typing import Literal

from wardmote.statistics.intervals import proportion_interval

Position = Literal["below", "inside", "above", "not available"]
METHOD = "Wilson interval of the share beside the band"


@dataclass(frozen=True)
class BandFinding:
    """`share` with its interval, and the counts that the ends of the band lead to expect on the same base.

    `position` is below or above only where the whole interval is; a share that chance could have put inside is inside.
    """

    share: float | None
    lower: float | None
    upper: float | None
    expected_low: float
    expected_high: float
    position: Position
    level: float
    method: str = METHOD


def against_band(part: float, whole: float, *, low: float, high: float, level: float = 0.95) -> BandFinding:
    """`part` of `whole` against a band of shares from `low` to `high` (0 to 1; equal for a single benchmark).

    >>> finding = against_band(116, 721, low=0.28, high=0.40)
    >>> finding.position, round(finding.expected_low), round(finding.expected_high)
    ('below', 202, 288)
    """
    if not 0 <= low <= high <= 1:
        raise ValueError("A band goes from its lower share to its higher one, both from 0 to 1.")
    if whole == 0:
        return BandFinding(None, None, None, 0.0, 0.0, "not available", level)
    interval = proportion_interval(part, whole, level=level)
    lower, upper = float(interval.lower), float(interval.upper)
    return BandFinding(
        share=float(interval.value),
        lower=lower,
        upper=upper,
        expected_low=low * whole,
        expected_high=high * whole,
        position="below" if upper < low else "above" if lower > high else "inside",
        level=level,
    )
