"""How good a linkage is, held against counting pairs one by one."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from unit.linkage.people import TRUTH, few_linked

from wardmote.errors import BadInput
from wardmote.evidence.linkage import Linkage, Links, linkage_quality

GROUPS = st.integers(0, 25).flatmap(
    lambda size: st.tuples(*[st.lists(st.integers(0, 8), min_size=size, max_size=size) for _ in range(2)])
)


def linkage_of(person, own=None):
    own = person if own is None else own
    return Linkage(0.9, np.array(person, dtype=np.int64), Links.of([]), np.array(own, dtype=np.int64), is_learnt=False)


def members(numbers):
    return {frozenset(at for at, one in enumerate(numbers) if one == number) for number in set(numbers)}


def pairs(numbers):
    return {pair for pair in combinations(range(len(numbers)), 2) if numbers[pair[0]] == numbers[pair[1]]}


@settings(max_examples=1000)
@given(GROUPS)
def test_counts_agree_with_counting_one_by_one(groups):
    found, true = groups
    quality = linkage_quality(linkage_of(found), true)
    both, either = pairs(found) & pairs(true), pairs(found) | pairs(true)

    assert (quality.precision.part, quality.precision.base) == (len(both), len(pairs(found)))
    assert (quality.recall.part, quality.recall.base) == (len(both), len(pairs(true)))
    assert (quality.f1.part, quality.f1.base) == (len(both), len(either))
    assert quality.whole_persons == len(members(found) & members(true))
    assert quality.parted_persons == sum(len({found[at] for at in person}) > 1 for person in members(true))
    assert quality.merged_persons == sum(len({true[at] for at in person}) > 1 for person in members(found))
    assert quality.repeat_share_true.part == sum(len(person) > 1 for person in members(true))
    assert quality.repeat_share_linked.base == len(members(found))


@given(GROUPS)
def test_f1_is_the_harmonic_mean(groups):
    found, true = groups
    quality = linkage_quality(linkage_of(found), true)
    precision, recall = quality.precision.value, quality.recall.value

    if precision and recall:
        assert quality.f1.value == pytest.approx(2 * precision * recall / (precision + recall))
        assert quality.f1.lower - 1e-9 <= quality.f1.value <= quality.f1.upper + 1e-9


def test_a_worked_example():
    # Persons A A A, B B, C: one record of A is taken for B's, and C stands alone.
    quality = linkage_quality(linkage_of([0, 0, 1, 1, 1, 2], own=[0, 0, -1, 1, 2, 3]), [0, 0, 0, 1, 1, 2])

    assert (quality.precision.part, quality.precision.base) == (2, 4)
    assert (quality.recall.part, quality.recall.base) == (2, 4)
    assert quality.f1.value == pytest.approx(0.5)
    assert (quality.whole_persons, quality.parted_persons, quality.merged_persons) == (1, 1, 1)
    assert quality.repeat_share_true.value == pytest.approx(2 / 3)
    assert (quality.repeat_share_exact.part, quality.repeat_share_exact.base, quality.unidentified) == (1, 4, 1)


def test_no_pairs_is_not_available_and_not_nought():
    quality = linkage_quality(linkage_of([0, 1]), [0, 1])

    assert quality.precision.value is quality.recall.value is quality.f1.value is None


def test_the_truth_has_to_be_of_the_same_records():
    with pytest.raises(BadInput, match="not one person for each record"):
        linkage_quality(few_linked(), TRUTH[:-1])


def test_invented_lists_are_linked_well(linked, truth):
    """The limits are well below what was measured (precision 0.997 and recall 0.97), and well above chance."""
    quality = linkage_quality(linked, truth)

    assert quality.precision.value > 0.98
    assert quality.recall.value > 0.93


def test_linking_brings_the_repeat_share_near_the_truth(linked, truth):
    quality = linkage_quality(linked, truth)
    true, exact, found = (
        share.value for share in (quality.repeat_share_true, quality.repeat_share_exact, quality.repeat_share_linked)
    )

    assert true - exact > 0.2
    assert abs(true - found) < 0.06
