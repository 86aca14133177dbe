import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference.statistics import flagged

from wardmote.statistics.control import control_chart

STEADY = [10.0, 12, 9, 11, 10, 12, 9, 11, 10, 12, 9, 11]


@settings(max_examples=1000)
@given(st.lists(st.integers(0, 30), min_size=12, max_size=48))
def test_signals_against_their_twin(counts):
    values = [float(count) for count in counts]
    chart = control_chart(values, direction="down")
    expected = flagged(values, float(chart.centre[0]), float(chart.upper[0] - chart.centre[0]))
    assert [set(found) for found in chart.signals] == expected


def test_limits_are_fixed_on_the_first_twelve_points():
    alone, longer = control_chart(STEADY, direction="down"), control_chart([*STEADY, 90, 95], direction="down")
    assert longer.upper[-1] == alone.upper[0]
    assert longer.near_upper[0] - longer.centre[0] == pytest.approx((longer.upper[0] - longer.centre[0]) * 2 / 3)


def test_limits_can_be_taken_from_all_points():
    assert control_chart([*STEADY, 90], direction="down", baseline=None).centre[0] > 11


def test_a_wild_moving_range_is_screened_out_of_the_limits():
    values = [*STEADY[:6], 60.0, *STEADY[6:]]
    screened = control_chart(values, direction="down")
    plain = control_chart(values, direction="down", is_screened=False)
    assert screened.upper[0] - screened.centre[0] < plain.upper[0] - plain.centre[0]
    assert "beyond limits" in screened.signals[6]


def test_limits_start_afresh_only_where_told():
    chart = control_chart([*STEADY, *[v * 3 for v in STEADY]], direction="down", rebase_at=(12,))
    assert chart.centre[12] == pytest.approx(chart.centre[0] * 3)
    assert chart.state == "common cause"
    assert chart.rebased_at == (12,)


def test_a_gap_ends_a_run_and_bears_no_moving_range():
    low = [9.0, 9.5, 9, 9.5, np.nan, 9, 9.5, 9]
    chart = control_chart([*STEADY, *low], direction="down")
    assert not any("seven on one side" in found for found in chart.signals)
    assert chart.signals[16] == ()
    assert control_chart([1, 2, np.nan, 50, 51.0], direction="down").upper[0] == pytest.approx(26 + 2.66)


def test_the_latest_point_is_the_last_with_a_value():
    chart = control_chart([*STEADY, 40, np.nan], direction="down")
    assert (chart.latest, chart.state, chart.distinguishable) == (12, "concern", True)


def test_only_a_point_beyond_the_limits_is_a_finding():
    chart = control_chart([*STEADY, *[9.5] * 7], direction="down")
    assert (chart.state, chart.distinguishable) == ("improvement", False)


def test_fewer_than_twelve_points_are_a_trial():
    chart = control_chart([*STEADY[:10], 99], direction="down")
    assert (chart.is_trial, chart.distinguishable) == (True, None)


def test_a_chart_of_nothing():
    chart = control_chart([np.nan, np.nan], direction="down")
    assert (chart.latest, chart.state, chart.distinguishable) == (None, "common cause", None)


@pytest.mark.parametrize("rebase_at", [(0,), (12,), (5, 5), (6, 3)])
def test_positions_that_cannot_be_rebased(rebase_at):
    with pytest.raises(ValueError, match="rising positions"):
        control_chart(STEADY, direction="down", rebase_at=rebase_at)


def test_limits_of_counts_are_never_nearer_than_three_poisson_deviations():
    steady = [400.0, 401.0] * 10
    assert control_chart(steady, direction="down", is_count=True).upper[0] == pytest.approx(400.5 + 3 * 400.5**0.5)
    assert control_chart(steady, direction="down").upper[0] == pytest.approx(400.5 + 2.66)
