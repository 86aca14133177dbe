"""`wardmote load --link`: people of files without a common number, from the command to a measure."""

import csv
from datetime import date, timedelta

import pytest
from typer.testing import CliRunner

from wardmote.cli import app
from wardmote.evidence.workspace import Workspace
from wardmote.statistics.repeats import repeat_persons

HEADER = ("Incident Number", "Incident Date", "ASB Type", "Caller Forename", "Caller Surname", "Caller DOB", "Caller Sex",
          "Caller Postcode")  # fmt: skip
POLICE_DAY, HEALTH_DAY = date(2023, 1, 10), date(2023, 6, 10)


def run(*words):
    return CliRunner().invoke(app, [str(word) for word in words])


def write_incidents(path, people, first):
    """A file of incidents: one for each person of a list, spread over four weeks."""
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(HEADER)
        columns = (people.forename, people.surname, people.born, people.sex, people.sector)
        for number, (forename, surname, born, sex, sector) in enumerate(zip(*columns, strict=True)):
            day = first + timedelta(days=number % 15)
            writer.writerow([f"{path.stem}{number}", day, "ASB - Personal", forename, surname, born or "", sex, sector])
    return path


@pytest.fixture(scope="module")
def files(lists, tmp_path_factory):
    folder = tmp_path_factory.mktemp("incidents")
    return (
        write_incidents(folder / "north.csv", lists[0].records, POLICE_DAY),
        write_incidents(folder / "south.csv", lists[1].records, HEALTH_DAY),
    )


@pytest.fixture
def place(tmp_path):
    return Workspace.create(tmp_path / "workspace", areas=("Exampleshire",))


def repeat_rate(place):
    """The share of January's callers who called again within a year, as the store has it."""
    found = place.evidence().snapshot.rows(
        "SELECT person, occurred_on FROM event_people JOIN events USING (source, month, row) WHERE role = 'caller'"
    )
    numbers = {}
    who = [-1 if person is None else numbers.setdefault(person, len(numbers)) for person, _ in found]
    days = [day.toordinal() for _, day in found]
    january = range(POLICE_DAY.toordinal(), POLICE_DAY.toordinal() + 31)
    return repeat_persons(who, days, period=january, last_day=date(2024, 12, 31).toordinal()).share


def test_repeats_come_nearer_to_the_truth(files, sets, place, tmp_path):
    plain = Workspace.create(tmp_path / "plain", areas=("Exampleshire",))
    assert run("load", *files, "-w", plain.folder).exit_code == 0

    told = run("load", *files, "--link", "-w", place.folder)

    assert told.exit_code == 0, told.output
    true = sets.true_matches / sets.police_records
    assert abs(repeat_rate(place) - true) < abs(repeat_rate(plain) - true) / 2
    assert "without linking there are" in told.output
    assert "are one person" in told.output
    assert "within these files only" in told.output
