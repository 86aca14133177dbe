import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference.statistics import poisson_regression

from wardmote.statistics.trend import _design, trend_over, trends_over


@settings(max_examples=1000)
@given(st.lists(st.integers(5, 200), min_size=30, max_size=45))
def test_the_slope_is_that_of_statsmodels(counts):
    fit = poisson_regression(np.array(counts, dtype=float), _design(len(counts)))
    assert trend_over(counts).annual_ratio == pytest.approx(np.exp(fit.params[-1]), rel=1e-6)


def test_missing_months_are_left_out_and_not_zero():
    months = np.arange(36)
    counts = 100 * 0.9 ** (months / 12)
    counts[[4, 5, 20]] = np.nan
    trend = trend_over(counts)
    assert (trend.months, trend.annual_ratio) == (33, pytest.approx(0.9, rel=1e-4))


def test_a_season_is_not_a_trend():
    season = 100 + 50 * np.sin(np.arange(42) * np.pi / 6)
    assert trend_over(season.round()).distinguishable is False


def test_a_fall_of_a_fifth_a_year_is_found(rng):
    trend = trend_over(rng.poisson(200 * 0.8 ** (np.arange(36) / 12)))
    assert trend.distinguishable is True
    assert trend.lower < 0.8 < trend.upper


def test_direction_agrees_with_pymannkendall(rng):
    mk = pytest.importorskip("pymannkendall")
    counts = rng.poisson(100 * 0.7 ** (np.arange(36) / 12))
    assert mk.seasonal_test(counts, period=12).trend == "decreasing"
    assert trend_over(counts).annual_ratio < 1


def test_many_series_are_judged_as_each_alone(rng):
    counts = rng.poisson([[1], [30]], (2, 30))
    for row, together in zip(counts, trends_over(counts), strict=True):
        assert trend_over(row).p == pytest.approx(together.p, rel=1e-6)


@pytest.mark.parametrize(
    ("counts", "reason"),
    [([5] * 23, "only 23 months have a figure, and 24 are needed"), ([0] * 36, "there were no events")],
)
def test_too_little_to_tell(counts, reason):
    trend = trend_over(counts)
    assert (trend.distinguishable, trend.annual_ratio, trend.p, trend.reason) == (None, None, None, reason)
