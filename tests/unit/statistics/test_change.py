import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference.statistics import binomial_p, poisson_regression

from wardmote.statistics.change import _design, change_between, changes_between

COUNTS = st.lists(st.integers(0, 60), min_size=24, max_size=24)
TWO_YEARS = {"earlier": range(12), "later": range(12, 24)}


@settings(max_examples=1000)
@given(COUNTS)
def test_the_ratio_is_that_of_the_totals_and_the_answer_never_narrower_than_exact(counts):
    change = change_between(counts, **TWO_YEARS)
    before, after = sum(counts[:12]), sum(counts[12:])
    if before and change.p is not None:
        assert change.ratio == pytest.approx(after / before)
    if min(before, after) < 30 and change.p is not None:
        assert change.p >= binomial_p(before, after) - 1e-9


@given(COUNTS)
def test_the_interval_and_the_p_value_agree(counts):
    change = change_between(counts, **TWO_YEARS)
    if change.p is not None and change.upper is not None:
        assert change.distinguishable is (change.p < 0.05)
        assert (not change.lower <= 1 <= change.upper) is change.distinguishable


def test_the_dispersion_is_pearsons_as_statsmodels_has_it(rng):
    counts = rng.negative_binomial(5, 0.1, size=45).astype(float)
    change = change_between(counts, earlier=range(21, 33), later=range(33, 45))
    fit = poisson_regression(counts, _design(45, range(21, 33), range(33, 45)))
    assert change.dispersion == pytest.approx(fit.pearson_chi2 / fit.df_resid, rel=1e-6)


def test_over_dispersion_widens_the_answer(rng):
    steady = np.tile([100.0, 120, 90], 8)
    wild = steady * rng.choice([0.5, 1.5], 24)
    wild[12:] *= steady[12:].sum() / wild[12:].sum()
    wild[:12] *= steady[:12].sum() / wild[:12].sum()
    narrow, wide = change_between(steady, **TWO_YEARS), change_between(wild, **TWO_YEARS)
    assert wide.upper - wide.lower > 2 * (narrow.upper - narrow.lower)


def test_a_missing_month_is_left_out_of_both_years():
    counts = np.arange(24.0) + 20
    counts[3] = np.nan
    change = change_between(counts, **TWO_YEARS)
    expected = np.delete(counts[12:], 3).sum() / np.delete(counts[:12], 3).sum()
    assert (change.months, change.ratio) == (11, pytest.approx(expected))


def test_many_series_are_judged_as_each_alone(rng):
    counts = rng.poisson([[0.3], [3], [40]], (3, 36)).astype(float)
    counts[1, 5] = np.nan
    windows = {"earlier": range(12, 24), "later": range(24, 36)}
    for row, together in zip(counts, changes_between(counts, **windows), strict=True):
        alone = change_between(row, **windows)
        assert (alone.ratio, alone.lower, alone.p) == pytest.approx(
            (together.ratio, together.lower, together.p), rel=1e-6
        )


def test_history_says_nothing_about_the_change(rng):
    years = rng.poisson(50, 24).astype(float)
    higher = np.concatenate([rng.poisson(500, 12).astype(float), years])
    assert change_between(higher, earlier=range(12, 24), later=range(24, 36)).ratio == pytest.approx(
        change_between(years, **TWO_YEARS).ratio
    )


def test_same_months_last_year_may_be_fewer_than_twelve():
    change = change_between([30.0] * 20, earlier=range(8), later=range(12, 20))
    assert (change.months, change.ratio, change.distinguishable) == (8, 1.0, False)


@pytest.mark.parametrize(("before", "after", "ratio"), [(0, 0, None), (0, 5, None), (5, 0, 0.0)])
def test_years_without_events(before, after, ratio):
    change = change_between([before] * 12 + [after] * 12, **TWO_YEARS)
    assert change.ratio == ratio
    assert change.distinguishable is (None if before == after == 0 else True)


def test_counts_below_zero_are_refused():
    with pytest.raises(ValueError, match="below zero"):
        change_between([-1] * 24, **TWO_YEARS)


@pytest.mark.parametrize("dispersion", [1.0, 3.0])
def test_nothing_happened_and_little_is_claimed(rng, dispersion):
    mean = np.tile(40 + 15 * np.sin(np.arange(12) * np.pi / 6), 3)
    level = mean if dispersion == 1 else rng.gamma(mean / (dispersion - 1), dispersion - 1, (2000, 36))
    counts = rng.poisson(level, (2000, 36)).astype(float)
    changes = changes_between(counts, earlier=range(12, 24), later=range(24, 36))
    assert 0.02 < np.mean([change.distinguishable for change in changes]) < 0.065
