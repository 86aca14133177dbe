"""Packs of duties: what may be written, and how a partnership puts its own in place."""

from datetime import date

import pytest

from wardmote.definitions.duties import all_duty_packs, find_duty
from wardmote.errors import BadInput, DefinitionError

OWN = """
title: Our scrutiny
order: 5
sources: [our constitution]
checked_on: 2026-01-01
duties:
  - id: {id}
    title: The committee sits
    function: Scrutiny
    shown_by: a sitting
    versions:
      - valid_from: 2009-04-30
        clock: {clock}
        law: our constitution
        certainty: local practice
"""


def write(folder, *, name="scrutiny", id_="annual-scrutiny", clock="{kind: every, span: {months: 6}}"):
    (folder / f"{name}.yaml").write_text(OWN.replace("{id}", id_).replace("{clock}", clock), encoding="utf-8")
    return folder


def test_the_six_functions_of_an_annual_report_have_their_duties():
    first = all_duty_packs()[0]

    assert [duty.function for duty in first.duties] == [
        "Strategy group",
        "Information sharing",
        "Strategic assessment",
        "Partnership plan",
        "Strategies",
        "Domestic homicide reviews",
    ]


def test_a_duty_is_what_it_was_on_a_day():
    duty = find_duty("serious-violence-strategy")

    assert duty.at(date(2023, 1, 30)) is None
    assert duty.at(date(2023, 1, 31)) is duty.versions[0]


def test_a_partnership_s_own_pack_stands_in_place_of_the_catalogue_s(tmp_path):
    duty = find_duty("annual-scrutiny", write(tmp_path))

    assert duty.versions[0].clock.words == "again within 6 months of the last time"


def test_the_same_duty_in_two_packs_is_refused(tmp_path):
    with pytest.raises(DefinitionError, match="two packs of duties name annual-scrutiny"):
        all_duty_packs(write(tmp_path, name="another"))


@pytest.mark.parametrize(
    "clock",
    [
        "{kind: sometimes}",
        "{kind: every}",
        "{kind: every, span: {months: 6, days: 2}}",
        "{kind: within, span: {days: 28}}",
    ],
)
def test_a_clock_that_cannot_run_is_refused(tmp_path, clock):
    with pytest.raises(DefinitionError):
        all_duty_packs(write(tmp_path, clock=clock))


def test_a_duty_that_is_not_there_is_said():
    with pytest.raises(BadInput, match="there is no duty called scrutinise"):
        find_duty("scrutinise")
