import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference.statistics import binomial_p
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep, proportions_ztest

from wardmote.statistics.comparison import compare_counts, compare_proportions, fisher_p

COUNT = st.integers(0, 300)


@settings(max_examples=1000)
@given(COUNT, COUNT)
def test_counts_against_exact_fractions(first, second):
    if first + second:
        assert compare_counts(first, second).p == pytest.approx(binomial_p(first, second), rel=1e-9)


@settings(max_examples=1000)
@given(st.integers(1, 300), st.integers(1, 300), st.floats(0.1, 10))
def test_counts_on_unequal_exposure_against_scipy(first, second, exposure):
    result = compare_counts(first, second, exposures=(1.0, exposure))
    limits = stats.binomtest(second, first + second).proportion_ci(method="exact")
    assert result.lower == pytest.approx(limits.low / (1 - limits.low) / exposure, rel=1e-6)
    assert result.upper == pytest.approx(limits.high / (1 - limits.high) / exposure, rel=1e-6)
    assert result.distinguishable is (not result.lower <= 1 <= result.upper)


@settings(max_examples=1000)
@given(st.integers(0, 40), st.integers(1, 40), st.integers(0, 40), st.integers(1, 40))
def test_fisher_against_scipy(a, b, c, d):
    assert fisher_p(a, a + b, c, c + d) == pytest.approx(stats.fisher_exact([[a, b], [c, d]]).pvalue, abs=1e-9)


@settings(max_examples=1000)
@given(st.integers(20, 300), st.integers(20, 300), st.integers(20, 300), st.integers(20, 300))
def test_shares_against_statsmodels(a, b, c, d):
    result = compare_proportions(a, a + b, c, c + d)
    z, p = proportions_ztest([c, a], [c + d, a + b])
    expected = confint_proportions_2indep(c, c + d, a, a + b, method="newcomb")
    if result.z is not None:
        assert (result.z, result.p) == pytest.approx((z, p), abs=1e-9)
    assert (result.lower, result.upper) == pytest.approx(expected, abs=1e-9)


# Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 10, examples (a) and (b).
@pytest.mark.parametrize(
    ("first", "second", "lower", "upper"),
    [((48, 80), (56, 70), -0.3339, -0.0524), ((3, 10), (9, 10), -0.8090, -0.1705)],
)
def test_published_differences(first, second, lower, upper):
    result = compare_proportions(*first, *second)
    assert (-result.upper, -result.lower) == pytest.approx((lower, upper), abs=0.001)


def test_nothing_to_compare():
    assert compare_counts(0, 0).distinguishable is None
    assert compare_counts(0, 5).estimate is None
    assert compare_counts(0, 5).upper is None
    assert compare_proportions(0, 0, 3, 9).distinguishable is None


def test_small_tables_are_judged_exactly():
    assert compare_proportions(1, 10, 7, 10).method == "Fisher's exact test"


def test_a_part_above_its_whole_is_refused():
    with pytest.raises(ValueError, match="larger than the whole"):
        compare_proportions(11, 10, 1, 10)
