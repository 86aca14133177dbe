import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference.months import chain_ladder

from wardmote.statistics.reporting_delay import nowcast

# The triangle of Taylor and Ashe (1983), Journal of Econometrics 23, 37-61, cumulative, on which late records have been
# forecast ever since.
TAYLOR_ASHE = [
    [357848, 1124788, 1735330, 2218270, 2745596, 3319994, 3466336, 3606286, 3833515, 3901463],
    [352118, 1236139, 2170033, 3353322, 3799067, 4120063, 4647867, 4914039, 5339085],
    [290507, 1292306, 2218525, 3235179, 3985995, 4132918, 4628910, 4909315],
    [310608, 1418858, 2195047, 3757447, 4029929, 4381982, 4588268],
    [443160, 1136350, 2128333, 2897821, 3402672, 3873311],
    [396132, 1333217, 2180715, 2985752, 3691712],
    [440832, 1288463, 2419861, 3483130],
    [359480, 1421128, 2864498],
    [376686, 1363294],
    [344014],
]
SHARES = np.array([0.7, 0.12, 0.05] + [0.013] * 10)


def _table(by_delay):
    """The square table of what is known by the last month, from counts by month and delay."""
    months = len(by_delay)
    table = np.zeros((months, months))
    for month, row in enumerate(by_delay):
        for delay, count in enumerate(row):
            if month + delay < months:
                table[month, month + delay] = count
    return table


def test_published_forecast_and_prediction_errors():
    result = nowcast(_table([np.diff(row, prepend=0) for row in TAYLOR_ASHE]), longest_delay_months=9)
    to_come = result.expected - result.seen
    errors = np.sqrt(np.diag(result.to_come_covariance))
    # England and Verrall (2002), tables 1 and 2: the over-dispersed Poisson model, worked out analytically.
    assert result.dispersion == pytest.approx(52_601, abs=1)
    assert to_come.sum() == pytest.approx(18_680_856, abs=1)
    assert (to_come[1:] / 1000).round().tolist() == [95, 470, 710, 985, 1419, 2178, 3920, 4279, 4626]
    assert (100 * errors[1:] / to_come[1:]).round().tolist() == [116, 46, 37, 31, 26, 23, 20, 24, 43]
    assert round(100 * np.sqrt(result.to_come_covariance.sum()) / to_come.sum()) == 16


@settings(max_examples=1000)
@given(st.lists(st.lists(st.integers(0, 40), min_size=8, max_size=8), min_size=8, max_size=8), st.integers(1, 6))
def test_the_forecast_agrees_with_the_chain_ladder_by_hand(counts, longest):
    table = np.triu(np.array(counts, float))
    expected = np.array(chain_ladder(table.tolist(), longest))
    result = nowcast(table, longest_delay_months=longest)
    is_known = ~np.isnan(expected) & (result.share_recorded > 0)
    assert result.expected[is_known] == pytest.approx(expected[is_known], rel=1e-9)
    assert np.all(result.lower[is_known] >= result.seen[is_known])


def test_months_are_provisional_until_nearly_all_is_in(rng):
    result = nowcast(_table(rng.poisson(500 * SHARES, (30, 13))))
    assert result.share_by_delay == pytest.approx(np.cumsum(SHARES), abs=0.01)
    assert np.flatnonzero(result.is_provisional).tolist() == list(range(19, 30))
    assert result.share_recorded[-1] == pytest.approx(0.7, abs=0.02)
    assert (result.lower[:18] == result.upper[:18]).all()


def test_records_after_the_longest_delay_are_historical():
    table = np.zeros((16, 16))
    np.fill_diagonal(table, 50)
    table[0, 14], table[1, 15], table[2, 14] = 4, 3, 2
    result = nowcast(table)
    assert result.historical[:3].tolist() == [4, 3, 0]
    assert result.seen[:3].tolist() == [50, 50, 52]


@pytest.mark.parametrize(("mean", "dispersion"), [(2, 1), (20, 1), (20, 2), (200, 2)])
def test_the_interval_holds_what_comes_as_often_as_it_says(rng, mean, dispersion):
    held, held_together = [], []
    for _ in range(100):
        expected = np.broadcast_to(mean * SHARES, (30, 13))
        level = expected if dispersion == 1 else rng.gamma(expected / (dispersion - 1), dispersion - 1)
        counts = rng.poisson(level)
        result, truth = nowcast(_table(counts)), counts.sum(axis=1)
        held.append(((result.lower <= truth) & (truth <= result.upper))[-12:])
        _, lower, upper = result.total(range(18, 30))
        held_together.append(lower <= truth[18:].sum() <= upper)
    assert np.mean(held) > 0.94
    assert np.mean(held_together) > 0.89


def test_the_whole_is_surer_than_the_sum_of_its_months(rng):
    result = nowcast(_table(rng.poisson(100 * SHARES, (30, 13))))
    expected, lower, upper = result.total(range(18, 30))
    assert expected == pytest.approx(result.expected[18:].sum())
    assert upper - lower < 0.7 * (result.upper - result.lower)[18:].sum()


def test_a_month_without_records_so_far_may_still_get_some():
    table = np.zeros((20, 20))
    for month in range(19):
        table[month, month], table[month, month + 1] = 1, 2
    result = nowcast(table, longest_delay_months=2)
    assert (result.seen[-1], result.expected[-1], result.lower[-1]) == (0, 0, 0)
    assert result.upper[-1] >= 3


def test_delays_may_be_learnt_from_recent_months_alone():
    slow, quick = [50, 50], [90, 10]
    result = nowcast(_table([slow] * 20 + [quick] * 10), longest_delay_months=1, recent_months=8)
    assert result.share_by_delay[0] == pytest.approx(0.9)
    assert nowcast(_table([slow] * 20 + [quick] * 10), longest_delay_months=1).share_by_delay[0] < 0.7


def test_a_missing_month_of_recording_leaves_the_months_it_touches_without_a_figure(rng):
    table = _table(rng.poisson(200 * SHARES, (40, 13)))
    table[:, 20] = np.nan
    result = nowcast(table)
    assert np.flatnonzero(np.isnan(result.expected)).tolist() == list(range(8, 21))
    assert result.share_by_delay == pytest.approx(np.cumsum(SHARES), abs=0.02)
    assert np.isnan(result.total(range(15, 25))[0])
    assert not np.isnan(result.total(range(21, 40))[2])


@pytest.mark.parametrize(
    ("table", "longest", "sentence"),
    [
        (np.ones((3, 4)), 1, "square table"),
        (np.ones((4, 4)), 1, "before what it records"),
        (np.eye(4), 4, "more months than that"),
        (np.eye(4), 0, "from 1 up"),
    ],
)
def test_tables_that_are_refused(table, longest, sentence):
    with pytest.raises(ValueError, match=sentence):
        nowcast(table, longest_delay_months=longest)
