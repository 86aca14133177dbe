"""The outline that analysts edit: its measures exist, and its faults are named."""

import pytest

from wardmote.assessment.outline import Outline, read_outline
from wardmote.definitions.catalogue import find_measure, read_definition
from wardmote.errors import DefinitionError

SMALL = """
title: A report
years_of_history: 3
licences: []
method: []
sections:
  - id: one
    heading: One
    duty: Something.
    parts:
      - {kind: control, measure: burglary%s}
"""


def measures_of(part):
    named = part.model_dump()
    lists = [named.get(key, ()) for key in ("measures", "totals", "others")]
    return [*(one for found in lists for one in found), *(named[key] for key in ("measure", "total") if key in named)]


def test_every_measure_that_it_names_is_in_the_catalogue():
    named = [one for section in read_outline().sections for part in section.parts for one in measures_of(part)]
    assert len(named) > 20
    assert {find_measure(one).id for one in named} == set(named)


def test_each_section_says_what_the_law_asks_of_it():
    assert all(section.duty.endswith(".") for section in read_outline().sections)


def test_a_small_outline_is_read():
    outline = read_definition(Outline, SMALL % "", name="small.yaml")
    assert outline.sections[0].parts[0].measure == "burglary"


def test_an_unknown_key_is_an_error():
    with pytest.raises(DefinitionError, match=r"small\.yaml: has an unknown key"):
        read_definition(Outline, SMALL % ", colour: red", name="small.yaml")
