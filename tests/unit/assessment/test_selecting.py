"""Cutting a series down to what one figure shows, with all its matrices in step."""

from datetime import date

import numpy as np
from unit.reports.made_up import months, rolling_quarters, series

from wardmote.assessment.facts import largest
from wardmote.assessment.part_year import sum_of_months
from wardmote.assessment.selecting import at_quarter_ends, between, from_first_value, pick_areas


def test_areas_are_picked_in_the_order_asked_for():
    picked = pick_areas(series([[1.0], [2.0], [3.0]], periods=months(1), names=("A", "B", "C")), rows=[2, 0])
    assert [area.name for area in picked.areas] == ["C", "A"]
    assert picked.value.tolist() == [[3.0], [1.0]]
    assert picked.upper.shape == picked.status.shape == (2, 1)


def test_quarters_end_with_march_june_september_and_december():
    kept = at_quarter_ends(series([range(12)], periods=months(12)))
    assert [period.last.month for period in kept.periods] == [6, 9, 12, 3]


def test_periods_between_lie_wholly_inside():
    drawn = series([range(3)], periods=rolling_quarters(3))
    assert len(between(drawn, first=date(2022, 4, 1), last=date(2023, 6, 1)).periods) == 2


def test_what_has_not_begun_is_not_a_gap_but_a_hole_is():
    begun = from_first_value(series([[np.nan, np.nan, 1.0, np.nan, 2.0]], periods=months(5)))
    assert begun.status.tolist() == [["ok", "gap", "ok"]]


def test_a_series_without_a_value_is_empty():
    assert from_first_value(series([[np.nan, np.nan]], periods=months(2))).periods == ()


def test_the_largest_areas_by_their_latest_value():
    drawn = series([[9.0, 1.0], [1.0, 5.0], [2.0, 3.0]], periods=months(2), names=("A", "B", "C"))
    assert [area.name for area in largest(drawn, most=2).areas] == ["B", "C"]


def test_areas_that_are_asked_for_lead():
    drawn = series([[9.0], [5.0], [1.0]], periods=months(1), names=("A", "B", "C"))
    assert [area.name for area in largest(drawn, most=2, first={"E02"}).areas] == ["C", "A"]


def test_part_of_a_year_is_the_sum_of_the_months_that_are_there():
    counts = [10.0] * 9 + [np.nan] * 3
    part = sum_of_months(series([counts], periods=months(12)))
    assert part.count.tolist() == [[90.0]]
    assert part.periods[0].label == "April 2022 to December 2022 (9 of 12 months)"


def test_a_rate_for_part_of_a_year_is_not_stretched_to_a_whole_one():
    counts = [10.0] * 6 + [np.nan] * 6
    part = sum_of_months(series([counts], periods=months(12), unit="per 1,000 residents"))
    assert part.value.tolist() == [[60.0]]


def test_less_than_half_a_year_is_no_year():
    assert sum_of_months(series([[10.0] * 5 + [np.nan] * 7], periods=months(12))) is None
