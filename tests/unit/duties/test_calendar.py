"""The calendar from loads, officers and the register, as it stands in a workspace."""

import csv
import io
import json
from datetime import date

import pytest
from typer.testing import CliRunner

from wardmote.cli import app
from wardmote.definitions.rules import find_rule_pack
from wardmote.errors import BadInput
from wardmote.evidence.duties.calendar import duty_calendar
from wardmote.evidence.duties.wording import sentences_of

RULES = find_rule_pack("crime-and-disorder-17a")
OFFICERS = """Partner,Dataset,Liaison Officer,Deputy
Nowhere Ambulance,ambulance,Information Lead,Analyst
"""
REGISTER = "Dataset,Period Start,Received,Complete\n"


@pytest.fixture
def calendar(workspace):
    """The calendar of 2024-25 for the ambulance service alone, on a day."""
    (workspace.folder / "partners.csv").write_text(OFFICERS, encoding="utf-8")

    def on_day(on):
        return duty_calendar(
            workspace.evidence(), RULES, first=date(2024, 4, 1), last=date(2025, 3, 1), on=date.fromisoformat(on)
        )

    return on_day


def stands(calendar):
    return [(one.period, one.status) for one in calendar.supplies]


def test_loads_tell_what_came_and_when(calendar, deliver):
    deliver("2024-04", "2024-05", "2024-06", on="2024-08-01")
    deliver("2024-07", "2024-08", "2024-09", on="2025-01-10")
    deliver("2024-10", "2024-12", on="2025-02-01")
    found = calendar("2025-04-01")
    assert [(one.period, one.status, one.load, one.rows, one.received) for one in found.supplies] == [
        ("Apr to Jun 2024", "on time", 1, 30, date(2024, 8, 1)),
        ("Jul to Sep 2024", "late", 2, 30, date(2025, 1, 10)),
        ("Oct to Dec 2024", "incomplete", 3, 20, date(2025, 2, 1)),
        ("Jan to Mar 2025", "not due yet", None, 0, None),
    ]
    assert sentences_of(found)[:4] == (
        "3 supplies were due before 1 April 2025: 1 came in time, 1 came late, 1 is incomplete.",
        (
            "Nowhere Ambulance, ambulance, Oct to Dec 2024, due by 31 March 2025, is incomplete: 2024-11 is not here."
            " Ask Information Lead or Analyst."
        ),
        "Nowhere Ambulance, ambulance, Jul to Sep 2024 came 10 days late, on 10 January 2025.",
        "Next due, by 30 June 2025, for Jan to Mar 2025: Nowhere Ambulance (ambulance).",
    )


def test_a_month_loaded_before_it_was_over_has_not_come(calendar, deliver):
    deliver("2024-04", "2024-05", "2024-06", on="2024-06-20")
    assert calendar("2024-10-01").supplies[0].missing_months == (date(2024, 6, 1),)
    deliver("2024-06", on="2024-07-03", rows=12)
    assert stands(calendar("2024-10-01"))[0] == ("Apr to Jun 2024", "on time")


def test_a_revision_does_not_make_an_early_supply_late(calendar, deliver):
    deliver("2024-04", "2024-05", "2024-06", on="2024-08-01")
    deliver("2024-04", "2024-05", "2024-06", on="2024-12-01", rows=11)
    assert stands(calendar("2025-01-01"))[0] == ("Apr to Jun 2024", "on time")


def test_a_stray_row_is_not_taken_for_a_month(calendar, deliver):
    deliver({"2024-04": 20, "2024-05": 20, "2024-06": 1}, on="2024-08-01")
    found = calendar("2024-10-01")
    assert found.supplies[0].thin_months == (date(2024, 6, 1),)
    assert "Nowhere Ambulance, ambulance, Apr to Jun 2024 has far fewer rows than usual in 2024-06." in sentences_of(
        found
    )


def test_the_register_knows_better_than_the_loads(workspace, calendar, deliver):
    deliver("2024-04", "2024-05", "2024-06", "2024-07", "2024-08", "2024-09", on="2025-02-01")
    assert [status for _, status in stands(calendar("2025-02-02"))][:2] == ["held", "held"]
    (workspace.folder / "s17a-arrivals.csv").write_text(
        f"{REGISTER}ambulance,01/04/2024,20/09/2024,Yes\nambulance,2024-07-01,2024-12-01,No\n"
        "ambulance,2024-10-01,2025-01-05,Yes\nambulance,2025-01-01,2025-05-01,Yes\n",
        encoding="utf-8",
    )
    assert stands(calendar("2025-02-02")) == [
        ("Apr to Jun 2024", "on time"),
        ("Jul to Sep 2024", "incomplete"),
        ("Oct to Dec 2024", "received, not loaded"),
        ("Jan to Mar 2025", "not due yet"),  # entered for a day that has not come
    ]


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("partners.csv", "Partner,Officer\nA,B\n", "partners.csv: has no column “Dataset”. Give it: Partner, Dataset."),
        (
            "s17a-arrivals.csv",
            f"{REGISTER}ambulance,spring,,\n",
            "s17a-arrivals.csv: row 1 has a day that is not written like 2024-09-30. Mend the row.",
        ),
    ],
)
def test_a_workspace_file_that_cannot_be_read_is_named(workspace, calendar, name, text, sentence):
    (workspace.folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        calendar("2025-01-01")
    assert caught.value.sentence == sentence


def test_officers_may_be_given_in_toml(workspace, calendar):
    (workspace.folder / "partners.toml").write_text(
        '[[partner]]\nname = "Nowhere Fire"\nofficer = "Data Manager"\nsources = ["fire"]\n', encoding="utf-8"
    )
    found = calendar("2025-01-01")
    assert {(one.partner, one.source, one.officer, one.deputy) for one in found.supplies} == {
        ("Nowhere Fire", "fire", "Data Manager", "")
    }
    assert {one.owes for one in found.supplies} == {
        "fire: deliberate fires, violence against staff, and dwelling fires without a smoke alarm"
    }


def test_without_officers_every_source_that_the_duty_names_is_followed(workspace):
    found = duty_calendar(
        workspace.evidence(), RULES, first=date(2024, 4, 1), last=date(2024, 4, 1), on=date(2024, 10, 1)
    )
    assert [one.source for one in found.supplies] == [
        "ambulance",
        "council-asb",
        "fly-tipping",
        "road-collisions",
        "school-exclusions",
        "fire",
        "police-asb",
        "police-crimes",
    ]
    assert {one.status for one in found.supplies} == {"missing"}
    assert "police: transport incidents by category" in found.unread


def test_what_is_shared_by_agreement_keeps_the_same_clock(workspace, calendar):
    (workspace.folder / "partners.csv").write_text("Partner,Dataset\nProbation,probation\n", encoding="utf-8")
    assert [(one.owes, one.status) for one in calendar("2024-10-01").supplies][:1] == [("by agreement", "missing")]


def test_the_command_prints_sentences_first_and_the_same_in_every_form(workspace, calendar, deliver):
    deliver("2024-04", "2024-05", "2024-06", on="2024-08-01")

    def run(*words):
        said = CliRunner().invoke(
            app, ["calendar", "--year", "2024-25", "--on", "2025-01-01", "-w", str(workspace.folder), *words]
        )
        assert said.exit_code == 0
        return said.output

    assert run().startswith("2 supplies were due before 1 January 2025: 1 came in time, 1 is missing.")
    rows = list(csv.DictReader(io.StringIO(run("--as", "csv"))))
    content = json.loads(run("--as", "json"))
    assert [row["status"] for row in rows] == [one["status"] for one in content["supplies"]]
    assert [row["status"] for row in rows] == ["on time", "missing", "not due yet", "not due yet"]
    assert content["sentences"][0] in " ".join(run().split())


def test_a_year_that_is_none_is_refused():
    said = CliRunner().invoke(app, ["calendar", "--year", "2024"])
    assert str(said.exception.sentence) == "--year: “2024” is not a financial year. Write it like 2024-25."
