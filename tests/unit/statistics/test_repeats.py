import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference import people as reference
from statsmodels.regression.linear_model import OLS

from wardmote.statistics.intervals import proportion_interval
from wardmote.statistics.repeats import look_around, repeat_events, repeat_persons

ROWS = st.lists(st.tuples(st.integers(-1, 6), st.integers(0, 60)), max_size=40)
LOOK = {"look_days": 20}


def _columns(rows, width=2):
    return np.array(rows, dtype=int).reshape(-1, width).T


@settings(max_examples=1000)
@given(ROWS, st.integers(0, 30), st.integers(1, 40), st.integers(30, 60), st.integers(1, 5))
def test_people_agree_with_looking_at_each(rows, start, length, last_day, gap):
    period = range(start, start + length)
    result = repeat_persons(*_columns(rows), period=period, last_day=last_day, shortest_gap_days=gap, **LOOK)
    expected = reference.repeat_persons(rows, period=period, last_day=last_day, look=20, gap=gap)
    assert (
        result.repeated,
        result.base,
        result.partly_followed_repeated,
        result.partly_followed,
    ) == expected


@settings(max_examples=1000)
@given(
    st.lists(st.tuples(st.integers(0, 15), st.integers(-1, 6), st.integers(0, 60)), max_size=40),
    st.integers(0, 30),
    st.integers(0, 30),
    st.integers(1, 5),
)
def test_events_agree_with_looking_at_each(rows, start, first_day, gap):
    period = range(start, start + 25)
    numbers, who, days = _columns(rows, 3)
    result = repeat_events(who, days, events=numbers, period=period, first_day=first_day, shortest_gap_days=gap, **LOOK)
    expected = reference.repeat_events(rows, period=period, first_day=first_day, look=20, gap=gap)
    assert (
        result.repeated,
        result.base,
        result.partly_followed_repeated,
        result.partly_followed,
        result.unidentified,
    ) == expected


@settings(max_examples=1000)
@given(ROWS, st.integers(1, 5))
def test_looking_around_agrees_row_by_row(rows, gap):
    looked = look_around(*_columns(rows), first_day=0, last_day=60, shortest_gap_days=gap, **LOOK)
    assert list(zip(looked.has_earlier, looked.has_further, strict=True)) == reference.looked_around(
        rows, look=20, gap=gap
    )
    assert [bool(known) for known in looked.is_fully_known_after] == [day + 20 <= 60 for _, day in rows]


def test_why_the_time_window_is_fixed_for_each_person():
    # Pease (1998) shows that a calendar year understates repeats, since those first hurt in December have a month to
    # be hurt again. Two people a month apart from their own first event: both count.
    result = repeat_persons([1, 1, 2, 2], [10, 40, 350, 380], period=range(365), last_day=800)
    assert (result.repeated, result.base) == (2, 2)


def test_whose_days_are_not_over_is_left_out_and_said():
    result = repeat_persons([1, 1, 2, 3, 3], [0, 5, 10, 300, 310], period=range(365), last_day=400)
    assert (result.repeated, result.base, result.partly_followed, result.partly_followed_repeated) == (1, 2, 1, 1)
    assert result.is_followed_in_part is True
    assert (result.lower, result.upper) == pytest.approx(
        (float(proportion_interval(1, 2).lower), float(proportion_interval(1, 2).upper))
    )


def test_nobody_followed_yet():
    result = repeat_persons([1, 1], [0, 5], period=range(365), last_day=100)
    assert (result.share, result.reason) == (None, "nobody in the period could be followed for so long yet")
    assert repeat_persons([-1], [0], period=range(9), last_day=900).reason == "nobody is identified in the period"
    assert repeat_persons([], [], period=range(9), last_day=900).share is None


def test_records_of_one_day_are_one_occasion():
    assert repeat_persons([1, 1], [3, 3], period=range(9), last_day=900).repeated == 0
    assert repeat_events([1, 1], [403, 403], period=range(400, 500), first_day=0).repeated == 0


def test_the_day_exactly_a_year_on_still_counts_and_the_next_does_not():
    assert repeat_persons([1, 1], [3, 368], period=range(9), last_day=900).repeated == 1
    assert repeat_persons([1, 1], [3, 369], period=range(9), last_day=900).repeated == 0


def test_the_interval_of_events_takes_people_as_clusters(rng):
    sizes = rng.choice([1, 2, 25], 300, p=[0.6, 0.3, 0.1])
    who = np.repeat(np.arange(300), sizes)
    days = rng.integers(0, 1000, who.size)
    result = repeat_events(who, days, period=range(400, 1000), first_day=0, look_days=100)
    kept = days >= 400
    repeat = look_around(who, days, first_day=0, last_day=1000, look_days=100).has_earlier[kept].astype(float)
    model = OLS(repeat, np.ones(repeat.size))
    groups = np.unique(who[kept], return_inverse=True)[1]
    # statsmodels corrects for the number of clusters as Cochran does.
    variance = float(model.fit(cov_type="cluster", cov_kwds={"groups": groups}).bse[0]) ** 2
    base = result.share * (1 - result.share) / variance
    expected = proportion_interval(result.share * base, base)
    assert (result.lower, result.upper) == pytest.approx((float(expected.lower), float(expected.upper)), rel=1e-6)
    plain = proportion_interval(result.repeated, result.base)
    assert result.upper - result.lower > 1.2 * float(plain.upper - plain.lower)


def test_events_of_one_person_alone_give_no_interval():
    result = repeat_events([1, 1], [400, 410], period=range(400, 500), first_day=0)
    assert (result.share, result.lower, result.people) == (0.5, None, 1)
    assert result.reason == "too few people, or the data do not go back far enough"


def test_nothing_seen_twice_leaves_the_interval_of_so_many_people():
    result = repeat_events([1, 2, 3], [400, 410, 420], period=range(400, 500), first_day=0)
    assert (result.share, result.lower) == (0.0, pytest.approx(0, abs=1e-12))
    assert result.upper == pytest.approx(float(proportion_interval(0, 3).upper))


@pytest.mark.parametrize("gap", [0, 366])
def test_gaps_that_are_refused(gap):
    with pytest.raises(ValueError, match="shortest gap"):
        repeat_persons([1], [1], period=range(9), last_day=9, shortest_gap_days=gap)


def test_dates_that_are_no_day_numbers_are_refused():
    with pytest.raises(ValueError, match="whole numbers"):
        repeat_persons([1.5], [1], period=range(9), last_day=9)
    with pytest.raises(ValueError, match="as many of one"):
        repeat_persons([1, 2], [1], period=range(9), last_day=9)


def test_a_million_events_take_a_moment(rng):
    who, days = rng.integers(0, 600_000, 1_000_000), rng.integers(0, 1460, 1_000_000)
    begun = time.process_time()
    repeat_persons(who, days, period=range(365, 730), last_day=1459)
    repeat_events(who, days, period=range(365, 1460), first_day=0)
    assert time.process_time() - begun < 5
