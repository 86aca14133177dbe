"""The catalogue: every file is read, and a file that is wrong says what is wrong and what was perhaps meant."""

import pytest

from wardmote.definitions.catalogue import all_measures, read_definition
from wardmote.definitions.measure import MeasureFile
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
    assert read_definition(MeasureFile, GOOD, name="burglary.yaml").current.id == "burglary"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            GOOD + "directon: up\n",
            "m.yaml: has an unknown key “directon”: did you mean “direction”? See the reference of measure files.",
        ),
        (
            GOOD + "direction: sideways\n",
            (
                "m.yaml: has a fault at “direction”: input should be 'down', 'up' or 'neither'. See the reference of"
                " measure files."
            ),
        ),
        (
            GOOD + "calculation: proportion\n",
            ("m.yaml: has a fault: a proportion needs the key “denominator”. See the reference of measure files."),
        ),
        ("just words", "m.yaml: does not hold the fields of a definition. See the reference of measure files."),
    ],
)
def test_a_wrong_file_says_what_is_wrong(text, sentence):
    with pytest.raises(DefinitionError) as refusal:
        read_definition(MeasureFile, text, name="m.yaml")
    assert refusal.value.sentence == sentence


def test_an_earlier_version_differs_in_what_it_says_and_in_nothing_else():
    text = GOOD + "version: 2\nearlier: [{version: 1, valid_to: 2019-12-31, noun: break-ins}]\n"
    file = read_definition(MeasureFile, text, name="burglary.yaml")
    first, second = file.version(1), file.version(None)
    assert (first.noun, second.noun) == ("break-ins", "burglaries")
    assert first.model_copy(update={"version": 2, "valid_to": None, "noun": "burglaries"}) == second


def test_versions_of_one_number_are_refused():
    text = GOOD + "earlier: [{noun: break-ins}]\n"
    with pytest.raises(DefinitionError, match="versions need different numbers"):
        read_definition(MeasureFile, text, name="burglary.yaml")
