"""What clocks show: warnings, due days, gaps; and F1, the gap in scrutiny of the BCP annual report."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference.calendar_of_days import april_years_missed, every_state

from wardmote.clocks.gaps import Gap, gaps_between, longest
from wardmote.clocks.reading import Known, Reading, read_answer, read_clock
from wardmote.definitions.clocks import EachYear, Every, Span, Standing, Within
from wardmote.definitions.duties import all_duty_packs, find_duty

DAYS = st.dates(date(2015, 1, 1), date(2030, 12, 31))
SCRUTINY = find_duty("annual-scrutiny").versions[0].clock
YEARLY = EachYear(kind="each-year")
ANSWER = Within(kind="within", span=Span(days=28), warn=(Span(days=14), Span(days=21)))


@pytest.mark.parametrize(
    ("on", "state", "warnings"),
    [
        (date(2025, 10, 12), "met", 0),
        (date(2025, 10, 13), "due soon", 1),
        (date(2025, 11, 13), "due soon", 2),
        (date(2025, 12, 13), "due soon", 3),
        (date(2026, 1, 13), "due soon", 3),
        (date(2026, 1, 14), "overdue", 3),
    ],
)
def test_scrutiny_warns_at_9_10_and_11_months_and_fails_after_12(on, state, warnings):
    reading = read_clock(SCRUTINY, [Known.on(date(2025, 1, 13))], on=on)

    assert (reading.state, len(reading.warned), reading.due) == (state, warnings, date(2026, 1, 13))


def test_f1_from_january_2025_to_23_february_2026_is_more_than_12_months_whichever_day_of_january_it_was():
    january, february = Known.on(date(2025, 1, 1), is_month_only=True), Known.on(date(2026, 2, 23))

    assert gaps_between(SCRUTINY, [january, february], on=date(2026, 3, 9)) == (
        Gap(january, february, due=date(2026, 1, 31)),
    )
    assert read_clock(SCRUTINY, [january], on=date(2026, 2, 22)).state == "overdue"
    assert read_clock(SCRUTINY, [january, february], on=date(2026, 3, 9)).due == date(2027, 2, 23)


def test_a_sitting_in_the_same_capacity_in_between_closes_the_gap():
    sittings = [Known.on(day) for day in (date(2025, 1, 13), date(2025, 9, 8), date(2026, 2, 23))]

    assert gaps_between(SCRUTINY, sittings, on=date(2026, 3, 9)) == ()


def test_a_month_without_a_day_counts_in_the_partnership_s_favour():
    december, january = Known.on(date(2024, 1, 1), is_month_only=True), Known.on(date(2025, 1, 1), is_month_only=True)

    assert gaps_between(SCRUTINY, [december, january], on=date(2025, 1, 31)) == ()


def test_nothing_done_is_said_and_never_guessed():
    assert read_clock(SCRUTINY, [], on=date(2026, 1, 1)) == Reading("no evidence")
    assert read_clock(Standing(kind="standing"), [], on=date(2026, 1, 1)) == Reading("no evidence")
    assert read_clock(YEARLY, [], on=date(2026, 1, 1)) == Reading("no evidence")


def test_what_comes_later_proves_nothing_yet():
    later = [Known.on(date(2026, 2, 23))]

    assert read_clock(SCRUTINY, later, on=date(2026, 2, 22)).state == "no evidence"


@pytest.mark.parametrize(
    ("on", "state", "due"),
    [
        (date(2025, 3, 31), "met", date(2026, 3, 31)),
        (date(2026, 3, 31), "met", date(2026, 3, 31)),
        (date(2026, 4, 1), "overdue", date(2026, 3, 31)),
    ],
)
def test_a_yearly_duty_done_in_one_year_falls_due_by_the_end_of_the_next(on, state, due):
    reading = read_clock(YEARLY, [Known.on(date(2024, 10, 1))], on=on)

    assert (reading.state, reading.due) == (state, due)


@pytest.mark.parametrize(
    ("answered", "on", "state"),
    [
        (None, date(2026, 3, 8), "met"),
        (None, date(2026, 3, 9), "due soon"),
        (None, date(2026, 3, 23), "due soon"),
        (None, date(2026, 3, 24), "overdue"),
        (date(2026, 3, 23), date(2026, 4, 1), "met"),
        (date(2026, 3, 24), date(2026, 4, 1), "overdue"),
        (date(2026, 3, 20), date(2026, 3, 19), "due soon"),
    ],
)
def test_a_recommendation_is_answered_in_28_days(answered, on, state):
    assert read_answer(ANSWER, date(2026, 2, 23), answered, on=on).state == state


@settings(max_examples=1000)
@given(st.lists(DAYS, max_size=6), DAYS, st.integers(1, 36), st.lists(st.integers(1, 36), max_size=3))
def test_a_clock_shows_what_a_calendar_walked_day_by_day_shows(done, on, months, warn):
    clock = Every(kind="every", span=Span(months=months), warn=tuple(Span(months=number) for number in warn))

    reading = read_clock(clock, [Known.on(day) for day in done], on=on)

    assert (reading.state, reading.due) == every_state(done, on, months=months, warn=warn)


@settings(max_examples=1000)
@given(st.lists(DAYS, max_size=8), DAYS)
def test_yearly_gaps_are_the_years_that_passed_without_it(done, on):
    past = [day for day in done if day <= on]
    missed = april_years_missed(past, on)

    gaps = gaps_between(YEARLY, [Known.on(day) for day in done], on=on)

    assert {gap.due.year - 1 for gap in gaps} <= set(missed)
    assert bool(gaps) == bool(missed)


@settings(max_examples=1000)
@given(st.lists(DAYS, max_size=6), DAYS)
def test_an_open_gap_is_there_exactly_while_the_clock_is_overdue(done, on):
    known = [Known.on(day) for day in done]

    is_open = any(gap.after is None for gap in gaps_between(SCRUTINY, known, on=on))

    assert is_open == (read_clock(SCRUTINY, known, on=on).state == "overdue")


def test_the_longest_time_between_two_is_found():
    days = [Known.on(day) for day in (date(2025, 1, 1), date(2025, 2, 1), date(2025, 9, 1))]

    assert longest(days) == (days[1], days[2])
    assert longest(days[:1]) is None


def test_every_fact_of_a_pack_says_how_sure_it_is_and_what_it_rests_on():
    versions = [version for pack in all_duty_packs() for duty in pack.duties for version in duty.versions]

    assert all(version.law and version.certainty for version in versions)
    assert {pack.checked_on for pack in all_duty_packs()} >= {date(2026, 11, 22)}
