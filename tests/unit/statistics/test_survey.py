import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference.answers import effective_base
from reference.answers import weighted_share as share_by_hand
from statsmodels.stats.proportion import proportion_confint
from statsmodels.stats.weightstats import DescrStatsW

from wardmote.statistics.comparison import compare_proportions
from wardmote.statistics.survey import compare_waves, margin_of_error, weighted_base, weighted_share


@st.composite
def _surveys(draw):
    """Answers and weights of 30 to 200 people, from a seed, which is quicker than drawing each of them."""
    seeded = np.random.default_rng(draw(st.integers(0, 2**32)))
    people = draw(st.integers(30, 200))
    answers = (seeded.random(people) < draw(st.floats(0, 1))).astype(int)
    return answers, seeded.gamma(draw(st.sampled_from([0.3, 1.0, 20.0])), size=people) + 0.01


@settings(max_examples=1000)
@given(_surveys())
def test_the_share_and_its_base_agree_with_one_respondent_at_a_time(survey):
    answers, weights = (column.tolist() for column in survey)
    result = weighted_share(answers, weights)
    assert result.share == pytest.approx(share_by_hand(answers, weights))
    assert result.base.effective == pytest.approx(effective_base(weights))
    base = result.base.effective
    assert (result.lower, result.upper) == pytest.approx(
        proportion_confint(result.share * base, base, method="wilson"), abs=1e-9
    )


@given(_surveys())
def test_the_scale_of_the_weights_does_not_matter(survey):
    answers, weights = survey
    one, other = weighted_share(answers, weights), weighted_share(answers, weights * 37)
    assert (one.share, one.lower, one.margin) == pytest.approx((other.share, other.lower, other.margin), abs=1e-9)


def test_the_mean_is_that_of_statsmodels(rng):
    answers, weights = rng.integers(0, 2, 300), rng.gamma(2, size=300)
    assert weighted_share(answers, weights).share == pytest.approx(DescrStatsW(answers, weights).mean)


def test_kishs_design_effect_is_one_and_the_squared_variation_of_the_weights(rng):
    # Kish (1992), Journal of Official Statistics 8, 183-200, formula 2.1.
    weights = rng.gamma(2, size=500)
    base = weighted_base(weights)
    assert base.design_effect == pytest.approx(1 + np.var(weights) / np.mean(weights) ** 2)
    assert weighted_base(np.full(500, 3.0)).design_effect == pytest.approx(1)


def test_kishs_strata_with_unequal_weights():
    # Kish (1965), section 11.7: with shares W of the sample at relative weights k the effect is sum(W k) sum(W / k) when
    # the sampling rates are 1 / k; a fifth of the people sampled four times as often as the rest.
    weights = [1.0] * 50 + [4.0] * 50
    assert weighted_base(weights).design_effect == pytest.approx(0.5 * (1 + 16) / (0.5 * (1 + 4)) ** 2)


def test_who_did_not_answer_is_in_no_base():
    result = weighted_share([1.0] * 20 + [0.0] * 20 + [np.nan] * 50, [1.0] * 90)
    assert (result.share, result.base.respondents, result.base_state) == (0.5, 40, "small")
    assert weighted_share([1] * 40, [0.0] * 5 + [1.0] * 35).base.respondents == 35


@pytest.mark.parametrize(("people", "state"), [(29, "too small"), (30, "small"), (49, "small"), (50, "enough")])
def test_small_bases_are_called_small_and_smaller_ones_give_nothing(people, state):
    result = weighted_share([1, 0] * (people // 2) + [1] * (people % 2))
    assert result.base_state == state
    assert (result.share is None) is (state == "too small")
    assert result.reason == (f"only {people} people answered, and 30 are needed" if state == "too small" else "")


def test_nobody_at_all():
    assert weighted_share([], [], smallest_base=0).share is None


def test_unweighted_waves_are_compared_as_two_shares_are():
    first, second = weighted_share([1] * 160 + [0] * 574), weighted_share([1] * 116 + [0] * 605)
    ours, theirs = compare_waves(first, second), compare_proportions(160, 734, 116, 721)
    assert (ours.estimate, ours.lower, ours.upper, ours.z, ours.p) == pytest.approx(
        (theirs.estimate, theirs.lower, theirs.upper, theirs.z, theirs.p)
    )


def test_unequal_weights_make_a_difference_harder_to_tell(rng):
    first, second = np.repeat([1, 0], [100, 400]), np.repeat([1, 0], [130, 370])
    weights = rng.permutation(np.repeat([0.2, 5.0], [400, 100]))
    plain = compare_waves(weighted_share(first), weighted_share(second))
    weighted = compare_waves(weighted_share(first, weights), weighted_share(second, weights))
    assert plain.distinguishable is True
    assert weighted.upper - weighted.lower > 1.2 * (plain.upper - plain.lower)


def test_rare_answers_are_compared_exactly():
    result = compare_waves(weighted_share([1] + [0] * 59), weighted_share([3] * 0 + [1] * 3 + [0] * 57))
    assert (result.method, result.distinguishable) == ("Fisher's exact test on effective bases", False)
    assert result.p == pytest.approx(compare_proportions(1, 60, 3, 60).p)


def test_nothing_is_said_of_waves_too_small_to_show():
    assert compare_waves(weighted_share([1] * 9), weighted_share([1] * 100)).distinguishable is None


@pytest.mark.parametrize("weights", [[-1.0, 1.0], [np.nan, 1.0], [np.inf, 1.0]])
def test_weights_that_are_refused(weights):
    with pytest.raises(ValueError, match="weight from 0 up"):
        weighted_base(weights)


def test_answers_that_are_refused():
    with pytest.raises(ValueError, match="one figure a respondent"):
        weighted_share([0.5] * 40)
    with pytest.raises(ValueError, match="one figure a respondent"):
        weighted_share([1] * 40, [1.0] * 39)


def test_a_margin_without_a_base_is_refused():
    with pytest.raises(ValueError, match="base above zero"):
        margin_of_error(0.5, base=0)
