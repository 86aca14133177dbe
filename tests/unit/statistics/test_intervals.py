import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference.statistics import poisson_at_most
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

from wardmote.statistics.intervals import count_interval, proportion_interval, rate_interval


@settings(max_examples=1000)
@given(st.integers(0, 9))
def test_small_counts_leave_exactly_a_fortieth_in_each_tail(count):
    interval = count_interval(count)
    assert poisson_at_most(count, float(interval.upper)) == pytest.approx(0.025, abs=1e-9)
    if count:
        assert 1 - poisson_at_most(count - 1, float(interval.lower)) == pytest.approx(0.025, abs=1e-9)


@given(st.integers(10, 100_000))
def test_byar_is_close_to_the_exact_interval(count):
    interval = count_interval(count)
    assert float(interval.lower) == pytest.approx(stats.chi2.ppf(0.025, 2 * count) / 2, rel=0.002)
    assert float(interval.upper) == pytest.approx(stats.chi2.ppf(0.975, 2 * count + 2) / 2, rel=0.002)


@settings(max_examples=1000)
@given(st.integers(0, 500), st.integers(1, 500))
def test_shares_agree_with_statsmodels(part, rest):
    interval = proportion_interval(part, part + rest)
    expected = proportion_confint(part, part + rest, method="wilson")
    assert (float(interval.lower), float(interval.upper)) == pytest.approx(expected, abs=1e-12)


def test_arrays_keep_their_shape_and_their_gaps():
    interval = count_interval([[1, np.nan], [20, 0]])
    assert interval.lower.shape == (2, 2)
    assert np.isnan(interval.lower[0, 1])
    assert np.isnan(interval.upper[0, 1])


def test_a_rate_without_a_base_is_not_available():
    interval = rate_interval([5, 5, 5], [1000, 0, np.nan], per=1000)
    assert interval.value[0] == 5
    assert np.isnan(interval.value[1:]).all()
    assert np.isnan(interval.upper[1:]).all()


def test_other_levels():
    assert float(count_interval(50, level=0.998).lower) < float(count_interval(50).lower)


@pytest.mark.parametrize("bad", [-1, np.inf])
def test_counts_that_are_refused(bad):
    with pytest.raises(ValueError, match="below zero or infinite"):
        count_interval(bad)


def test_a_part_above_its_whole_is_refused():
    with pytest.raises(ValueError, match="larger than the whole"):
        proportion_interval(11, 10)


def test_a_level_in_per_cent_is_refused():
    with pytest.raises(ValueError, match=r"such as 0\.95"):
        count_interval(5, level=95)
