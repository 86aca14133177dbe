import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.tsa.seasonal import seasonal_decompose

from wardmote.statistics.season import deseasonalise, season_of, seasons_of

SHAPE = np.array([0.7, 0.7, 0.8, 0.9, 1.0, 1.2, 1.5, 1.4, 1.1, 1.0, 0.9, 0.8])


def test_an_exact_season_is_recovered_whatever_the_level_of_the_years():
    counts = np.concatenate([level * SHAPE for level in (100, 150, 80)])
    season = season_of(counts, first_month=1)
    assert season.factors.tolist() == pytest.approx((SHAPE / SHAPE.mean()).tolist(), rel=1e-6)
    assert (season.peak_month, season.distinguishable) == (7, True)


@given(st.integers(1, 12))
def test_the_calendar_month_of_the_peak_follows_the_first_month(first_month):
    counts = np.tile(np.roll(SHAPE, 1 - first_month), 3) * 200
    assert season_of(counts, first_month=first_month).peak_month == 7


def test_balanced_years_give_the_shares_of_month_totals(rng):
    counts = rng.poisson(40, 36).astype(float)
    totals = counts.reshape(3, 12).sum(axis=0)
    assert season_of(counts, first_month=1).factors.tolist() == pytest.approx(
        (totals / totals.mean()).tolist(), rel=1e-6
    )


def test_the_shape_agrees_with_classical_decomposition(rng):
    counts = rng.poisson(np.tile(SHAPE, 4) * 2000).astype(float)
    classical = seasonal_decompose(counts, model="multiplicative", period=12).seasonal[:12]
    assert season_of(counts, first_month=1).factors.tolist() == pytest.approx(classical.tolist(), abs=0.05)


def test_a_peak_is_clear_only_when_no_other_month_could_be_it():
    spike = np.ones(12)
    spike[6] = 3
    assert season_of(np.tile(spike * 100, 3), first_month=1).peak_months == (7,)
    assert season_of(np.tile(spike * 2, 3), first_month=1).is_peak_clear is False


def test_taking_the_season_out_leaves_the_level():
    counts = np.tile(SHAPE, 3) * 100
    season = season_of(counts, first_month=1)
    assert deseasonalise(counts, season.factors, first_month=1).tolist() == pytest.approx([100] * 36)


def test_a_gap_stays_a_gap_when_the_season_is_taken_out():
    assert np.isnan(deseasonalise([5.0, np.nan, 0.0], np.ones(12), first_month=11)).tolist() == [False, True, False]


def test_many_series_are_judged_as_each_alone(rng):
    counts = rng.poisson([[1], [30]], (2, 40))
    for row, together in zip(counts, seasons_of(counts, first_month=6), strict=True):
        assert season_of(row, first_month=6).p == pytest.approx(together.p, rel=1e-6)


def test_too_little_to_tell():
    assert season_of([5] * 23, first_month=1).reason == "only 23 months have a figure, and 24 are needed"
    without_mays = np.full(36, 9.0)
    without_mays[4::12] = np.nan
    season = season_of(without_mays, first_month=1)
    assert (season.distinguishable, season.peak_month) == (None, None)
    assert season_of([0] * 36, first_month=1).distinguishable is None


def test_a_month_that_is_not_in_the_calendar_is_refused():
    with pytest.raises(ValueError, match="from 1 to 12"):
        season_of([5] * 24, first_month=0)
