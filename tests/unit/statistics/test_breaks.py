import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wardmote.statistics.breaks import break_within, changes_clear_of, trends_clear_of
from wardmote.statistics.change import change_between, changes_between
from wardmote.statistics.trend import trends_over

YEARS = {"earlier": range(24, 36), "later": range(36, 48)}
NEW_RULES = "new counting rules"


@pytest.mark.parametrize(
    ("position", "parts"), [(12, False), (24, False), (25, True), (36, True), (47, True), (48, False)]
)
def test_only_a_break_inside_the_two_years_parts_them(position, parts):
    found = break_within([YEARS["earlier"], YEARS["later"]], {position: NEW_RULES})
    assert found == (position if parts else None)


def test_a_break_between_two_years_that_are_not_next_to_each_other_parts_them_too():
    assert break_within([range(12), range(36, 48)], {20: NEW_RULES, 22: "a new system"}) == 22


def test_a_change_across_a_break_is_not_tested():
    counts = [[100.0] * 36 + [300.0] * 12]
    assert changes_between(counts, **YEARS)[0].distinguishable is True
    change = changes_clear_of(counts, breaks={36: NEW_RULES}, **YEARS)[0]
    assert (change.ratio, change.p, change.distinguishable, change.dispersion) == (None, None, None, None)
    assert change.reason == "the records of the two periods are not alike: new counting rules"
    assert (change.earlier_total, change.later_total) == (1200, 3600)


def test_what_was_recorded_in_the_old_way_is_no_history(rng):
    wild = rng.choice([10.0, 300.0], 24)
    steady = rng.poisson(100, 24).astype(float)
    counts = np.concatenate([wild, steady])[None, :]
    clear = changes_clear_of(counts, breaks={24: NEW_RULES}, **YEARS)[0]
    alone = change_between(steady, earlier=range(12), later=range(12, 24))
    assert (clear.ratio, clear.p, clear.dispersion) == pytest.approx((alone.ratio, alone.p, alone.dispersion))
    later_break = changes_clear_of(counts[:, ::-1], earlier=range(12), later=range(12, 24), breaks={24: NEW_RULES})[0]
    assert later_break.dispersion == pytest.approx(
        change_between(steady[::-1], earlier=range(12), later=range(12, 24)).dispersion
    )


@given(st.lists(st.integers(0, 80), min_size=48, max_size=48))
def test_without_breaks_nothing_is_different(counts):
    plain = changes_between([counts], **YEARS)[0]
    clear = changes_clear_of([counts], breaks={}, **YEARS)[0]
    assert (plain.ratio, plain.p, plain.reason) == (clear.ratio, clear.p, clear.reason)


def test_a_lockdown_is_in_neither_year():
    counts = np.array([100.0] * 48)
    counts[27:30] = 20
    change = changes_clear_of([counts], breaks={}, interruptions=[range(27, 30)], **YEARS)[0]
    assert (change.ratio, change.months, change.distinguishable) == (1.0, 9, False)
    assert change_between(counts, **YEARS).ratio == pytest.approx(1200 / 960)


def test_a_trend_begins_after_the_last_break(rng):
    counts = np.concatenate([np.full(24, 500.0), rng.poisson(100, 36)])[None, :]
    clear = trends_clear_of(counts, breaks={6: "a new system", 24: NEW_RULES})[0]
    alone = trends_over(counts[:, 24:])[0]
    assert (clear.annual_ratio, clear.months) == (alone.annual_ratio, 36)
    assert trends_clear_of(counts, breaks={50: NEW_RULES})[0].distinguishable is None


def test_a_lockdown_is_no_part_of_a_trend():
    counts = np.array([[100.0] * 60])
    counts[0, 50:60] = 30
    assert trends_clear_of(counts, breaks={}, interruptions=[range(50, 60)])[0].annual_ratio == pytest.approx(1.0)
