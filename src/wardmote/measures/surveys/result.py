"""What a question gives: each answer's share of everyone, with all that R-SURV asks to stand beside it."""

from dataclasses import dataclass
from typing import Literal

RowStatus = Literal["shown", "small base", "suppressed: base too small", "suppressed: another could be worked out"]


@dataclass(frozen=True)
class SurveyRow:
    """One answer among one group, or among all where `group` is empty. Percentages are from 0 to 100.

    `percent` is weighted where `is_weighted`; `lower` and `upper` are its 95% interval on the effective base. `base`
    counts those who answered the question, without weights. What is not shown is None, and `status` says why.
    """

    survey: str
    wave: str
    question: str
    wording: str
    group: str
    answer: str
    is_net: bool
    percent: float | None
    lower: float | None
    upper: float | None
    unweighted_percent: float | None
    base: int
    effective_base: float | None
    design_effect: float | None
    is_weighted: bool
    status: RowStatus
    warning: str


@dataclass(frozen=True)
class WaveChange:
    """An answer in two waves, and the sentence that the test allows. `p_adjusted` allows for the answers looked at."""

    question: str
    answer: str
    first_wave: str
    last_wave: str
    first_percent: float | None
    last_percent: float | None
    p: float | None
    p_adjusted: float | None
    distinguishable: bool | None
    method: str
    sentence: str


@dataclass(frozen=True)
class SurveyResult:
    """One question of one wave: the rows in the order of the card, and the sentences that go with them.

    `weighting` says how the shares were weighted, `warnings` who is over- and under-represented, `ranking` which of
    several answers stand apart, `caveats` what to mind about the survey, and `changes` what moved since the wave before.
    """

    survey: str
    title: str
    wave: str
    question: str
    wording: str
    population: str
    respondents: int
    weighting: str
    warnings: tuple[str, ...]
    caveats: tuple[str, ...]
    ranking: str
    rows: tuple[SurveyRow, ...]
    changes: tuple[WaveChange, ...]
    load: int
