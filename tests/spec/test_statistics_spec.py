"""What the statistics answer, as a table that can be read beside the guidance it comes from."""

import numpy as np
import pytest

from wardmote.statistics.change import change_between
from wardmote.statistics.comparison import compare_counts, compare_proportions
from wardmote.statistics.control import control_chart
from wardmote.statistics.intervals import count_interval, proportion_interval
from wardmote.statistics.multiplicity import adjust_p_values
from wardmote.statistics.season import season_of
from wardmote.statistics.trend import trend_over

YEAR = [20, 22, 25, 30, 33, 35, 34, 31, 27, 24, 21, 20]


@pytest.mark.parametrize(
    ("count", "lower", "upper"),
    [
        # The exact limits of a Poisson mean, as every table of them gives (e.g. Breslow and Day 1987, table 2.10).
        (0, 0.00, 3.69),
        (1, 0.03, 5.57),
        (5, 1.62, 11.67),
        (9, 4.12, 17.08),
        # Byar's from 10 up.
        (10, 4.79, 18.39),
        (116, 95.85, 139.13),
        (721, 669.32, 775.61),
        (734, 681.85, 789.08),
    ],
)
def test_the_interval_of_a_count(count, lower, upper):
    interval = count_interval(count)
    assert (round(float(interval.lower), 2), round(float(interval.upper), 2)) == (lower, upper)


@pytest.mark.parametrize(
    ("part", "whole", "lower", "upper"),
    [
        (116, 721, 13.6, 18.9),
        (160, 734, 19.0, 24.9),
        # Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3.
        (81, 263, 25.53, 36.62),
        (15, 148, 6.24, 16.05),
        (0, 20, 0.00, 16.11),
        (1, 29, 0.61, 17.18),
    ],
)
def test_the_interval_of_a_share(part, whole, lower, upper):
    interval = proportion_interval(part, whole)
    assert float(interval.lower) * 100 == pytest.approx(lower, abs=0.05)
    assert float(interval.upper) * 100 == pytest.approx(upper, abs=0.05)


@pytest.mark.parametrize(
    ("before", "after", "p", "is_distinguishable"),
    [
        (734, 721, 0.75, False),
        (734, 660, 0.05, False),
        (734, 659, 0.047, True),
        (10, 2, 0.039, True),
        (3, 0, 0.25, False),
    ],
)
def test_two_counts(before, after, p, is_distinguishable):
    result = compare_counts(before, after)
    assert result.p == pytest.approx(p, abs=0.005)
    assert result.distinguishable is is_distinguishable


def test_two_shares():
    result = compare_proportions(160, 734, 116, 721)
    assert (round(result.z, 2), round(result.p, 4), result.distinguishable) == (-2.78, 0.0055, True)


@pytest.mark.parametrize(
    ("after", "ratio", "is_distinguishable"),
    [([n // 2 for n in YEAR], 0.5, True), (YEAR, 1.0, False), ([n * 2 for n in YEAR], 2.0, True)],
)
def test_a_change_between_two_years(after, ratio, is_distinguishable):
    change = change_between(YEAR + after, earlier=range(12), later=range(12, 24))
    assert (round(change.ratio, 1), change.distinguishable) == (ratio, is_distinguishable)


@pytest.mark.parametrize(
    ("earlier", "later", "sentence"),
    [
        (range(12), range(6, 18), "overlap"),
        (range(12), range(11, 23), "overlap"),
        (range(12), range(13, 25), "different calendar months"),
        (range(12), range(12, 23), "not alike"),
        (range(13), range(24, 37), "not alike"),
        (range(12), range(36, 48), "beyond the series"),
    ],
)
def test_windows_that_are_refused(earlier, later, sentence):
    with pytest.raises(ValueError, match=sentence):
        change_between(YEAR * 3, earlier=earlier, later=later)


@pytest.mark.parametrize(
    ("months", "missing", "reason"),
    [
        (24, range(7), "only 5 calendar months are in both periods, and 6 are needed"),
        (24, range(24), "only 0 calendar months are in both periods, and 6 are needed"),
    ],
)
def test_too_little_to_tell_a_change(months, missing, reason):
    counts = np.array(YEAR * 2, dtype=float)
    counts[list(missing)] = np.nan
    change = change_between(counts, earlier=range(12), later=range(12, months))
    assert (change.distinguishable, change.p, change.lower, change.reason) == (None, None, None, reason)


def test_a_trend_needs_two_years():
    assert trend_over((YEAR * 2)[:23]).distinguishable is None
    assert trend_over(YEAR * 2).distinguishable is False


def test_a_season_names_its_peak_and_whether_it_is_clear():
    season = season_of(YEAR * 3, first_month=1)
    assert (season.peak_month, season.trough_month, season.distinguishable) == (6, 1, True)
    assert season.is_peak_clear is False
    assert {5, 6, 7} <= set(season.peak_months)


# NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2: the batch example (mean 50.81, mean moving range 1.8778).
NIST = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]


def test_a_control_chart_published_by_nist():
    chart = control_chart(NIST, direction="neither")
    assert chart.centre[0] == pytest.approx(50.81)
    # NIST divides by 1.128 and multiplies by 3; the guidance for this chart rounds that to 2.66.
    assert chart.upper[0] == pytest.approx(55.8041, abs=0.002)
    assert chart.lower[0] == pytest.approx(45.8159, abs=0.002)
    assert not any(chart.signals)
    assert chart.is_trial
    assert chart.distinguishable is None


STEADY = [10, 12, 9, 11, 10, 12, 9, 11, 10, 12, 9, 11]


@pytest.mark.parametrize(
    ("later", "signals", "good_is_down"),
    [
        ([30], ("beyond limits",), "concern"),
        ([1], ("beyond limits",), "improvement"),
        ([9, 10, 9, 10, 9, 10, 9], ("seven on one side",), "improvement"),
        ([11, 12, 11, 12, 11, 12, 11], ("seven on one side",), "concern"),
        ([15.0, 11, 15.0], ("two of three near a limit",), "concern"),
        ([10], (), "common cause"),
    ],
)
def test_what_a_control_chart_says_of_the_latest_month(later, signals, good_is_down):
    opposite = {"concern": "improvement", "improvement": "concern", "common cause": "common cause"}
    neutral = "neutral" if signals else "common cause"
    chart = control_chart(STEADY + later, direction="down")
    assert (chart.latest_signals, chart.state) == (signals, good_is_down)
    assert control_chart(STEADY + later, direction="up").state == opposite[good_is_down]
    assert control_chart(STEADY + later, direction="neither").state == neutral


def test_p_values_published_by_benjamini_and_hochberg():
    # Their section 4: fifteen comparisons, of which 4 are found at 5% (Holm, like Bonferroni's bound, finds 3).
    p = [
        0.0001,
        0.0004,
        0.0019,
        0.0095,
        0.0201,
        0.0278,
        0.0298,
        0.0344,
        0.0459,
        0.3240,
        0.4262,
        0.5719,
        0.6528,
        0.7590,
        1.0,
    ]
    assert (adjust_p_values(p) < 0.05).sum() == 4
    assert (adjust_p_values(p, method="holm") < 0.05).sum() == 3
