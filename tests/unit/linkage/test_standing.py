"""Which pseudonym stands for a person from load to load."""

from collections import Counter

from wardmote.evidence.linkage.standing import OwnPseudonyms, Standing


def choose(own, *, before=None, refused=(), present=(), numbered=()):
    standing = Standing(before or {}, set(refused), {*own, *present})
    return standing.choose(OwnPseudonyms(Counter(own), frozenset(numbered)))


def test_the_most_common_stands_and_of_equals_the_smaller():
    assert choose({"a": 1, "b": 2}) == "b"
    assert choose({"b": 1, "a": 1}) == "a"


def test_what_stood_before_is_kept_though_another_is_more_common():
    assert choose({"a": 1, "b": 5}, before={"a": "a"}) == "a"
    assert choose({"b": 5}, before={"b": "a", "a": "a"}) == "a"


def test_what_stood_for_what_stood_is_followed_to_its_end():
    assert choose({"c": 1}, before={"c": "b", "b": "a", "a": "a"}) == "a"
    assert choose({"c": 1}, before={"c": "b", "b": "c"}) in ("b", "c")


def test_it_is_not_where_it_is_another_person_in_this_load():
    assert choose({"b": 1}, before={"b": "a", "a": "a"}, present=["a"]) == "b"


def test_nor_where_the_pair_is_refused():
    assert choose({"b": 1}, before={"b": "a"}, refused=[("a", "b")]) == "b"


def test_nor_where_it_would_bring_in_another_number_by_way_of_a_name():
    assert choose({"p2": 1, "name": 3}, before={"name": "p1"}, numbered=["p2"]) == "name"
    assert choose({"p2": 1, "name": 3}, before={"p2": "p9"}, numbered=["p2"]) == "p9"


def test_two_refused_people_do_not_share_what_stood_for_both():
    standing = Standing({"b": "a", "c": "a"}, {("b", "c")}, {"b", "c"})
    chosen = [standing.choose(OwnPseudonyms(Counter([one]), frozenset())) for one in "bc"]
    assert chosen == ["a", "c"]
    assert standing.now == {"b": "a", "c": "c"}
