import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from wardmote.statistics.harm import weighted_sum
from wardmote.statistics.intervals import count_interval

# The worked example of the R package PHEindicatormethods (test data of its directly standardised rates): counts and
# populations by age band, weighted by the European Standard Population of 2013.
COUNTS = [127, 25, 18, 21, 12, 27, 48, 27, 29, 32, 32, 34, 45, 65, 38, 68, 74, 82, 91]
PEOPLE = [636, 558, 609, 543, 384, 594, 669, 843, 660, 576, 606, 522, 426, 273, 300, 288, 153, 123, 207]
STANDARD = [5, 5.5, 5.5, 5.5, 6, 6, 6.5, 7, 7, 7, 7, 6.5, 6, 5.5, 5, 4, 2.5, 1.5, 1]


def test_dobsons_interval_as_published():
    weights = 100_000 * np.array(STANDARD) / sum(STANDARD) / PEOPLE
    result = weighted_sum(COUNTS, weights, method="Dobson")
    assert float(result.value) == pytest.approx(10430.248, abs=0.001)
    assert (float(result.lower), float(result.upper)) == pytest.approx((9717.709, 11178.941), abs=0.001)
    wider = weighted_sum(COUNTS, weights, method="Dobson", level=0.998)
    assert (float(wider.lower), float(wider.upper)) == pytest.approx((9323.288, 11620.596), abs=0.001)


def test_the_gamma_interval_as_published():
    # Fay and Feuer (1997), table I: births with Down's syndrome in Michigan to mothers of five and more, standardised to
    # all births; the rate per 100,000 and its limits. The youngest mothers weigh heavily and had no such birth.
    cases, births = [0, 8, 63, 112, 262, 295], np.array([327, 30666, 123419, 149919, 104088, 34392])
    standard = np.array([319933, 931318, 786511, 488235, 237863, 61313])
    result = weighted_sum(cases, standard / births / standard.sum(), per=100_000)
    assert [round(float(figure), 1) for figure in (result.value, result.lower, result.upper)] == [75.5, 67.7, 188.3]


@settings(max_examples=1000)
@given(st.lists(st.tuples(st.integers(0, 500), st.floats(0, 5000)), min_size=1, max_size=12))
def test_the_sum_and_interval_agree_with_one_kind_at_a_time(kinds):
    counts, weights = zip(*kinds, strict=True)
    result = weighted_sum(counts, weights, method="Dobson")
    total, value = sum(counts), sum(c * w for c, w in kinds)
    assert float(result.value) == pytest.approx(value)
    if total < 10:
        assert np.isnan(result.lower)
    else:
        step = (sum(c * w * w for c, w in kinds) / total) ** 0.5
        limits = count_interval(total)
        assert float(result.lower) == pytest.approx(value - step * (total - float(limits.lower)), abs=1e-6)
        assert float(result.upper) == pytest.approx(value + step * (float(limits.upper) - total), abs=1e-6)


@settings(max_examples=1000)
@given(st.lists(st.tuples(st.integers(0, 500), st.floats(0.01, 5000)), min_size=1, max_size=12))
def test_the_gamma_limits_leave_the_tails_they_say(kinds):
    counts, weights = zip(*kinds, strict=True)
    result = weighted_sum(counts, weights)
    value, variance = sum(c * w for c, w in kinds), sum(c * w * w for c, w in kinds)
    mean, spread = value + max(weights), variance + max(weights) ** 2
    assert stats.gamma.cdf(float(result.upper), mean**2 / spread, scale=spread / mean) == pytest.approx(0.975)
    if value:
        assert stats.gamma.cdf(float(result.lower), value**2 / variance, scale=variance / value) == pytest.approx(0.025)
    else:
        assert float(result.lower) == 0


def test_equal_weights_are_a_plain_count():
    limits = count_interval([50, 0])
    dobson, exact = weighted_sum([20, 30], [7.0, 7.0], method="Dobson"), weighted_sum([[20, 30], [0, 0]], [7.0, 7.0])
    assert (float(dobson.lower), float(dobson.upper)) == pytest.approx((7 * limits.lower[0], 7 * limits.upper[0]))
    assert exact.upper == pytest.approx(7 * limits.upper, rel=1e-3)
    assert exact.lower == pytest.approx(7 * limits.lower, rel=1e-3)


def test_a_kind_without_a_weight_is_left_out_and_counted():
    result = weighted_sum([[40, 5], [20, 0]], [10.0, np.nan])
    assert result.value.tolist() == [400, 200]
    assert result.unweighted_events.tolist() == [5, 0]
    assert result.unweighted_share == pytest.approx([5 / 45, 0])


def test_many_months_at_once_and_per_resident():
    counts = np.arange(24).reshape(2, 3, 4)
    result = weighted_sum(counts, [1, 2, 3, 4], base=[[1000, 2000, 0]], per=1000)
    assert result.value.shape == (2, 3)
    assert result.value[0, 1] == pytest.approx((4 + 2 * 5 + 3 * 6 + 4 * 7) / 2)
    assert np.isnan(result.value[:, 2]).all()


@pytest.mark.parametrize("method", ["gamma", "Dobson"])
def test_a_missing_count_is_no_zero(method):
    result = weighted_sum([30, np.nan], [1, 1], method=method)
    assert np.isnan([result.value, result.lower, result.upper]).all()


@pytest.mark.parametrize("weights", [[1.0], [1.0, -1.0], [1.0, np.inf]])
def test_weights_that_are_refused(weights):
    with pytest.raises(ValueError, match="do not fit"):
        weighted_sum([1, 2], weights)


@pytest.mark.parametrize(("method", "least", "most"), [("gamma", 0.95, 1.0), ("Dobson", 0.7, 0.8)])
def test_how_often_the_interval_holds_the_truth_when_a_heavy_kind_is_rare(rng, method, least, most):
    means, weights = np.array([40.0, 15, 3, 0.5]), np.array([1.0, 5, 60, 400])
    result = weighted_sum(rng.poisson(means, (20_000, 4)), weights, method=method)
    held = (result.lower <= means @ weights) & (means @ weights <= result.upper)
    assert least < held.mean() < most
