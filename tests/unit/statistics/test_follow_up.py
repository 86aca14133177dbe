import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference import people as reference

from wardmote.statistics.follow_up import follow_up
from wardmote.statistics.intervals import proportion_interval

COHORT = st.lists(st.tuples(st.integers(-1, 8), st.none() | st.integers(0, 60)), max_size=15)
EVENTS = st.lists(st.tuples(st.integers(-1, 8), st.integers(0, 90)), max_size=25)


def _columns(rows):
    return [np.array([row[column] for row in rows], dtype=int) for column in range(2)]


@settings(max_examples=1000)
@given(COHORT, EVENTS, st.integers(40, 90))
def test_a_cohort_agrees_with_following_each(cohort, events, last_day):
    clock = [np.nan if day is None else day for _, day in cohort]
    who, days = _columns(events)
    result = follow_up(
        np.array([person for person, _ in cohort], dtype=int),
        clock,
        event_persons=who,
        event_days=days,
        last_day=last_day,
        look_days=20,
    )
    expected = reference.follow_up(cohort, events, last_day=last_day, look=20)
    assert (result.with_event, result.base, result.with_event_so_far, result.not_yet_followed) == expected
    assert result.base + result.not_yet_followed + result.again + result.unidentified + result.without_clock == len(
        cohort
    )


def test_start_and_completion_are_two_clocks_and_two_answers():
    events = {"event_persons": [1, 2], "event_days": [50, 420], "last_day": 1000}
    started = follow_up([1, 2, 3], [0, 0, 0], **events)
    completed = follow_up([1, 2, 3], [np.nan, 100, 100], **events)
    assert (started.with_event, started.base) == (1, 3)
    assert (completed.with_event, completed.base, completed.without_clock) == (1, 2, 1)


def test_the_interval_is_wilsons():
    # The desistance figure printed in one partnership's report, 79% of an unknown base: here 27 people.
    persons = np.arange(27)
    result = follow_up(persons, np.zeros(27), event_persons=persons[:6], event_days=np.full(6, 100), last_day=400)
    expected = proportion_interval(6, 27)
    assert (result.share, result.lower, result.upper) == pytest.approx(
        (6 / 27, float(expected.lower), float(expected.upper))
    )


def test_an_event_of_the_day_itself_is_no_further_one():
    assert follow_up([1], [5], event_persons=[1], event_days=[5], last_day=900).with_event == 0


def test_nobody_followed_for_long_enough():
    result = follow_up([1], [5], event_persons=[1], event_days=[9], last_day=100)
    assert (result.share, result.not_yet_followed, result.with_event_so_far) == (None, 1, 1)
    assert result.reason == "nobody has been followed for 365 days yet"


def test_clocks_that_are_refused():
    with pytest.raises(ValueError, match="one day number an entry"):
        follow_up([1], [0.5], event_persons=[1], event_days=[9], last_day=100)
    with pytest.raises(ValueError, match="from 1 up"):
        follow_up([1], [0.0], event_persons=[1], event_days=[9], last_day=100, look_days=0)
