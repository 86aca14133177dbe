"""Shares against a slow and obvious twin, on generated answers, weights and groups."""

import math

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from wardmote.definitions.survey_cards import find_survey_card
from wardmote.measures.surveys.shares import rows_by, rows_for_all
from wardmote.measures.surveys.wave import Wave
from wardmote.measures.surveys.weighting import Weighting

CARD = find_survey_card("resident-survey")
QUESTION = "safe-after-dark"
ANSWERS = CARD.questions[QUESTION].listed
ONE = st.tuples(
    st.sampled_from([None, *ANSWERS[:4]]),
    st.sampled_from([None, "female", "male"]),
    st.floats(0.1, 9, allow_nan=False).map(lambda weight: round(weight, 3)),
)


def slow_rows(people, chosen):
    """Percentage, unweighted percentage and base of those who answered, one person after another."""
    total = inside = 0.0
    base = count = 0
    for answer, _, weight in people:
        if answer is None:
            continue
        base += 1
        total += weight
        if answer in chosen:
            count += 1
            inside += weight
    if base < 30:
        return None, None, base
    return 100 * inside / total, 100 * count / base, base


def slow_kish(people):
    weights = [weight for answer, _, weight in people if answer is not None]
    return sum(weights) ** 2 / sum(weight * weight for weight in weights)


def close(first, second):
    return first is second is None or math.isclose(first, second, abs_tol=1e-3)


@settings(max_examples=1000)
@given(st.lists(ONE, min_size=60, max_size=160))
def test_shares_agree_with_counting_one_by_one(people):
    answers = {i: frozenset({answer}) for i, (answer, _, _) in enumerate(people) if answer}
    sexes = {i: frozenset({sex}) for i, (_, sex, _) in enumerate(people) if sex}
    wave = Wave(CARD, "2020", tuple(range(len(people))), {QUESTION: answers, "sex": sexes}, None)
    weighting = Weighting(np.array([weight for *_, weight in people]), is_weighted=True, sentence="")
    nets = {name: set(parts) for name, parts in CARD.questions[QUESTION].nets.items()}
    for row in rows_for_all(wave, weighting, QUESTION, warning=""):
        percent, unweighted, base = slow_rows(people, nets.get(row.answer, {row.answer}))
        assert row.base == base
        assert close(row.percent, percent)
        assert close(row.unweighted_percent, unweighted)
        if percent is not None:
            assert close(row.effective_base, slow_kish(people))
            assert row.lower <= row.percent + 1e-9
            assert row.upper >= row.percent - 1e-9
    for row in rows_by(wave, weighting, QUESTION, item="sex", warning=""):
        group = [one for one in people if one[1] == row.group]
        percent, _, base = slow_rows(group, nets.get(row.answer, {row.answer}))
        assert row.base == base
        assert row.percent is None or close(row.percent, percent)


@settings(max_examples=200)
@given(st.lists(ONE, min_size=60, max_size=160))
def test_one_hidden_group_never_stands_alone(people):
    answers = {i: frozenset({answer}) for i, (answer, _, _) in enumerate(people) if answer}
    sexes = {i: frozenset({sex or "female"}) for i, (_, sex, _) in enumerate(people)}
    wave = Wave(CARD, "2020", tuple(range(len(people))), {QUESTION: answers, "sex": sexes}, None)
    weighting = Weighting(np.ones(len(people)), is_weighted=False, sentence="")
    hidden = {row.group for row in rows_by(wave, weighting, QUESTION, item="sex", warning="") if row.percent is None}
    answered = {next(iter(sexes[i])) for i in answers}
    assert len(hidden) != 1 or answered == hidden
