"""The catalogue: every file is read, and a file that is wrong says what is wrong and what was perhaps meant."""

import pytest

from wardmote.definitions.catalogue import all_measures, read_definition
from wardmote.definitions.measure import Measure
from wardmote.definitions.vocabulary import read_vocabulary
from wardmote.errors import DefinitionError

GOOD = """
title: Burglary
short_title: Burglary
noun: burglaries
counts: crimes
numerator: {where: {crime_type: [Burglary]}}
why: It harms people where they should be safest.
source: an invented source
"""


def test_each_published_crime_type_has_its_measure():
    ids = {measure.id for measure in all_measures()}
    assert {row["measure"] for row in read_vocabulary("crime_types")} <= ids
    assert {"all-crime", "serious-violence-proxy", "outcome-charged"} <= ids


def test_anti_social_behaviour_is_an_incident_and_not_in_all_crime():
    measures = {measure.id: measure for measure in all_measures()}
    assert measures["anti-social-behaviour"].counts == "incidents"
    assert measures["all-crime"].numerator.where == {"record": ("crime",)}


def test_the_id_is_the_name_of_the_file():
    assert read_definition(Measure, GOOD, name="burglary.yaml").id == "burglary"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            GOOD + "directon: up\n",
            "m.yaml: has an unknown key “directon”: did you mean “direction”? See the reference of measure files.",
        ),
        (
            GOOD.replace("counts: crimes", "counts: people"),
            (
                "m.yaml: has a fault at “counts”: input should be 'crimes', 'incidents', 'outcomes' or 'searches'. See the"
                " reference of measure files."
            ),
        ),
        ("just words", "m.yaml: does not hold the fields of a definition. See the reference of measure files."),
    ],
)
def test_a_wrong_file_says_what_is_wrong(text, sentence):
    with pytest.raises(DefinitionError) as refusal:
        read_definition(Measure, text, name="m.yaml")
    assert refusal.value.sentence == sentence
