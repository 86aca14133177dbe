import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wardmote.statistics.comparison import compare_counts
from wardmote.statistics.detectable import base_for_change, largest_fall_count, smallest_rise_count


def _is_told(before, after):
    return compare_counts(before, after).distinguishable is True


@settings(max_examples=1000)
@given(st.integers(0, 300))
def test_thresholds_are_those_found_by_trying_each_count(before):
    falls = [after for after in range(before) if _is_told(before, after)]
    assert largest_fall_count(before) == (max(falls) if falls else None)
    assert smallest_rise_count(before) == next(after for after in range(before + 1, 1000) if _is_told(before, after))


@pytest.mark.parametrize("ratio", [0.0, 0.5, 0.9, 1.1, 2.0])
def test_the_base_is_enough_and_one_fewer_is_not(ratio):
    base = base_for_change(ratio)
    assert _is_told(base, ratio * base)
    assert not _is_told(base - 1, ratio * (base - 1))


@pytest.mark.parametrize("ratio", [1, -0.5, 1 + 1e-9])
def test_changes_that_nothing_shows_are_refused(ratio):
    with pytest.raises(ValueError, match=r"needs a ratio|so small a change"):
        base_for_change(ratio)
