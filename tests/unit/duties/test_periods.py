"""Information periods of SI 2007/1831: three months each from 1 July 2007, due by the end of the next."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wardmote.definitions.rules import find_rule_pack
from wardmote.evidence.duties.periods import periods_between

RULE = find_rule_pack("crime-and-disorder-17a").at(date(2024, 4, 1))


@pytest.mark.parametrize(
    ("first", "last", "due", "label"),
    [
        # Regulation 3(2): the first period within which information is disclosed begins on 1 October 2007.
        ("2007-07-01", "2007-09-30", "2007-12-31", "Jul to Sep 2007"),
        ("2007-10-01", "2007-12-31", "2008-03-31", "Oct to Dec 2007"),
        ("2024-01-01", "2024-03-31", "2024-06-30", "Jan to Mar 2024"),
        ("2024-04-01", "2024-06-30", "2024-09-30", "Apr to Jun 2024"),
    ],
)
def test_when_a_period_ends_and_is_due(first, last, due, label):
    (period,) = periods_between(RULE, date.fromisoformat(first), date.fromisoformat(first))
    assert (period.last.isoformat(), period.due.isoformat(), period.label) == (last, due, label)


def test_a_financial_year_has_four_and_nothing_was_owed_before():
    periods = periods_between(RULE, date(2024, 4, 1), date(2025, 3, 1))
    assert [one.label for one in periods] == [
        "Apr to Jun 2024",
        "Jul to Sep 2024",
        "Oct to Dec 2024",
        "Jan to Mar 2025",
    ]
    assert periods_between(RULE, date(2006, 4, 1), date(2007, 6, 30)) == ()


def slow_periods(first, last):
    """Day by day from 1 July 2007: a period begins wherever a third month has gone by since the last began."""
    day, found = date(2007, 7, 1), []
    while day <= last:
        after = day
        while (after.year * 12 + after.month) - (day.year * 12 + day.month) < 3:
            after += timedelta(days=1)
        if day >= first:
            found.append((day, after - timedelta(days=1)))
        day = after
    return found


@settings(max_examples=1000)
@given(st.dates(date(2006, 1, 1), date(2012, 1, 1)), st.integers(0, 900))
def test_periods_agree_with_walking_the_days(first, days):
    last = first + timedelta(days=days)
    periods = periods_between(RULE, first, last)
    assert [(one.first, one.last) for one in periods] == slow_periods(first, last)
    for one, after in itertools.pairwise(periods):
        assert after.first == one.last + timedelta(days=1)
        assert one.due == after.last
        assert [month.day for month in one.months] == [1, 1, 1]
