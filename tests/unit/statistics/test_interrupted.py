import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference.months import interruption as by_statsmodels

from wardmote.statistics.interrupted import interruption_of, interruptions_of, without_months

# Acute coronary events in Sicily by month, January 2002 to November 2006: the worked example of Lopez Bernal, Cummins and
# Gasparrini (2017), where smoking was banned in public from January 2005.
# fmt: off
SICILY = [
    728, 659, 791, 734, 757, 726, 760, 740, 720, 814, 795, 858, 887, 766, 851, 769, 781, 756, 766, 752, 765, 831, 879, 928,
    914, 808, 937, 840, 916, 828, 845, 818, 860, 839, 887, 886, 831, 796, 833, 820, 877, 758, 767, 738, 781, 843, 850, 908,
    1021, 859, 976, 888, 962, 838, 810, 876, 843, 936, 912,
]
# fmt: on
COUNTS = st.lists(st.integers(1, 60), min_size=48, max_size=48)
LOCKDOWN = range(27, 30)


def test_a_published_interruption():
    # Their model with a season: a rate ratio of 0.885 (0.839 to 0.933), with harmonics where ours has calendar months.
    result = interruption_of(SICILY, range(36, 59))
    assert result.ratio == pytest.approx(0.885, abs=0.005)
    assert (result.lower, result.upper) == pytest.approx((0.839, 0.933), abs=0.01)
    assert result.distinguishable is True


@settings(max_examples=1000)
@given(COUNTS, st.integers(0, 45))
def test_the_level_agrees_with_statsmodels(counts, start):
    months = range(start, start + 3)
    result = interruption_of(counts, months)
    ratio = by_statsmodels(counts, months)
    assert result.ratio == pytest.approx(ratio, rel=1e-5)
    assert result.expected == pytest.approx(sum(counts[month] for month in months) / ratio, rel=1e-5)
    assert result.distinguishable is (not result.lower <= 1 <= result.upper)


def test_a_lockdown_is_estimated_and_the_rest_unmoved(rng):
    level = 200 * (1 + 0.2 * np.sin(np.arange(60) / 6 * np.pi))
    level[LOCKDOWN] *= 0.5
    result = interruption_of(rng.poisson(level), LOCKDOWN)
    assert (result.distinguishable, result.months) == (True, 3)
    assert result.lower < 0.5 < result.upper


def test_two_lockdowns_each_have_their_own_level(rng):
    level = np.full(72, 300.0)
    level[26:29], level[34:37] = 150, 240
    first, second = interruptions_of(rng.poisson(level, (1, 72)), [range(26, 29), range(34, 37)])[0]
    assert (first.ratio, second.ratio) == pytest.approx((0.5, 0.8), abs=0.07)


def test_many_series_are_judged_as_each_alone(rng):
    counts = rng.poisson([[3.0], [40.0], [400.0]], (3, 60)).astype(float)
    counts[1, 5] = np.nan
    for row, (together,) in zip(counts, interruptions_of(counts, [LOCKDOWN]), strict=True):
        alone = interruption_of(row, LOCKDOWN)
        assert (alone.ratio, alone.lower, alone.p) == pytest.approx(
            (together.ratio, together.lower, together.p), rel=1e-6
        )


@pytest.mark.parametrize(
    ("counts", "reason"),
    [
        ([20.0] * 20, "only 17 other months have a figure, and 24 are needed"),
        ([20.0] * 27 + [np.nan] * 3 + [20.0] * 20, "none of these months has a figure"),
        ([20.0] * 27 + [0.0] * 3 + [20.0] * 20, "there were no events in these months"),
        (
            [np.nan if month % 12 == 3 and month != 27 else 20.0 for month in range(60)],
            "a calendar month has a figure in these months alone",
        ),
    ],
)
def test_too_little_to_tell(counts, reason):
    months = range(5, 8) if len(counts) == 20 else LOCKDOWN
    result = interruption_of(counts, months)
    assert (result.ratio, result.distinguishable, result.reason) == (None, None, reason)


def test_months_left_out_are_missing_and_the_series_itself_is_not_changed():
    series = np.arange(24.0).reshape(2, 12)
    left = without_months(series, [range(3), range(10, 12)])
    assert np.isnan(left[:, [0, 1, 2, 10, 11]]).all()
    assert (left[:, 3:10] == series[:, 3:10]).all()
    assert not np.isnan(series).any()


@pytest.mark.parametrize(
    ("months", "sentence"),
    [([range(3), range(2, 5)], "overlap"), ([range(20, 25)], "not consecutive"), ([range(4, 4)], "not consecutive")],
)
def test_months_that_are_refused(months, sentence):
    with pytest.raises(ValueError, match=sentence):
        without_months(np.zeros(24), months)
