from math import nan

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from reference.seasons import cells, levels, not_told_apart, score_of_months
from statsmodels.tsa.seasonal import seasonal_decompose

from wardmote.statistics.season import deseasonalise, season_of, seasons_of

SHAPE = np.array([0.7, 0.7, 0.8, 0.9, 1.0, 1.2, 1.5, 1.4, 1.1, 1.0, 0.9, 0.8])


def _months(rng):
    """Two to four years of a season that is strong or weak, with gaps, and with fewer events in one year."""
    months = int(rng.integers(26, 49))
    level = rng.choice([2.0, 8.0, 60.0]) * np.tile(SHAPE ** rng.uniform(0, 2), 5)[:months]
    level[: int(rng.integers(1, 14))] *= rng.choice([0.3, 1.0])
    counts = rng.poisson(level).astype(float)
    counts[rng.integers(0, months, int(rng.integers(0, 4)))] = np.nan
    return counts


@settings(max_examples=1000)
@given(st.integers(0, 2**32 - 1).map(np.random.default_rng).map(_months), st.integers(1, 12))
@example(_months(np.random.default_rng(738284)), 1)
def test_the_season_is_that_of_its_table_of_years_and_months(counts, first_month):
    season = season_of(counts, first_month=first_month)
    if season.distinguishable is None:
        assert season.reason
        return
    table = cells(counts.tolist(), first_month)
    expected, by = levels(table), score_of_months(table)
    assert season.factors.tolist() == pytest.approx(expected, rel=1e-5, abs=1e-7)
    assert (season.p, season.dispersion) == pytest.approx((by.p, by.dispersion), rel=1e-5, abs=1e-9)
    assert season.distinguishable is (by.p < 0.05)
    highest, lowest = season.peak_month, season.trough_month
    assert (expected[highest - 1], expected[lowest - 1]) == pytest.approx((max(expected), min(expected)), abs=1e-7)
    assert season.peak_months == not_told_apart(table, expected, best=highest, by=by)
    assert season.trough_months == not_told_apart(table, expected, best=lowest, by=by)


def test_an_exact_season_is_recovered_whatever_the_level_of_the_years():
    counts = np.concatenate([level * SHAPE for level in (1e7, 1.5e7, 8e6)])
    season = season_of(counts, first_month=1)
    assert season.factors.tolist() == pytest.approx((SHAPE / SHAPE.mean()).tolist(), rel=1e-6)
    assert (season.peak_month, season.distinguishable) == (7, True)


@given(st.integers(1, 12))
def test_the_calendar_month_of_the_peak_follows_the_first_month(first_month):
    counts = np.tile(np.roll(SHAPE, 1 - first_month), 3) * 200
    assert season_of(counts, first_month=first_month).peak_month == 7


@pytest.mark.parametrize("mean", [0.5, 40])
def test_balanced_years_give_the_shares_of_month_totals_with_one_event_more_each(rng, mean):
    counts = rng.poisson(mean, 36).astype(float)
    totals = counts.reshape(3, 12).sum(axis=0) + 1
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
    counts = np.tile(SHAPE, 3) * 1e7
    season = season_of(counts, first_month=1)
    assert deseasonalise(counts, season.factors, first_month=1).tolist() == pytest.approx([1e7] * 36)


# Few events, with months missing: what a calendar month's level is told by is one short year, or two years that have no
# other month with events in common. (A season is found in each.)
ONE_SHORT_YEAR = [0, 0, 0, 0, 0, nan, *[0] * 6, 1, 0, 0, 1, 1, 0, 4, *[0] * 5, nan, 0, 2]
SHORT_FIRST_YEAR = [1, 1, 0, 2, 1, 0, 0, 0, 0, 0, nan, 0, 0, 0, 1, 1, 0, 0, 0, 0, nan, 0, 0, 0, 0, 0]
NOTHING_IN_COMMON = [1, 0, 0, 0, 0, 1, 0, 1, *[0] * 9, 1, *[0] * 5, *[nan] * 9, 1, 0, 0, 0, 1, 0, 0, 1]


@pytest.mark.parametrize("counts", [ONE_SHORT_YEAR, SHORT_FIRST_YEAR, NOTHING_IN_COMMON])
def test_few_events_cannot_make_a_season_that_wrecks_a_chart(counts):
    season = season_of(counts, first_month=1)
    assert season.distinguishable is True
    assert season.factors.max() < 4
    assert season.factors.min() > 1 / 4
    adjusted = deseasonalise(counts, season.factors, first_month=1)
    assert np.nanmax(adjusted) < 3 * np.nanmax(counts)


def test_a_month_without_events_is_still_on_the_chart_when_the_season_is_taken_out():
    counts = np.tile([0, 0, 3, 3, 3, 9, 9, 9, 3, 3, 3, 0.0], 3)
    season = season_of(counts, first_month=1)
    assert season.distinguishable is True
    assert deseasonalise(counts, season.factors, first_month=1)[[0, 1, 11]].tolist() == [0, 0, 0]


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


def test_a_month_that_was_only_seen_in_a_year_without_events_is_not_tested():
    counts = np.full(36, 9.0)
    counts[:12] = 0
    assert season_of(counts, first_month=1).distinguishable is False
    counts[[16, 28]] = np.nan
    season = season_of(counts, first_month=1)
    assert (season.distinguishable, season.reason) == (None, "too few events or years")


def test_a_month_that_is_not_in_the_calendar_is_refused():
    with pytest.raises(ValueError, match="from 1 to 12"):
        season_of([5] * 24, first_month=0)
