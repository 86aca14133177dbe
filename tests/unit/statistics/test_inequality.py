import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference.places import slope_index as by_regression

from wardmote.statistics.inequality import inequality_of_rates, inequality_of_shares, slope_index
from wardmote.statistics.intervals import Interval, count_interval

# Test data of the R package PHEindicatormethods (phe_sii, transformed): infant mortality by deprivation decile, and child
# obesity. Its limits are simulated a hundred thousand times, ours are worked out.
POPULATION = [279012, 255993, 236961, 214315, 192812, 183546, 168593, 164822, 154836, 138165]
RATES = [
    5.892219689475721,
    4.7345044591063035,
    3.827634083245766,
    3.8681380211371112,
    3.6771570234217785,
    3.1436261209723995,
    3.1258711808912585,
    2.942568346458604,
    2.82879950399132,
    2.7648101907140012,
]
LOWER = [
    5.614959662410748,
    4.475920770781004,
    3.586926055445024,
    3.6140791140579505,
    3.4166969870147965,
    2.8977176350029272,
    2.870493809285979,
    2.6924041297904315,
    2.57630573787527,
    2.501420619088458,
]
UPPER = [
    6.183085357576154,
    5.0079519402470885,
    4.0844291026854505,
    4.1399822998098585,
    3.9573934822289045,
    3.4103317188858107,
    3.4038909874130083,
    3.2159015715579464,
    3.1059621495836955,
    3.05584866618335,
]
MEASURED = [34353, 32112, 27715, 25372, 23889, 23260, 23180, 24193, 23609, 24488]
OBESE = [7287, 6881, 5656, 4868, 4176, 3876, 3617, 3546, 3314, 2960]


def test_the_published_slope_of_a_rate():
    values = Interval(np.array(RATES), np.array(LOWER), np.array(UPPER), 0.95, "published")
    result = slope_index(values, POPULATION, scale="log", is_scatter_allowed=False)
    assert (result.gap, result.ratio) == pytest.approx((3.15590713895456, 2.2630330378288055), rel=1e-9)
    assert (result.gap_lower, result.gap_upper) == pytest.approx((2.833237, 3.480962), abs=0.004)
    assert (result.ratio_lower, result.ratio_upper) == pytest.approx((2.089575, 2.449333), abs=0.004)


def test_the_published_slope_of_a_share():
    wilson = inequality_of_shares(OBESE, MEASURED)
    assert (wilson.gap, wilson.ratio) == pytest.approx((0.1096462611125906, 1.8720366560930344), rel=1e-9)
    assert wilson.gap_lower < 0.10443
    assert wilson.gap_upper > 0.11491


COUNTS = st.lists(st.integers(1, 400), min_size=5, max_size=10)


@settings(max_examples=1000)
@given(COUNTS, st.data())
def test_the_slope_agrees_with_a_weighted_regression(counts, data):
    size = len(counts)
    people = data.draw(st.lists(st.integers(500, 50_000), min_size=size, max_size=size))
    limits = count_interval(counts)
    scale = 1000 / np.array(people)
    values = Interval(limits.value * scale, limits.lower * scale, limits.upper * scale, 0.95, "Byar")
    result = slope_index(values, people, scale="log", is_scatter_allowed=False)
    errors = (np.log(limits.upper) - np.log(limits.lower)) / (2 * 1.959964)
    expected = by_regression(list(values.value), list(errors), people, is_share=False)
    assert (result.gap, result.ratio, result.ratio_lower, result.ratio_upper) == pytest.approx(
        expected, rel=1e-5, abs=1e-9
    )


@given(COUNTS)
def test_the_interval_and_the_p_value_agree(counts):
    result = inequality_of_rates(counts, [5000] * len(counts), per=1000)
    assert result.distinguishable is (not result.gap_lower <= 0 <= result.gap_upper)
    assert result.distinguishable is (not result.ratio_lower <= 1 <= result.ratio_upper)


def test_groups_that_stray_from_the_line_make_it_less_sure():
    straight = [200, 190, 180, 170, 160, 150, 140, 130, 120, 110]
    crooked = [300, 90, 280, 70, 260, 50, 240, 30, 220, 10]
    people = [10_000] * 10
    assert inequality_of_rates(straight, people, per=1000).distinguishable is True
    bent = inequality_of_rates(crooked, people, per=1000)
    assert (bent.scatter > 10, bent.distinguishable) == (True, False)


@pytest.mark.parametrize(
    ("events", "people", "reason"),
    [
        ([1, 2, 3, 4], [9] * 4, "only 4 groups have people, and 5 are needed"),
        ([1, 2, 3, 4, 5], [9, 9, 9, 9, 0], "only 4 groups have people, and 5 are needed"),
        ([1, 2, 0, 4, 5], [9] * 5, "a group had no events at all"),
        ([1, 2, np.nan, 4, 5], [9] * 5, "a group has no figure"),
    ],
)
def test_too_little_to_tell(events, people, reason):
    result = inequality_of_rates(events, people, per=1000)
    assert (result.gap, result.ratio, result.distinguishable, result.reason) == (None, None, None, reason)


def test_a_group_without_people_is_left_out():
    with_gap = inequality_of_rates([50, 40, 0, 30, 20, 10], [900, 900, 0, 900, 900, 900], per=1000)
    without = inequality_of_rates([50, 40, 30, 20, 10], [900] * 5, per=1000)
    assert (with_gap.gap, with_gap.groups) == (without.gap, 5)


def test_everybody_counting_is_no_slope():
    assert inequality_of_shares([9] * 5, [9] * 5).reason == "everybody in a group counts"


def test_groups_of_different_number_are_refused():
    with pytest.raises(ValueError, match="one value and one population"):
        inequality_of_rates([1, 2, 3, 4, 5], [[9] * 5], per=1000)
