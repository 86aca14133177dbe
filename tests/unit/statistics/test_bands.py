import pytest
from hypothesis import given
from hypothesis import strategies as st

from wardmote.statistics.bands import against_band
from wardmote.statistics.intervals import proportion_interval


@given(st.integers(0, 300), st.integers(1, 300), st.floats(0, 1), st.floats(0, 1))
def test_a_share_is_outside_only_where_its_whole_interval_is(part, rest, one, other):
    low, high = sorted((one, other))
    finding = against_band(part, part + rest, low=low, high=high)
    interval = proportion_interval(part, part + rest)
    overlaps = float(interval.upper) >= low and float(interval.lower) <= high
    assert (finding.position == "inside") is overlaps


@pytest.mark.parametrize(("part", "position"), [(10, "below"), (30, "inside"), (60, "above")])
def test_the_three_answers(part, position):
    assert against_band(part, 100, low=0.28, high=0.33).position == position


def test_nobody_is_in_no_band():
    finding = against_band(0, 0, low=0.3, high=0.4)
    assert (finding.share, finding.position) == (None, "not available")


@pytest.mark.parametrize(("low", "high"), [(0.4, 0.3), (-0.1, 0.2), (28, 40)])
def test_bands_that_are_refused(low, high):
    with pytest.raises(ValueError, match="from 0 to 1"):
        against_band(1, 2, low=low, high=high)
