import numpy as np
import pytest

from wardmote.statistics.representation import representation


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
