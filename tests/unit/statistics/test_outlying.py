import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference.fair import standing_out

from wardmote.statistics.outlying import outlying_areas


@settings(max_examples=1000)
@given(st.lists(st.tuples(st.integers(0, 400), st.integers(1, 20)), min_size=11, max_size=11))
def test_what_stands_out_agrees_with_going_through_the_areas_one_by_one(areas):
    events, bases = zip(*areas, strict=True)
    if not sum(events):
        return
    sizes = [50.0 * base for base in bases]
    found = outlying_areas(events, sizes, kind="rate")
    assert found.p.tolist() == pytest.approx(standing_out(list(events), sizes), rel=1e-6, abs=1e-9)


@settings(max_examples=300)
@given(st.lists(st.integers(60, 240), min_size=10, max_size=30), st.sampled_from(["rate", "share"]))
def test_an_area_is_out_exactly_where_it_lies_beyond_all_its_limits(events, kind):
    bases = np.linspace(1500, 2500, len(events)).round()
    found = outlying_areas(events, bases, kind=kind)
    lower, upper = found.limits(bases, level=0.95)
    # The half event that keeps a log finite moves a limit by as much.
    one = 1 / bases
    is_out = found.p < 0.05
    assert not (is_out & (found.values > lower + one) & (found.values < upper - one)).any()
    assert not (~is_out & ((found.values < lower - one) | (found.values > upper + one))).any()


@pytest.mark.parametrize("kind", ["rate", "share"])
def test_limits_stay_where_values_can_be(kind):
    lower, upper = outlying_areas([1] * 12, [4, 400] * 6, kind=kind).limits([3, 1000], level=0.95)
    assert (lower >= 0).all()
    assert (lower < upper).all()
    assert kind == "rate" or (upper <= 1).all()


@pytest.mark.parametrize("shape", ["lognormal", "gamma"])
@pytest.mark.parametrize("spread", [0.0, 0.4])
def test_areas_that_differ_as_areas_do_are_seldom_called_out(rng, shape, spread):
    called = 0
    for _ in range(200):
        bases = rng.uniform(1000, 2500, 60)
        draw = {"lognormal": np.exp(rng.normal(0, spread, 60)), "gamma": np.ones(60)}[shape]
        if shape == "gamma" and spread:
            draw = rng.gamma(1 / spread**2, spread**2, 60)
        found = outlying_areas(rng.poisson(0.03 * bases * draw), bases, kind="rate")
        called += bool((found.p < 0.05 / 60).any())
    assert called / 200 <= 0.07


def test_an_outlier_stands_out_and_makes_nobody_else_do_so(rng):
    events = np.append(rng.poisson(100, 39), 400)
    found = outlying_areas(events, np.full(40, 2000.0), kind="rate")
    assert (np.flatnonzero(found.p < 0.05 / 40) == [39]).all()


def test_of_few_areas_nothing_can_be_told():
    assert np.isnan(outlying_areas([1, 2, 300], [10, 10, 10], kind="rate").p).all()


def test_an_area_without_a_base_is_not_available():
    found = outlying_areas([10.0] * 11 + [5], [100.0] * 11 + [0], kind="rate")
    assert np.isnan(found.values[-1])
    assert np.isnan(found.p[-1])
    assert not np.isnan(found.p[:-1]).any()


@pytest.mark.parametrize(
    ("events", "bases", "kind", "sentence"),
    [
        ([1, 2], [1], "rate", "one count and one base"),
        ([3], [2], "share", "larger than the whole"),
        ([0, 0], [5, 5], "rate", "nothing to compare"),
        ([5, 5], [5, 5], "share", "nothing to compare"),
    ],
)
def test_areas_that_are_refused(events, bases, kind, sentence):
    with pytest.raises(ValueError, match=sentence):
        outlying_areas(events, bases, kind=kind)
