"""Spans and working days, against cases that can be checked by hand and against a calendar walked day by day."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from reference.calendar_of_days import end_of_span

from wardmote.clocks.spans import day_after
from wardmote.clocks.working_days import is_working_day
from wardmote.definitions.clocks import NATIONS, Span

DAYS = st.dates(date(2001, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("day", "span", "ends"),
    [
        (date(2025, 1, 31), Span(months=1), date(2025, 2, 28)),
        (date(2024, 1, 31), Span(months=1), date(2024, 2, 29)),
        (date(2024, 2, 29), Span(years=1), date(2025, 2, 28)),
        (date(2025, 1, 13), Span(months=12), date(2026, 1, 13)),
        (date(2026, 2, 23), Span(days=28), date(2026, 3, 23)),
        # Christmas, Boxing Day and a weekend lie between.
        (date(2025, 12, 24), Span(working_days=1), date(2025, 12, 29)),
        # 17 March is a bank holiday in Northern Ireland only.
        (date(2025, 3, 14), Span(working_days=1, nations=("Northern Ireland",)), date(2025, 3, 18)),
        (date(2025, 3, 14), Span(working_days=1, nations=("England", "Wales")), date(2025, 3, 17)),
        # Easter Monday is one in England, Wales and Northern Ireland, and not in Scotland.
        (date(2025, 4, 17), Span(working_days=1, nations=("Scotland",)), date(2025, 4, 21)),
        (date(2025, 4, 17), Span(working_days=1, nations=NATIONS), date(2025, 4, 22)),
        # The day on which the late Queen was buried was a bank holiday once.
        (date(2022, 9, 16), Span(working_days=1), date(2022, 9, 20)),
    ],
)
def test_a_span_ends_on_the_day_that_the_law_counts_to(day, span, ends):
    assert day_after(day, span) == ends


@settings(max_examples=1000)
@given(
    DAYS,
    st.one_of(
        st.fixed_dictionaries({"months": st.integers(1, 40)}),
        st.fixed_dictionaries({"days": st.integers(1, 400)}),
        st.fixed_dictionaries(
            {
                "working_days": st.integers(1, 60),
                "nations": st.sets(st.sampled_from(NATIONS), min_size=1).map(sorted).map(tuple),
            }
        ),
    ),
)
def test_a_span_ends_where_a_calendar_walked_day_by_day_says(day, span):
    assert day_after(day, Span(**span)) == end_of_span(day, **span)


@given(DAYS)
def test_a_day_off_in_one_nation_is_a_day_off_in_the_union(day):
    everywhere = is_working_day(day, nations=NATIONS)

    assert everywhere == all(is_working_day(day, nations=(nation,)) for nation in NATIONS)


def test_a_span_has_one_unit():
    with pytest.raises(ValidationError, match="give one of years, months, days and working_days"):
        Span(months=1, days=3)
