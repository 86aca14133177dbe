import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference.places import between_spread, poisson_two_sided
from scipy import stats

from wardmote.statistics.funnel import funnel_of

# Test data of the R package PHEindicatormethods (calculate_funnel_limits): a rate of 116.1720835 per 100,000, with the
# lower and upper limits (two and three sigma) at the populations where so many events would lie on them.
PUBLISHED = [
    (1, 20.85059119, 4588.535848, 12.58170943, 116108.569),
    (5, 49.78092521, 357.7858395, 35.30048174, 785.6132963),
    (26, 79.2858044, 177.8417126, 65.75407195, 231.764125),
    (52, 88.58853442, 155.5499074, 77.08229077, 185.7200312),
    (99, 95.42133877, 142.9369123, 85.97604186, 161.8129075),
    (376, 105.0032842, 128.8703508, 99.30557366, 136.9663491),
]
# The first areas of its proportions, against the share of all 303, 0.80642448.
AREAS = [
    (35078.4880, 41980, "high"),
    (24803.6256, 31824, "low"),
    (50050.7443, 61921, "inside"),
    (48686.4364, 59804, "high"),
    (35795.6324, 45449, "low"),
    (22506.3828, 25932, "high"),
]


@pytest.mark.parametrize(("events", "lower", "upper", "far_lower", "far_upper"), PUBLISHED)
def test_published_limits_of_a_rate(events, lower, upper, far_lower, far_upper):
    funnel = funnel_of([events], [1], kind="rate", target=116.1720835e-5)
    for level, published in ((0.95, (lower, upper)), (0.998, (far_lower, far_upper))):
        found = [funnel.limits(events / limit * 1e5, level=level)[side] * 1e5 for side, limit in enumerate(published)]
        assert found == pytest.approx(published, rel=1e-4)


@pytest.mark.parametrize(("events", "base", "state"), AREAS)
def test_published_areas_beyond_three_sigma(events, base, state):
    assert funnel_of([events], [base], kind="share", target=0.80642448).states == (state,)


@settings(max_examples=1000)
@given(st.integers(0, 300), st.floats(0.5, 200))
def test_the_chance_of_an_area_agrees_with_summing_terms(events, expected):
    funnel = funnel_of([events], [expected], kind="rate", target=1.0)
    assert float(funnel.p[0]) == pytest.approx(poisson_two_sided(events, expected), abs=1e-9)


@given(st.integers(0, 60), st.integers(0, 200), st.floats(0.05, 0.95))
def test_an_area_is_out_exactly_where_it_lies_beyond_its_limits(parts, rest, target):
    base = max(parts + rest, 1)
    funnel = funnel_of([parts], [base], kind="share", target=target, level=0.95)
    lower, upper = (float(limit[0]) for limit in funnel.limits([base]))
    assert (funnel.states[0] != "inside") is (parts / base < lower - 1e-9 or parts / base > upper + 1e-9)


@settings(max_examples=1000)
@given(st.lists(st.tuples(st.integers(5, 400), st.integers(1, 20)), min_size=11, max_size=11))
def test_the_spread_agrees_with_drawing_in_the_ends_by_hand(areas):
    events, bases = (np.array(column, float) for column in zip(*areas, strict=True))
    bases *= 50
    target = events.sum() / bases.sum()
    expected = bases * target
    z = list(2 * (np.sqrt(events) - np.sqrt(expected)))
    # Of eleven scores the tenths' edges are the second from either end.
    dispersion, spread = between_spread(z, list(0.5 / np.sqrt(expected)), drawn_in=1)
    funnel = funnel_of(events, bases, kind="rate", is_corrected=False)
    assert (funnel.dispersion, funnel.spread) == pytest.approx((dispersion, spread), rel=1e-6, abs=1e-9)


def test_areas_that_all_vary_widen_the_limits(rng):
    bases = np.full(40, 2000.0)
    alike = rng.poisson(100, 40)
    unlike = rng.poisson(100 * rng.gamma(10, 0.1, 40))
    calm, wild = (funnel_of(events, bases, kind="rate", target=0.05) for events in (alike, unlike))
    assert wild.spread > 0.1
    assert float(wild.limits([2000])[1][0]) > 1.3 * float(calm.limits([2000])[1][0])


def test_an_outlier_does_not_hide_itself(rng):
    events = np.append(rng.poisson(100, 39), 300)
    funnel = funnel_of(events, np.full(40, 2000.0), kind="rate", target=0.05)
    assert funnel.states[-1] == "high"
    assert funnel.states.count("inside") == 39


@pytest.mark.parametrize("kind", ["rate", "share"])
@pytest.mark.parametrize("spread", [0.0, 0.15])
def test_areas_that_are_alike_are_seldom_called_out(rng, kind, spread):
    out = areas = 0
    for _ in range(300):
        bases = rng.integers(300, 5000, 40).astype(float)
        level = 0.2 * np.exp(rng.normal(0, spread, 40))
        events = (
            rng.poisson(bases * level) if kind == "rate" else rng.binomial(bases.astype(int), np.minimum(level, 0.9))
        )
        states = funnel_of(events, bases, kind=kind, level=0.95).states
        out += 40 - states.count("inside")
        areas += 40
    assert out / areas < 0.07


def test_limits_of_shares_stay_shares_and_small_areas_cannot_be_low():
    funnel = funnel_of([1] * 12, [4, 400] * 6, kind="share", target=0.1)
    lower, upper = funnel.limits([3, 1000])
    assert lower[0] == 0
    assert (lower >= 0).all()
    assert (upper <= 1).all()


def test_the_target_is_that_of_all_areas_and_gaps_are_left_out():
    funnel = funnel_of([10, 20, np.nan, 5], [100, 200, 100, 0], kind="rate")
    assert funnel.target == pytest.approx(0.1)
    assert funnel.states == ("inside", "inside", "not available", "not available")


def test_the_exact_share_agrees_with_scipy():
    funnel = funnel_of([7], [10], kind="share", target=0.3)
    expected = 2 * min(stats.binom.sf(6, 10, 0.3), stats.binom.cdf(7, 10, 0.3))
    assert float(funnel.p[0]) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("events", "bases", "options", "sentence"),
    [
        ([1, 2], [1], {"kind": "rate"}, "one count and one base"),
        ([3], [2], {"kind": "share"}, "larger than the whole"),
        ([0, 0], [5, 5], {"kind": "rate"}, "target above 0"),
        ([], [], {"kind": "rate"}, "target above 0"),
        ([1], [2], {"kind": "share", "target": 1.0}, "target above 0"),
    ],
)
def test_areas_that_are_refused(events, bases, options, sentence):
    with pytest.raises(ValueError, match=sentence):
        funnel_of(events, bases, **options)
