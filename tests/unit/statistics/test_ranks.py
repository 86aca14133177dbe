import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wardmote.statistics.ranks import ranks_of

AREAS = st.lists(st.tuples(st.integers(0, 300), st.integers(1, 50)), min_size=1, max_size=8)


@settings(max_examples=1000)
@given(AREAS)
def test_the_rank_is_one_more_than_how_many_are_higher(areas):
    events, bases = zip(*areas, strict=True)
    rates = [event / base for event, base in areas]
    ranks = ranks_of(events, bases, kind="rate", rng=np.random.default_rng(2), draws=200)
    assert ranks.rank.tolist() == [1 + sum(other > rate for other in rates) for rate in rates]
    assert np.all((ranks.lower <= ranks.rank) & (ranks.rank <= ranks.upper))
    assert np.all((ranks.lower >= 1) & (ranks.upper <= len(areas)))


def test_areas_that_differ_by_chance_could_have_almost_any_rank(rng):
    # Marshall and Spiegelhalter (1998) on clinics whose success differs little for their size.
    bases = np.full(20, 300)
    ranks = ranks_of(rng.binomial(bases, 0.15), bases, kind="share", rng=rng)
    middle = np.argsort(ranks.rank)[10]
    assert ranks.upper[middle] - ranks.lower[middle] >= 12


def test_areas_that_are_far_apart_keep_their_ranks(rng):
    ranks = ranks_of([100, 1000, 10_000], [5000] * 3, kind="rate", rng=rng)
    assert (ranks.lower.tolist(), ranks.upper.tolist()) == ([3, 2, 1], [3, 2, 1])


def test_the_interval_holds_the_true_rank_as_often_as_it_says(rng):
    truth = np.linspace(0.02, 0.03, 15)
    held = []
    for _ in range(200):
        ranks = ranks_of(rng.poisson(truth * 5000), np.full(15, 5000), kind="rate", rng=rng, draws=1000)
        own = np.arange(15, 0, -1)
        held.append((ranks.lower <= own) & (own <= ranks.upper))
    assert np.mean(held) > 0.93


def test_the_same_seed_gives_the_same_ranks():
    one, other = (ranks_of([5, 6, 7, 4], [99] * 4, kind="rate", rng=np.random.default_rng(3)) for _ in range(2))
    assert one.upper.tolist() == other.upper.tolist()


def test_an_area_without_a_base_has_no_rank(rng):
    ranks = ranks_of([5, 6, np.nan], [10, 0, 10], kind="rate", rng=rng)
    assert (ranks.rank[0], ranks.areas) == (1, 1)
    assert np.isnan(ranks.rank[1:]).all()
    assert ranks_of([], [], kind="rate", rng=rng).areas == 0


def test_areas_that_are_refused(rng):
    with pytest.raises(ValueError, match="one count and one base"):
        ranks_of([1], [1, 2], kind="rate", rng=rng)
    with pytest.raises(ValueError, match="larger than the whole"):
        ranks_of([3], [2], kind="share", rng=rng)
