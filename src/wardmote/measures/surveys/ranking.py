"""Which of several answers stands first, and which others chance may have put behind it."""

from collections.abc import Sequence

import numpy as np

from wardmote.definitions.survey import NONE_OF_THESE
from wardmote.measures.surveys.shares import Answer, share_of
from wardmote.measures.surveys.wave import Wave
from wardmote.measures.surveys.weighting import Weighting
from wardmote.statistics.arrays import FloatArray
from wardmote.statistics.survey import weighted_base

_Z = 1.959963984540054


def ranking_sentence(wave: Wave, weighting: Weighting, question: str, answers: Sequence[Answer]) -> str:
    """The answer chosen most, and all that cannot be told apart from it; empty where the base is too small.

    The same people answered for each, so their answers are compared person by person.
    """
    answers = [answer for answer in answers if answer.name != NONE_OF_THESE]
    shares = {answer.name: share_of(wave, weighting, question, answer).share for answer in answers}
    known = {name: share for name, share in shares.items() if share is not None}
    if not known:
        return ""
    order = sorted(answers, key=lambda answer: -known[answer.name])
    first = order[0]
    chosen_first = wave.is_chosen(question, first.among)
    tied = [
        answer.name
        for answer in order[1:]
        if not is_apart(chosen_first, wave.is_chosen(question, answer.among), weighting.weights)
    ]
    top = f"“{first.name}” was chosen most ({100 * known[first.name]:.0f}%)"
    if not tied:
        return f"{top}, by more than chance explains."
    listed = ", ".join(f"“{name}” ({100 * known[name]:.0f}%)" for name in tied)
    return f"{top}; these are behind it by no more than chance may explain: {listed}."


def is_apart(first: FloatArray, second: FloatArray, weights: FloatArray) -> bool:
    """Whether two shares of the same people (1, 0, NaN for no answer) differ by more than chance would.

    The z test of the mean difference within people, on Kish's effective base; McNemar's test when all weigh alike, but
    for its variance, which is taken around the mean found. Source: Agresti (2013), Categorical Data Analysis, 11.1.
    """
    is_counted = ~np.isnan(first) & ~np.isnan(second)
    difference, weight = (first - second)[is_counted], weights[is_counted]
    if not difference.size:
        return False
    mean = float(difference @ weight / weight.sum())
    variance = float(np.square(difference - mean) @ weight / weight.sum())
    if variance == 0:
        return mean != 0
    return abs(mean) > _Z * float(np.sqrt(variance / weighted_base(weight).effective))
