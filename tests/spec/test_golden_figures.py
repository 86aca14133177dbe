"""The figures of two published reports, worked out again: what each says, and what its numbers allow it to say.

The reports are a community safety partnership's annual report of 2026 and another's plan for 2023 to 2026.
What the first marks as serving several priorities is counted in tests/workspace/test_report_counts.py.
"""

from datetime import date

import numpy as np
import pytest

from wardmote.definitions.catalogue import all_measures
from wardmote.measures.periods import months_from, windows
from wardmote.measures.surveys.checking import compare_percentages
from wardmote.statistics.attainable import attainable_percentages, stated_ratio
from wardmote.statistics.bands import against_band
from wardmote.statistics.comparison import compare_counts, compare_proportions
from wardmote.statistics.detectable import base_for_change, largest_fall_count
from wardmote.statistics.intervals import count_interval, proportion_interval, rate_interval
from wardmote.statistics.representation import representation
from wardmote.statistics.survey import SMALLEST_BASE, compare_waves, margin_of_error, weighted_share

LAST_YEAR, THIS_YEAR = 734, 721
REPEATS_LAST_YEAR, REPEATS_THIS_YEAR = 160, 116
WEEKS = 52


def _per_cent(share):
    return round(100 * float(share), 1)


# --- conferences on high-risk domestic abuse ---------------------------------------------------------------------


def test_cases_a_conference():
    cases = float(rate_interval(THIS_YEAR, WEEKS, per=1).value)
    assert (round(cases, 2), round(cases)) == (13.87, 14)


def test_one_more_case_in_thirteen_fewer_is_no_news():
    change = compare_counts(LAST_YEAR, THIS_YEAR)
    assert THIS_YEAR - LAST_YEAR == -13
    assert (_per_cent(change.estimate - 1), round(change.p, 2), change.distinguishable) == (-1.8, 0.75, False)


@pytest.mark.parametrize(("cases", "lower", "upper"), [(LAST_YEAR, 682, 789), (THIS_YEAR, 669, 776)])
def test_the_intervals_of_the_two_years_overlap(cases, lower, upper):
    interval = count_interval(cases)
    assert (round(float(interval.lower)), round(float(interval.upper))) == (lower, upper)
    assert lower <= min(THIS_YEAR, LAST_YEAR) <= max(THIS_YEAR, LAST_YEAR) <= upper


def test_how_few_cases_would_have_been_a_fall():
    threshold = largest_fall_count(LAST_YEAR)
    assert (threshold, _per_cent(threshold / LAST_YEAR - 1)) == (659, -10.2)
    assert compare_counts(LAST_YEAR, threshold).distinguishable is True
    assert compare_counts(LAST_YEAR, threshold + 1).distinguishable is False


@pytest.mark.parametrize(
    ("repeats", "cases", "share", "lower", "upper"),
    [(REPEATS_THIS_YEAR, THIS_YEAR, 16.1, 13.6, 18.9), (REPEATS_LAST_YEAR, LAST_YEAR, 21.8, 19.0, 24.9)],
)
def test_the_share_of_repeats(repeats, cases, share, lower, upper):
    interval = proportion_interval(repeats, cases)
    assert [_per_cent(figure) for figure in (interval.value, interval.lower, interval.upper)] == [share, lower, upper]


def test_the_fall_in_repeats_is_told_apart_from_chance():
    change = compare_proportions(REPEATS_LAST_YEAR, LAST_YEAR, REPEATS_THIS_YEAR, THIS_YEAR)
    assert (_per_cent(change.estimate), round(change.z, 2), round(change.p, 4)) == (-5.7, -2.78, 0.0055)
    assert change.distinguishable is True


@pytest.mark.parametrize(("benchmark", "expected"), [(0.28, 202), (0.31, 224), (0.32, 231), (0.40, 288)])
def test_repeats_that_the_benchmark_leads_to_expect(benchmark, expected):
    finding = against_band(REPEATS_THIS_YEAR, THIS_YEAR, low=benchmark, high=benchmark)
    assert (round(finding.expected_low), finding.position) == (expected, "below")


def test_fewer_repeats_than_the_benchmark_may_be_repeats_that_were_missed():
    national = against_band(REPEATS_THIS_YEAR, THIS_YEAR, low=0.31, high=0.33)
    assert (national.position, round(national.expected_low) - REPEATS_THIS_YEAR) == ("below", 108)
    assert against_band(REPEATS_LAST_YEAR, LAST_YEAR, low=0.24, high=0.33).position == "inside"


def test_the_load_now():
    now = rate_interval(21, 1, per=WEEKS)
    assert float(now.value) == 1092
    assert round(100 * (float(now.value) / THIS_YEAR - 1)) == 51


@pytest.mark.parametrize(("a_week", "a_year"), [(15, 780), (20, 1040)])
def test_the_band_stated_for_a_week(a_week, a_year):
    assert float(rate_interval(a_week, 1, per=WEEKS).value) == a_year


@pytest.mark.parametrize(("women", "is_above"), [(180_249, True), (180_251, False)])
def test_the_norm_is_for_so_many_women_and_not_for_a_meeting(women, is_above):
    assert (float(rate_interval(THIS_YEAR, women, per=10_000).value) > 40) is is_above


# --- a register of places ----------------------------------------------------------------------------------------


def test_the_towns_of_the_safe_places():
    places = np.array([102, 57, 11])
    assert places.sum() == 170
    assert [_per_cent(share) for share in proportion_interval(places, places.sum()).value] == [60.0, 33.5, 6.5]


# --- what residents said -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("stated", "count"), [("94", 85), ("46", 41), ("39", 35), ("38", 34), ("37", 33)])
def test_the_only_number_of_the_panel_behind_each_percentage(stated, count):
    assert attainable_percentages(stated, base=90).only_count == count


@pytest.mark.parametrize(
    ("count", "lower", "upper"), [(41, 35.7, 55.8), (35, 29.5, 49.2), (34, 28.5, 48.1), (33, 27.4, 47.0)]
)
def test_the_four_concerns(count, lower, upper):
    interval = proportion_interval(count, 90)
    assert (_per_cent(interval.lower), _per_cent(interval.upper)) == (lower, upper)


@pytest.mark.parametrize("base", range(86, 91))
def test_three_per_cent_are_three_people(base):
    assert attainable_percentages("3", base=base).only_count == 3


def test_a_percentage_that_ninety_people_cannot_give():
    result = attainable_percentages("14.8", base=90)
    assert (result.is_attainable, result.nearest_base, result.nearest_base_count) == (False, 88, 13)
    assert attainable_percentages("14.8", base=88).only_count == 13


def test_almost_doubled():
    ratio = stated_ratio("8.5", "14.8")
    assert round(ratio.value, 2) == 1.74
    assert ratio.upper < 1.8
    assert "almost doubled" not in compare_percentages("8.5", "14.8")
    assert "“almost doubled”" in compare_percentages("8.0", "15.2")


def test_four_of_four_people_is_not_everybody():
    interval = proportion_interval(4, 4)
    assert (round(100 * float(interval.lower)), float(interval.upper)) == (51, 1.0)
    assert weighted_share([1] * 4).share is None
    assert max(9, 4, 4, 9, 7) < SMALLEST_BASE


def test_a_panel_nearly_all_of_whom_are_over_fifty_five():
    # The population's share is that of an older county: nearly half of its adults are 55 or over.
    younger, older = representation([90 - 85, 85], [52, 48])
    assert (older.is_over, younger.is_under) == (True, True)


def test_the_margin_of_the_residents_survey():
    assert _per_cent(margin_of_error(0.13, base=2659)) == 1.3


def test_unsafe_after_dark_rose_and_a_point_by_day_may_be_chance_on_a_small_panel():
    survey = [weighted_share([1] * round(share * 2659) + [0] * round((1 - share) * 2659)) for share in (0.10, 0.13)]
    assert compare_waves(*survey).distinguishable is True
    panel = [weighted_share([1] * count + [0] * (90 - count)) for count in (8, 13)]
    assert compare_waves(*panel).distinguishable is False


# --- series ------------------------------------------------------------------------------------------------------


def test_three_years_of_months_give_nine_rolling_points_a_quarter_apart():
    months = months_from(date(2022, 4, 1), date(2025, 3, 1))
    at_quarter_ends = [window for window in windows("rolling-12", months) if window.period.last.month % 3 == 0]
    assert len(at_quarter_ends) == 9
    assert (at_quarter_ends[0].period.last, at_quarter_ends[-1].period.last) == (date(2023, 3, 1), date(2025, 3, 1))


def test_how_many_incidents_a_fall_of_six_per_cent_needs():
    base = base_for_change(0.94)
    assert round(base, -2) == 2100
    assert compare_counts(base, 0.94 * base).distinguishable is True
    assert compare_counts(base - 100, 0.94 * (base - 100)).distinguishable is False


# --- what the plan measures ---------------------------------------------------------------------------------------


def test_the_plan_s_measures_in_the_catalogue_and_which_of_them_should_rise():
    asked = [one for one in all_measures() if "Dorset Community Safety Plan 2023-26" in one.asked_for_by]
    assert len(asked) == 23
    assert sorted(one.id for one in asked if one.direction == "up") == [
        "friends-against-scams",
        "savings-through-prevention",
    ]
