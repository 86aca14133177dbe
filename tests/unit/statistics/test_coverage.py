import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wardmote.statistics.coverage import silence_at_end

WEEKDAYS_ONLY = ([4] * 5 + [0] * 2) * 20


def by_hand(counts):
    """Silent days at the end, their chance weekday by weekday, and the longest silence before them: day by day."""
    days = 0
    while days < len(counts) and counts[-1 - days] == 0:
        days += 1
    before = counts[: len(counts) - days]
    chance = 1.0
    for place in range(len(before), len(counts)):
        same = [count for i, count in enumerate(before) if i % 7 == place % 7]
        chance *= (sum(count == 0 for count in same) + 0.5) / (len(same) + 1)
    longest = run = 0
    for count in before:
        run = run + 1 if count == 0 else 0
        longest = max(longest, run)
    return days, chance, days > longest and chance < 0.001


@settings(max_examples=1000)
@given(
    st.lists(st.sampled_from([0, 0, 1, 5]), min_size=70, max_size=150), st.integers(0, 20), st.sampled_from([0.0, 0.9])
)
def test_a_silence_is_judged_as_by_hand(counts, silent, busy):
    counts = [max(count, int(i / 10 % 1 < busy)) for i, count in enumerate(counts)] + [0] * silent
    days, chance, is_unlike = by_hand(counts)
    found = silence_at_end(counts)
    assert found.days == days
    if len(counts) - days >= 56:
        assert (found.p, found.is_unlike) == (pytest.approx(chance if days else 1.0), is_unlike)
    else:
        assert (found.p, found.is_unlike) == (None, False)


@pytest.mark.parametrize(
    ("more", "is_unlike"), [([], False), ([4], False), ([4, 0], False), ([4, 0, 0, 0, 0, 0], True)]
)
def test_closed_weekends_are_expected_and_a_closed_week_is_not(more, is_unlike):
    assert silence_at_end(WEEKDAYS_ONLY + more).is_unlike is is_unlike


def test_a_longer_silence_that_came_before_is_nothing_new():
    counts = [5] * 60 + [0] * 9 + [5] * 60 + [0] * 8
    assert silence_at_end(counts).is_unlike is False
    assert silence_at_end(counts[69:]).is_unlike is True


def test_whole_files_are_hardly_ever_called_cut_short(rng):
    week = np.array([3, 3, 3, 3, 3, 0.2, 0.2])
    alarms = [silence_at_end(rng.poisson(np.tile(week, 53)[: 360 + k % 7])).is_unlike for k in range(4000)]
    assert np.mean(alarms) < 0.002


def test_nothing_but_silence_and_too_few_days_cannot_be_judged():
    assert silence_at_end([0] * 30).p is None
    assert silence_at_end([5] * 20 + [0] * 10).p is None
