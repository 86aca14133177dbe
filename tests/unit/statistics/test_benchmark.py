import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wardmote.statistics.benchmark import compare_changes, compare_rates
from wardmote.statistics.change import change_between

YEARS = {"earlier": range(12), "later": range(12, 24)}


@settings(max_examples=1000)
@given(st.lists(st.integers(0, 40), min_size=12, max_size=12), st.floats(0.05, 0.9))
def test_the_ratio_is_that_of_the_rates(counts, share):
    rest = np.array(counts[::-1]) * 7 + 1
    result = compare_rates(counts, rest, group_base=share * 1000, rest_base=1000)
    assert result.ratio == pytest.approx(sum(counts) / rest.sum() / share)
    if result.lower is not None and result.upper is not None:
        assert (not result.lower <= 1 <= result.upper) is result.distinguishable


def test_a_month_missing_from_one_is_left_out_of_both():
    group, rest = np.full(12, 10.0), np.full(12, 100.0)
    rest[0] = np.nan
    result = compare_rates(group, rest, group_base=1, rest_base=10)
    assert (result.months, result.ratio, result.distinguishable) == (11, 1.0, False)


def test_a_shared_shock_is_not_scatter():
    shock = np.array([1, 5, 1, 9, 1, 3, 8, 1, 4, 1, 2, 6.0])
    result = compare_rates(12 * shock, 100 * shock, group_base=1, rest_base=10)
    assert (result.dispersion, result.distinguishable) == (pytest.approx(0, abs=1e-9), True)


def test_a_rate_without_a_base_cannot_be_told():
    result = compare_rates([5] * 12, [50] * 12, group_base=0, rest_base=10)
    assert (result.distinguishable, result.ratio) == (None, None)


def test_different_months_are_refused():
    with pytest.raises(ValueError, match="same months"):
        compare_rates([5] * 12, [50] * 11, group_base=1, rest_base=10)


def test_a_change_like_the_rests_is_no_difference(rng):
    fell = [change_between(rng.poisson([mean] * 12 + [mean * 0.7] * 12), **YEARS) for mean in (50, 500)]
    result = compare_changes(*fell)
    assert result.ratio == pytest.approx(fell[0].ratio / fell[1].ratio)
    assert result.distinguishable is False


def test_a_fall_that_the_rest_did_not_have_is_found(rng):
    fell = change_between(rng.poisson([100] * 12 + [60] * 12), **YEARS)
    stayed = change_between(rng.poisson([1000] * 24), **YEARS)
    result = compare_changes(fell, stayed)
    assert result.distinguishable is True
    assert result.lower < 0.6 < result.upper


def test_a_change_that_is_not_available_cannot_be_compared():
    nothing, something = change_between([0] * 24, **YEARS), change_between([9] * 24, **YEARS)
    assert compare_changes(nothing, something).distinguishable is None
