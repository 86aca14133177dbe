"""Numbers, months and changes as people say them."""

from datetime import date, datetime

import pytest

from wardmote.web.core.wording import (
    change_of_points,
    change_of_ratio,
    moment,
    month_runs,
    plural,
    run_words,
    share,
)


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        (0.8, "down 20%"),
        (1.05, "up 5%"),
        (1.001, "no change"),
        (3.5, "up 250%"),
        (None, "not available"),
        (float("nan"), "not available"),
    ],
)
def test_a_ratio_is_a_change_in_per_cent(ratio, words):
    assert change_of_ratio(ratio) == words


@pytest.mark.parametrize(
    ("points", "words"),
    [
        (-2.34, "down 2.3 points"),
        (0.5, "up 0.5 points"),
        (0.01, "no change"),
        (None, "not available"),
    ],
)
def test_a_difference_of_proportions_is_in_points(points, words):
    assert change_of_points(points) == words


def test_months_are_grouped_into_unbroken_runs():
    months = (date(2023, 11, 1), date(2023, 12, 1), date(2024, 1, 1), date(2024, 3, 1))

    assert [run_words(run) for run in month_runs(months)] == ["November 2023 to January 2024", "March 2024"]


def test_no_month_is_no_run():
    assert month_runs(()) == ()


@pytest.mark.parametrize(
    ("part", "whole", "words"), [(9, 120, "7.5%"), (0, 120, "0.0%"), (1, 5000, "less than 0.1%"), (0, 0, "0.0%")]
)
def test_a_share_is_never_rounded_to_nothing(part, whole, words):
    assert share(part, of=whole) == words


def test_words_agree_with_their_number():
    assert [plural(1, "row"), plural(0, "row"), plural(1200, "row")] == ["1 row", "0 rows", "1,200 rows"]


def test_a_moment_is_a_day_and_a_time():
    assert moment(datetime(2024, 3, 3, 14, 5)) == "3 March 2024 at 14:05"
