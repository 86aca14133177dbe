"""Financial years, as people write them."""

from datetime import date

import pytest

from wardmote.assessment.year import read_year
from wardmote.errors import BadInput


@pytest.mark.parametrize("text", ["2020-21", "2020/21", "2020-2021", " 2020/2021 "])
def test_a_year_may_be_written_in_several_ways(text):
    year = read_year(text)
    assert (year.label, year.first, year.last) == ("2020-21", date(2020, 4, 1), date(2021, 3, 1))


def test_the_turn_of_a_century_keeps_both_digits():
    assert read_year("1999-00").label == "1999-00"


def test_the_year_before():
    assert read_year("2020-21").before.in_words == "April 2019 to March 2020"


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("2020", "--year 2020: this is not a financial year. Write it like 2020-21."),
        ("twenty", "--year twenty: this is not a financial year. Write it like 2020-21."),
        (
            "2020-22",
            (
                "--year 2020-22: the second half of the year does not follow the first. "
                "A year that starts in April 2020 is written 2020-21."
            ),
        ),
    ],
)
def test_anything_else_is_refused_with_advice(text, advice):
    with pytest.raises(BadInput) as refused:
        read_year(text)
    assert str(refused.value) == advice
