"""A finding: one sentence that says what, where, by how much, compared with what, and how sure."""

from dataclasses import dataclass
from typing import Literal

FindingKind = Literal[
    "change", "trend", "control", "season", "benchmark", "interruption", "late records", "funnel", "rank", "inequality"
]


@dataclass(frozen=True)
class Finding:
    """What may be said about one measure in one area.

    `estimate` with `lower` and `upper` is a ratio (0.8 is a fall of 20%); for `control` it is the latest month over
    the centre line, and for the change of a proportion a difference in percentage points; for `season` the peak month
    over the average month, for `interruption` the months over what was to be expected of them, and for `late records` the
    share recorded in the month in which things happen. `upper` is None where there is no limit. `distinguishable` is None for "cannot tell".
    For `funnel` it is the area over all areas together, with the limits for its size; for `rank` the rank, 1 the highest;
    for `inequality` where the most deprived live over where the least deprived do.
    `p_adjusted` allows for all the areas or measures looked at together. `brief` says a change as one would aloud, without
    interval and months; it is empty where the sentence is short enough.
    """

    kind: FindingKind
    measure: str
    version: int
    area_kind: str
    area_code: str
    area_name: str
    estimate: float | None
    lower: float | None
    upper: float | None
    p: float | None
    p_adjusted: float | None
    distinguishable: bool | None
    sentence: str
    method: str
    periods: str
    caveats: tuple[str, ...] = ()
    brief: str = ""
