"""The rule pack is data that can be trusted: dated, sourced, and about source cards that there are."""

from datetime import date

import pytest

from wardmote.definitions.cards import shipped_cards
from wardmote.definitions.catalogue import read_definition
from wardmote.definitions.rules import RulePack, find_rule_pack
from wardmote.errors import BadInput, DefinitionError

RULES = find_rule_pack("crime-and-disorder-17a")
VERSION = RULES.at(date(2024, 4, 1))


def test_every_source_that_a_duty_names_is_a_card_of_that_partner():
    partners = {
        authority.id: sorted(
            {card.partner for item in authority.items for card in shipped_cards() if card.id in item.brought_by}
        )
        for authority in VERSION.authorities
    }
    named = {id_ for authority in VERSION.authorities for item in authority.items for id_ in item.brought_by}
    assert named <= {card.id for card in shipped_cards()}
    assert partners == {
        "police": ["police"],
        "fire": ["fire and rescue"],
        "local-authority": ["council"],
        "health": ["ambulance"],
    }


def test_every_category_of_a_duty_is_a_word_that_the_card_gives():
    cards = {card.id: card for card in shipped_cards()}
    for authority in VERSION.authorities:
        for item in authority.items:
            words = (
                {word for id_ in item.brought_by for word in cards[id_].codes.get("category").words}
                if item.categories
                else set()
            )
            assert set(item.categories) <= words


def test_a_card_may_say_itself_what_it_brings():
    assert [item.id for _, item in VERSION.items_brought_by("our-transport", also=("police.transport-incidents",))] == [
        "transport-incidents"
    ]


def test_there_was_no_duty_before_it_began():
    with pytest.raises(BadInput, match=r"there was no such duty on 2007-06-30"):
        RULES.at(date(2007, 6, 30))


def test_a_partnership_may_keep_its_own_rules(tmp_path):
    (tmp_path / "ours.yaml").write_text(
        """
title: Ours
summary: Monthly.
sources: [our protocol]
checked_on: 2024-01-01
versions:
  - valid_from: 2024-01-01
    valid_to: 2024-12-31
    period: {begins: 2024-01-01, months: 1}
    due_after_periods: 1
    source: our protocol
    authorities: [{id: a, called_in_2007: a, today: a, items: [{id: i, title: t}]}]
""",
        encoding="utf-8",
    )
    assert find_rule_pack("ours", tmp_path).at(date(2024, 12, 31)).period.months == 1
    assert find_rule_pack("crime-and-disorder-17a", tmp_path) == RULES
    with pytest.raises(BadInput, match=r"there is no rule pack called our\. Did you mean ours\?"):
        find_rule_pack("our", tmp_path)


def test_versions_that_overlap_are_refused():
    import yaml

    content = RULES.model_dump(mode="json")
    content["versions"] = [content["versions"][0], {**content["versions"][0], "valid_from": "2030-01-01"}]
    with pytest.raises(DefinitionError, match="one version ends before the next begins"):
        read_definition(RulePack, yaml.safe_dump(content), name="x.yaml")
