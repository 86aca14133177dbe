"""Quarters are read as partnerships write them."""

from datetime import date

import pytest

from wardmote.errors import BadInput
from wardmote.measures.periods import months_from, windows
from wardmote.reports.kpi.quarter import read_quarter


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-25 Q1", date(2024, 4, 1), date(2024, 6, 1)),
        ("2024-25 Q3", date(2024, 10, 1), date(2024, 12, 1)),
        ("2024/25 q4", date(2025, 1, 1), date(2025, 3, 1)),
        (" 2024-2025  Q2 ", date(2024, 7, 1), date(2024, 9, 1)),
    ],
)
def test_a_quarter_is_three_months_of_the_financial_year(text, first, last):
    quarter = read_quarter(text)
    assert (quarter.first, quarter.last) == (first, last)
    assert read_quarter(quarter.label) == quarter


def test_its_label_is_the_one_that_series_use():
    for window in windows("quarter", months_from(date(2021, 4, 1), date(2024, 3, 1))):
        assert read_quarter(window.period.label).last == window.period.last


def test_the_quarters_before():
    quarter = read_quarter("2024-25 Q1")
    assert (quarter.before.label, quarter.year_before.label) == ("2023-24 Q4", "2023-24 Q1")


@pytest.mark.parametrize("text", ["2024-25", "Q4", "2024-25 Q5", "2024-26 Q1", "24-25 Q1", ""])
def test_what_is_no_quarter_is_said_so(text):
    with pytest.raises(BadInput, match="--quarter"):
        read_quarter(text)
