"""Which records may become one person, and which never."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference.grouping import people

from wardmote.evidence.linkage.grouping import Groups, pair_of


def groups(tokens, *, refused=(), numbers=None):
    return Groups(tokens, numbers=numbers or [None] * len(tokens), refused=[pair_of(*pair) for pair in refused])


def together(found):
    return found.persons().tolist()


NUMBERS = st.none() | st.tuples(st.sampled_from(["police", "council"]), st.sampled_from("123"))
TOKENS = st.sampled_from("abcdefgh")


@settings(max_examples=1000)
@given(
    st.lists(st.tuples(TOKENS, NUMBERS), min_size=1, max_size=12),
    st.lists(st.tuples(TOKENS, TOKENS), max_size=4),
    st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=20),
)
def test_persons_are_those_of_holding_every_record_against_every_other(records, refused, drawn):
    tokens, numbers = "".join(token for token, _ in records), [number for _, number in records]
    pairs = [(left % len(records), right % len(records)) for left, right in drawn]
    found = groups(tokens, refused=refused, numbers=numbers)
    joined, expected = people(tokens, numbers, refused, pairs)
    assert [found.join(*pair) for pair in pairs] == joined
    of = together(found)
    assert {frozenset(at for at, one in enumerate(of) if one == person) for person in set(of)} == expected


def test_a_chain_is_one_person():
    found = groups("abcd")
    assert [found.join(0, 1), found.join(1, 2)] == [True, True]
    assert together(found) == [0, 0, 0, 1]


@pytest.mark.parametrize("refused", [("a", "b"), ("b", "a")])
def test_a_refused_pair_is_two_people(refused):
    found = groups("ab", refused=[refused])
    assert not found.join(0, 1)
    assert together(found) == [0, 1]


def test_nor_do_they_become_one_through_others_and_the_surer_link_holds():
    found = groups("abc", refused=[("a", "c")])
    assert [found.join(0, 1), found.join(1, 2)] == [True, False]
    assert together(found) == [0, 0, 1]


def test_nor_through_longer_chains_from_both_ends():
    found = groups("abcd", refused=[("a", "d")])
    assert [found.join(0, 1), found.join(2, 3), found.join(1, 2)] == [True, True, False]
    assert together(found) == [0, 0, 1, 1]


def test_two_numbers_of_one_agency_are_two_people_and_those_of_two_may_be_one():
    numbers = [("police", "p1"), ("police", "p2"), ("council", "c1"), None]
    found = groups("abcd", numbers=numbers)
    assert [found.join(0, 2), found.join(2, 3), found.join(3, 1)] == [True, True, False]
    assert together(found) == [0, 1, 0, 0]
    assert found.are_numbered_apart(3, 1)
