from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference.answers import attainable_percentages as tried_one_by_one
from reference.answers import ratios_behind

from wardmote.statistics.attainable import attainable_means, attainable_percentages, stated_ratio


@settings(max_examples=1000)
@given(st.integers(0, 10_000), st.integers(0, 2), st.integers(1, 120))
def test_the_counts_are_those_found_by_trying_each(figure, decimals, base):
    stated = min(Decimal(figure).scaleb(-decimals), Decimal(100))
    assert list(attainable_percentages(stated, base=base).counts) == tried_one_by_one(stated, base)


@given(st.integers(1, 500), st.data())
def test_what_was_counted_can_always_be_had(base, data):
    count = data.draw(st.integers(0, base))
    assert count in attainable_percentages(f"{100 * count / base:.1f}", base=base).counts


def test_the_example_that_the_method_was_published_with():
    # Brown and Heathers (2017): a mean of 5.19 of 28 people's whole numbers cannot be, for 145 / 28 is 5.18 and 146 / 28 5.21.
    result = attainable_means("5.19", base=28)
    assert (result.is_attainable, result.nearest_count, round(result.nearest, 2)) == (False, 145, 5.18)
    assert attainable_means("5.18", base=28).only_count == 145


def test_the_nearest_base_below_says_how_many_may_not_have_answered():
    result = attainable_percentages("14.8", base=90)
    assert (result.nearest_base, result.nearest_base_count) == (88, 13)
    assert (result.nearest_count, round(result.nearest, 1)) == (13, 14.4)


def test_a_figure_on_a_large_base_cannot_fail():
    assert attainable_percentages("14.8", base=1000).can_fail is False
    assert attainable_percentages("14.8", base=999).can_fail is True
    assert len(attainable_percentages("14.8", base=1_000_000).counts) == 1001


def test_the_decimals_are_those_that_were_written():
    assert attainable_percentages("14", base=90).only_count == 13
    assert attainable_percentages("14.0", base=90).is_attainable is False


def test_a_ratio_of_printed_figures_knows_what_rounding_hid():
    ratio = stated_ratio("8.5", "14.8")
    assert (round(ratio.value, 2), round(ratio.lower, 3), round(ratio.upper, 3)) == (1.74, 1.725, 1.757)
    assert stated_ratio("0.4", "3").upper == pytest.approx(3.5 / 0.35)
    assert stated_ratio("1", "3").upper == pytest.approx(7.0)


@pytest.mark.parametrize(("stated", "base"), [("101", 90), ("-1", 90), ("14", 0), ("many", 90), ("NaN", 90)])
def test_figures_that_are_refused(stated, base):
    with pytest.raises(ValueError, match="Give"):
        attainable_percentages(stated, base=base)


def test_a_float_is_refused_for_it_has_lost_its_decimals():
    with pytest.raises(TypeError, match="as text"):
        attainable_percentages(14.8, base=90)


@settings(max_examples=1000)
@given(st.integers(1, 2_000), st.integers(0, 2_000), st.integers(0, 2), st.integers(0, 2))
def test_rounding_hid_no_ratio_beyond_the_range(first, second, decimals_first, decimals_second):
    before, after = Decimal(first).scaleb(-decimals_first), Decimal(second).scaleb(-decimals_second)
    ratio, behind = stated_ratio(before, after), ratios_behind(before, after)
    assert ratio.value == pytest.approx(float(after) / float(before))
    assert (ratio.lower, ratio.upper) == pytest.approx((float(min(behind)), float(max(behind))))


def test_a_ratio_of_nothing_is_refused():
    with pytest.raises(ValueError, match="above zero"):
        stated_ratio("0", "3")
