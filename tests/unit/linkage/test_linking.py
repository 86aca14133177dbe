"""Who is linked with whom, and why."""

from dataclasses import replace
from datetime import date

import pytest
from unit.linkage.people import TRUTH, a_few, few_linked

from wardmote.errors import BadInput
from wardmote.evidence.linkage import PeopleRecords, link_people, linkage_quality

REASONS = {
    (0, 1): ["one forename is a short form of the other", "same surname", "same birth date"],
    (2, 3): ["same forename", "same surname", "birth dates with day and month swapped"],
    (4, 5): ["same forename", "surnames nearly alike", "same birth date"],
}


def test_a_short_list_is_linked_as_it_truly_is():
    assert few_linked().person.tolist() == list(TRUTH)


def test_each_link_says_why():
    found = {
        (link.left, link.right): [reason.words for reason in link.reasons[:3]]
        for link in few_linked().links
        if link.probability > 0.5
    }

    assert found == REASONS


def test_a_link_says_what_agrees_is_near_or_differs():
    link = next(link for link in few_linked().links if link.left == 4)

    assert [(reason.comparison, reason.agreement) for reason in link.reasons] == [
        ("forename", "same"),
        ("surname", "near"),
        ("birth date", "same"),
        ("sex", "same"),
        ("postcode sector", "different"),
    ]


def test_the_odds_are_two_to_the_weight():
    for link in few_linked().links:
        assert link.probability / (1 - link.probability) == pytest.approx(2**link.weight, rel=1e-3)


def test_what_is_not_given_speaks_neither_for_nor_against():
    records = replace(a_few(), sector=("",) * 10, sex=("",) * 10)

    link = link_people(records).links[0]

    assert [reason.words for reason in link.reasons[3:]] == ["sex not given", "postcode sector not given"]


def test_birth_dates_that_systems_make_up_link_nobody():
    made_up = date(1900, 1, 1)
    records = PeopleRecords(
        ("a", "b"), (1, 2), ("Ann", "Anne"), ("Lee", "Leigh"), (made_up, made_up), ("F", "F"), ("", "")
    )

    linkage = link_people(records)

    assert len(linkage.links) == 0
    assert linkage.own.tolist() == [-1, -1]


def test_a_person_twice_in_one_list_is_one_person():
    twice = a_few() + a_few()

    assert link_people(twice).person.tolist()[:6] == link_people(twice).person.tolist()[10:16]


@pytest.mark.parametrize("size", [0, 1])
def test_nobody_and_one_alone_are_linked_with_no_one(size):
    columns = (("a",), (1,), ("Ann",), ("Lee",), (None,), ("F",), ("QX1 1",))

    linkage = link_people(PeopleRecords(*(column[:size] for column in columns)))

    assert linkage.person.tolist() == [0] * size
    assert len(linkage.links) == 0


def test_a_higher_threshold_holds_fewer_links(linked):
    assert linked.at(0.5).person.max() < linked.at(0.9).person.max() < linked.at(0.999).person.max()
    assert linked.at(0.9).person.tolist() == linked.person.tolist()


def test_links_to_review_come_nearest_to_the_threshold_first(linked):
    distances = [abs(link.probability - linked.threshold) for link in linked.to_review(lower=0.6, upper=0.95)]

    assert distances == sorted(distances)
    assert len(distances) > 10
    assert max(distances) <= 0.3


@pytest.mark.parametrize("threshold", [0, 0.01, 1.1, -1])
def test_a_threshold_out_of_reach_is_refused(threshold):
    with pytest.raises(BadInput, match=r"threshold .* between 0\.05 and 1"):
        link_people(a_few(), threshold=threshold)


def test_columns_of_different_length_are_refused():
    with pytest.raises(BadInput, match="differ in length"):
        replace(a_few(), sex=("M",))


def test_the_same_lists_give_the_same_links(lists, linked):
    again = link_people(lists[0].records + lists[1].records)

    assert again.person.tolist() == linked.person.tolist()
    assert again.links.probability.tolist() == pytest.approx(linked.links.probability.tolist())


def test_long_lists_without_postcodes_are_linked_too(lists, truth):
    both = lists[0].records + lists[1].records

    linkage = link_people(replace(both, sector=("",) * len(both)))

    quality = linkage_quality(linkage, truth)
    assert linkage.is_learnt
    assert quality.precision.value > 0.97
    assert quality.recall.value > 0.85
