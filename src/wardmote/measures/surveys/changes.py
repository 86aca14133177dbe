"""What moved from one wave to the next, said in no stronger words than the test allows."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from wardmote.measures.findings.words import LEVEL, looks
from wardmote.measures.surveys.result import WaveChange
from wardmote.statistics.comparison import Comparison
from wardmote.statistics.multiplicity import adjust_p_values
from wardmote.statistics.survey import WeightedShare, compare_waves

# A difference may be beyond chance and still be small: below so many points it is called slight, whatever its ratio.
_SLIGHT_POINTS = 3.0
_MULTIPLES = (
    (2.95, 3.05, "about trebled"),
    (2.05, 2.95, "more than doubled"),
    (1.95, 2.05, "about doubled"),
    (1.85, 1.95, "almost doubled"),
    (0.54, 0.56, "almost halved"),
    (0.48, 0.54, "about halved"),
    (0.0, 0.48, "more than halved"),
)


@dataclass(frozen=True)
class Pair:
    """One answer in two waves. `obstacle` says why the two may not be compared; it is empty where they may."""

    question: str
    answer: str
    waves: tuple[str, str]
    shares: tuple[WeightedShare, WeightedShare]
    obstacle: str


def find_changes(pairs: Sequence[Pair]) -> tuple[WaveChange, ...]:
    """Test each pair, allow for how many were looked at (Benjamini-Hochberg), and say what may be said."""
    tests = [None if pair.obstacle else compare_waves(*pair.shares) for pair in pairs]
    p = np.array([np.nan if test is None or test.p is None else test.p for test in tests], dtype=float)
    adjusted = adjust_p_values(p)
    tested = int((~np.isnan(p)).sum())
    return tuple(
        _change(pair, test, None if np.isnan(value) else float(value), tested=tested)
        for pair, test, value in zip(pairs, tests, adjusted, strict=True)
    )


def verb(first: float, last: float) -> str:
    """How a change beyond chance is said, from two percentages.

    >>> verb(8.5, 14.8), verb(8.0, 15.2), verb(10.0, 11.5)
    ('rose', 'almost doubled', 'rose slightly')
    """
    direction = "rose" if last > first else "fell"
    if abs(last - first) < _SLIGHT_POINTS:
        return f"{direction} slightly"
    ratio = last / first if first else float("inf")
    return next((words for least, most, words in _MULTIPLES if least <= ratio < most), direction)


def _change(pair: Pair, test: Comparison | None, p_adjusted: float | None, *, tested: int) -> WaveChange:
    first, last = (None if share.share is None else 100 * share.share for share in pair.shares)
    is_distinguishable = None if p_adjusted is None else p_adjusted < LEVEL
    return WaveChange(
        question=pair.question,
        answer=pair.answer,
        first_wave=pair.waves[0],
        last_wave=pair.waves[1],
        first_percent=first,
        last_percent=last,
        p=test.p if test else None,
        p_adjusted=p_adjusted,
        distinguishable=is_distinguishable,
        method=test.method + ("" if p_adjusted is None else looks(tested)) if test else f"not tested: {pair.obstacle}",
        sentence=_sentence(pair, first, last, is_distinguishable=is_distinguishable, p=p_adjusted),
    )


def _sentence(
    pair: Pair, first: float | None, last: float | None, *, is_distinguishable: bool | None, p: float | None
) -> str:
    before, after = pair.waves
    who = f"“{pair.answer}”"
    if first is None or last is None:
        return f"{who} cannot be compared from {before} to {after}: a base is too small."
    figures = f"{first:.1f}% in {before} and {last:.1f}% in {after}"
    if pair.obstacle:
        return f"{who} was {figures}, and the two are not compared: {pair.obstacle}."
    if not is_distinguishable or p is None:
        return f"{who} was {figures}: the difference is no more than chance may explain."
    return f"{who} {verb(first, last)}, from {first:.1f}% in {before} to {last:.1f}% in {after}: more than chance explains."
