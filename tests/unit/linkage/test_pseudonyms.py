"""Linked persons as pseudonyms of the partnership's key."""

import re
from dataclasses import replace

import pytest
from unit.linkage.people import TRUTH, a_few, few_linked

from wardmote.evidence.linkage import link_people, linked_pseudonyms
from wardmote.evidence.people import Key

KEY = Key(bytes(range(32)))


@pytest.fixture(scope="module")
def pseudonyms():
    return linked_pseudonyms(a_few(), few_linked(), key=KEY)


def test_records_of_one_person_have_one_pseudonym(pseudonyms):
    assert pseudonyms[0] == pseudonyms[1]
    assert pseudonyms[2] == pseudonyms[3]
    assert len(set(pseudonyms) - {""}) == 5


def test_whoever_is_linked_with_nobody_has_the_pseudonym_of_any_load(pseudonyms):
    assert pseudonyms[8] == KEY.pseudonym("name", "amrit", "sandhu", "1966-07-07")


def test_a_linked_person_has_the_pseudonym_of_one_of_their_records(pseudonyms):
    assert pseudonyms[0] in {KEY.pseudonym("name", forename, "ohara", "1980-01-31") for forename in ("william", "bill")}


def test_a_single_record_without_name_or_birth_date_names_nobody(pseudonyms):
    assert [pseudonyms[at] for at in (6, 9)] == ["", ""]


def test_a_linked_person_without_a_birth_date_still_has_a_pseudonym():
    records = replace(a_few(), born=(None,) * 10)
    linkage = link_people(records, threshold=0.5)

    pseudonyms = linked_pseudonyms(records, linkage, key=KEY)

    assert pseudonyms[2] == pseudonyms[3] == KEY.pseudonym("linked", "police", "3")


def test_the_most_common_way_of_writing_gives_the_pseudonym():
    william = tuple(column[:1] for column in vars(a_few()).values())
    records = a_few() + type(a_few())(*william)

    pseudonyms = linked_pseudonyms(records, link_people(records), key=KEY)

    assert pseudonyms[1] == KEY.pseudonym("name", "william", "ohara", "1980-01-31")


def test_another_key_gives_others(pseudonyms):
    others = linked_pseudonyms(a_few(), few_linked(), key=Key(b"k" * 32))

    assert set(others) & set(pseudonyms) == {""}


def test_pseudonyms_have_the_form_of_the_store(pseudonyms):
    assert all(re.fullmatch(rf"({KEY.name}-[0-9a-f]{{32}})?", one) for one in pseudonyms)
    assert len(pseudonyms) == len(TRUTH)
