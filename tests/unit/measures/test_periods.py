"""Months and the periods made of them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wardmote.measures.periods import add_months, financial_year, months_from, span_in_words, windows

MONTHS = st.dates(date(1990, 1, 1), date(2100, 1, 1)).map(lambda day: day.replace(day=1))


@given(MONTHS, st.integers(-600, 600))
def test_months_added_and_taken_away_come_back(month, n):
    assert add_months(add_months(month, n), -n) == month


@given(MONTHS, st.integers(0, 60))
def test_a_run_of_months_has_each_once_in_order(first, n):
    run = months_from(first, add_months(first, n))
    assert run == [add_months(first, i) for i in range(n + 1)]


@given(MONTHS, st.integers(1, 60), st.sampled_from([("quarter", 3), ("year", 12)]))
def test_quarters_and_years_are_whole_and_start_as_financial_ones_do(first, n, kind_and_size):
    kind, size = kind_and_size
    run = months_from(first, add_months(first, n))
    expected = [i for i, month in enumerate(run) if month.month % size == 4 % size and i + size <= len(run)]
    expected = [i for i in expected if size == 3 or run[i].month == 4]
    assert [window.start for window in windows(kind, run)] == expected
    assert all(window.stop - window.start == size for window in windows(kind, run))


@given(MONTHS, st.integers(0, 40))
def test_rolling_years_end_at_every_month_from_the_twelfth(first, n):
    run = months_from(first, add_months(first, n))
    assert [window.period.last for window in windows("rolling-12", run)] == run[11:]


@pytest.mark.parametrize(
    ("label", "year"),
    [
        ("2020-21", (date(2020, 4, 1), date(2021, 3, 1))),
        ("1999-00", (date(1999, 4, 1), date(2000, 3, 1))),
        ("2020-22", None),
        ("2020", None),
        ("20-21", None),
        ("2020-2021", None),
    ],
)
def test_a_financial_year_is_written_one_way(label, year):
    assert financial_year(label) == year


def test_spans_are_said_as_people_say_them():
    assert span_in_words(date(2024, 4, 1), date(2025, 3, 1)) == "April 2024 to March 2025"
    assert span_in_words(date(2024, 4, 1), date(2024, 4, 1)) == "April 2024"
