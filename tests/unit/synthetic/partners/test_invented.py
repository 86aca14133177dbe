"""Nobody in the partners' files is real, and nothing but the partners' files holds a name."""

import csv
import gzip

import pytest

from wardmote.synthetic.names import street_name
from wardmote.synthetic.partners.invented_names import FORENAMES, HOME_STREETS, SHORT_FORENAMES, SURNAMES


def test_each_name_is_one_of_a_kind():
    assert len(set(FORENAMES)) == len(FORENAMES) == 250
    assert len(set(SURNAMES)) == len(SURNAMES) == 600
    assert len(SHORT_FORENAMES) == len(FORENAMES)
    assert all(
        short[:4] == full[:4] and len(short) < len(full) for short, full in zip(SHORT_FORENAMES, FORENAMES, strict=True)
    )


def test_no_name_and_no_home_street_stands_in_a_real_lookup(open_data):
    names = {name.lower() for name in (*FORENAMES, *SURNAMES, *HOME_STREETS)}
    for path in (open_data / "lookups").glob("*.csv*"):
        opener = gzip.open if path.suffix == ".gz" else open
        with opener(path, "rt", encoding="utf-8-sig", newline="") as file:
            assert not {value.lower() for row in csv.reader(file) for value in row} & names


def test_nobody_lives_in_a_street_that_the_police_files_name():
    assert not {street_name(i) for i in range(209)} & set(HOME_STREETS)


def test_the_truths_and_the_files_without_people_hold_no_name(partners):
    with_people = {
        "police-crimes.csv", "police-asb.csv", "council-asb.xlsx", "probation.csv", "drug-services.csv",
        "perpetrator-programme.xlsx",
    }  # fmt: skip
    names = [name.lower().encode() for name in (*FORENAMES, *SURNAMES, *HOME_STREETS)]
    for path in partners.iterdir():
        if path.suffix in {".csv", ".json"}:
            content = path.read_bytes().lower()
            assert any(name in content for name in names) == (path.name in with_people), path.name


@pytest.mark.parametrize("name", ["police-crimes.csv", "police-asb.csv"])
def test_one_number_stands_for_one_person(good, name):
    role = "Victim" if name == "police-crimes.csv" else "Caller"
    people: dict[str, set[tuple[str, ...]]] = {}
    for row in good(name):
        if row[f"{role} Ref"]:
            parts = tuple(row[f"{role} {part}"] for part in ("Forename", "Surname", "DOB", "Address"))
            people.setdefault(row[f"{role} Ref"], set()).add(parts)
    assert len(people) > 1000
    assert all(len(ways) == 1 for ways in people.values())


def test_postcode_sectors_are_in_an_area_that_is_not_used(table):
    sectors = {row["Postcode Sector"] for name in ("ambulance.csv", "ed-violence.csv") for row in table(name)} - {""}
    assert sectors == {f"QX{town} {sector}" for town in (1, 2, 3) for sector in range(1, 10)}
