import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference.fair import equal_events

from wardmote.statistics.change import change_between
from wardmote.statistics.nested import difference_of_overlapping_counts
from wardmote.statistics.weighted_change import weighted_changes_between

BEFORE, AFTER = range(12, 24), range(24, 36)
WEIGHTS = [1.0, 20.0, 900.0]


@settings(max_examples=1000)
@given(st.integers(0, 2**32 - 1), st.floats(1, 60))
def test_a_sum_of_weights_changes_as_its_equal_events_do(seed, mean):
    rng = np.random.default_rng(seed)
    counts = rng.poisson(np.array([1.0, 0.2, 0.02]) * mean, (36, 3))
    months, size = equal_events(counts.tolist(), WEIGHTS)
    plain = change_between(months, earlier=BEFORE, later=AFTER)
    (found,) = weighted_changes_between(counts[None], WEIGHTS, earlier=BEFORE, later=AFTER)
    assert found.earlier_total == pytest.approx(plain.earlier_total * size)
    if found.ratio is not None:
        assert found.ratio == pytest.approx(plain.ratio, rel=1e-9)
    if found.distinguishable is not None:
        assert (found.lower, found.p) == pytest.approx((plain.lower, plain.p), rel=1e-9)


def test_equal_weights_give_the_test_of_counts(rng):
    counts = rng.poisson(30, (36, 1))
    (found,) = weighted_changes_between(counts[None], [7.0], earlier=BEFORE, later=AFTER)
    plain = change_between(counts[:, 0], earlier=BEFORE, later=AFTER)
    assert (found.ratio, found.lower, found.upper, found.p) == pytest.approx(
        (plain.ratio, plain.lower, plain.upper, plain.p)
    )
    assert found.later_total == pytest.approx(7 * plain.later_total)


def test_a_few_grave_events_cannot_be_told_from_chance():
    counts = np.zeros((1, 36, 2))
    counts[:, :, 0] = 50
    counts[0, [13, 17], 1] = 1
    (found,) = weighted_changes_between(counts, [1.0, 8000.0], earlier=BEFORE, later=AFTER)
    assert found.distinguishable is None
    assert "so few grave events" in found.reason


def test_a_missing_month_is_left_out_of_both_years():
    counts = np.full((1, 36, 2), 10.0)
    counts[0, 30] = np.nan
    (found,) = weighted_changes_between(counts, [1.0, 3.0], earlier=BEFORE, later=AFTER)
    assert found.months == 11
    assert found.earlier_total == found.later_total == pytest.approx(11 * 40)


def test_nothing_changed_is_seldom_called_a_change(rng):
    counts = rng.poisson(np.array([30, 6, 0.5]), (1500, 36, 3))
    found = weighted_changes_between(counts, WEIGHTS, earlier=BEFORE, later=AFTER)
    assert np.mean([bool(one.distinguishable) for one in found]) <= 0.07


@pytest.mark.parametrize("weights", [[1.0], [1.0, np.nan], [1.0, -1.0], [1.0, np.inf]])
def test_weights_that_do_not_fit_are_refused(weights):
    with pytest.raises(ValueError, match="do not fit"):
        weighted_changes_between(np.ones((1, 36, 2)), weights, earlier=BEFORE, later=AFTER)


def test_the_difference_of_versions_holds_the_truth(rng):
    missed = 0
    for _ in range(2000):
        found = difference_of_overlapping_counts(*rng.poisson([40, 12]))
        missed += not found.lower <= -28 <= found.upper
    assert missed / 2000 <= 0.07
