import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference.answers import represented

from wardmote.statistics.representation import representation

GROUPS = st.lists(st.tuples(st.integers(0, 200), st.integers(0, 5000)), min_size=1, max_size=7).filter(
    lambda groups: all(map(sum, zip(*groups, strict=True)))
)


@settings(max_examples=1000)
@given(GROUPS)
def test_who_is_over_and_under_is_told_by_standard_errors(groups):
    sample, population = map(list, zip(*groups, strict=True))
    found = representation(sample, population)
    called = ["over" if one.is_over else "under" if one.is_under else "" for one in found]
    assert called == represented(sample, population)
    assert [one.sample_share for one in found] == pytest.approx([one / sum(sample) for one in sample])
    assert [one.population_share for one in found] == pytest.approx([one / sum(population) for one in population])
    assert not any(one.is_over and one.is_under for one in found)


def test_a_panel_of_older_people_is_warned_about():
    young, old = representation([5, 85], [54, 46])
    assert (young.is_under, old.is_over, round(old.ratio, 1)) == (True, True, 2.1)
    assert (young.is_over, old.is_under) == (False, False)


def test_a_representative_sample_is_seldom_warned_about(rng):
    population = np.array([0.3, 0.25, 0.2, 0.15, 0.1])
    samples = rng.multinomial(400, population, size=2000)
    warned = [any(g.is_over or g.is_under for g in representation(sample, population)) for sample in samples]
    assert np.mean(warned) < 0.05


def test_a_small_difference_in_a_large_sample_is_not_noticeable():
    assert not any(group.is_over or group.is_under for group in representation([52_000, 48_000], [50, 50]))


def test_a_group_that_the_population_does_not_have():
    assert representation([50, 50], [100, 0])[1].ratio is None


def test_groups_that_do_not_match_are_refused():
    with pytest.raises(ValueError, match="the same groups"):
        representation([1, 2], [1, 2, 3])
