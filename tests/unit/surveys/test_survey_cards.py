"""A survey card promises nothing that cannot be kept."""

import pytest
import yaml

from wardmote.definitions.catalogue import read_definition
from wardmote.definitions.survey import SurveyCard
from wardmote.definitions.survey_cards import find_survey_card, shipped_survey_cards
from wardmote.errors import BadInput, DefinitionError

SOUND = """
title: Streets
owner: the council
population: residents
selection: Everybody was asked.
waves: {2024: {first: 2024-01-01, last: 2024-02-01}, 2023: {first: 2023-01-01, last: 2023-02-01}}
recognise: [safe]
questions:
  safe: {wording: "How safe?", columns: [Safe], answers: {"yes": [], "no": []}}
profile:
  age: {title: Age, columns: [Age], groups: {young: [], old: []}, bands: {young: [18, 49], old: [50, null]}}
targets:
  - {as_at: 2023-06-30, source: a register, margins: {age: {people: {young: 10, old: 20}}}}
  - {as_at: 2022-06-30, source: an older register, margins: {age: {people: {young: 11, old: 19}}}}
"""


def read(**changes):
    return read_definition(
        SurveyCard, yaml.safe_dump({**yaml.safe_load(SOUND), **changes}, sort_keys=False), name="streets.yaml"
    )


def test_every_shipped_card_is_sound():
    assert [card.id for card in shipped_survey_cards()] == ["peoples-panel", "resident-survey"]


def test_waves_stand_in_order_and_take_the_newest_target_known_then():
    card = read()
    assert card.wave_ids == ("2023", "2024")
    assert [card.target_for(wave).source for wave in card.wave_ids] == ["an older register", "a register"]


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"recognise": ["safety"]}, "recognise names “safety”, which is neither a question nor a profile item"),
        ({"questions": {"safe": {"wording": "?", "columns": ["S"]}}}, "a question with columns lists its answers"),
        (
            {"questions": {"safe": {"wording": "?", "columns": ["S"], "answers": {"a": []}, "nets": {"n": ["b"]}}}},
            "the net “n” takes in “b”, which is not an answer",
        ),
        (
            {"profile": {"age": {"title": "Age", "columns": ["Age"]}}},
            "give either groups, or is_as_written: true",
        ),
        (
            {
                "profile": {
                    "age": {
                        "title": "A",
                        "columns": ["A"],
                        "groups": {"a": [], "b": []},
                        "bands": {"a": [1, 2], "b": [4, 5]},
                    }
                }
            },
            "the band after “a” does not begin where it ends",
        ),
        (
            {"targets": [{"as_at": "2023-01-01", "source": "s", "margins": {"age": {"people": {"young": 1}}}}]},
            "the target for “age” does not give each of its groups once",
        ),
        (
            {"waves": {"2021/22": {"first": "2021-01-01", "last": "2022-01-01"}}},
            "the wave “2021/22” is called by more than letters, figures, dots and hyphens",
        ),
        ({"wawe": ["Wave"]}, "has an unknown key “wawe”: did you mean “wave”?"),
    ],
)
def test_a_fault_is_named(changes, fault):
    with pytest.raises(DefinitionError) as caught:
        read(**changes)
    assert fault in caught.value.sentence


def test_an_unknown_survey_names_the_nearest():
    with pytest.raises(BadInput, match=r"there is no survey called residents-survey\. Did you mean resident-survey\?"):
        find_survey_card("residents-survey")
