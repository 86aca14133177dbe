"""Long extracts and lists of people for measuring, with the headings and the habits of the small ones."""

import csv
from collections import Counter

import pytest

from wardmote.errors import BadInput
from wardmote.synthetic.partners import write_linkage_sets, write_many_incidents_with_people
from wardmote.synthetic.partners.police_crimes import HEADER


def _read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_long_extract_has_the_headings_of_the_small_one_and_people_who_come_again(tmp_path):
    written = write_many_incidents_with_people(tmp_path / "many.csv", rows=5_000, people=2_000, seed=3)
    rows = _read(written.path)
    assert tuple(rows[0]) == HEADER
    assert len(rows) == written.rows == 5_000
    assert len({row["Occurrence Number"] for row in rows}) == 5_000
    victims = Counter(row["Victim Ref"] for row in rows if row["Victim Ref"])
    assert 1_000 < len(victims) < 2_000
    assert max(victims.values()) > 5
    assert len({(row["Victim Ref"], row["Victim Surname"], row["Victim DOB"]) for row in rows}) == len(victims) + 1
    assert len({row["Date Reported"][:10] for row in rows}) > 1_000


def test_a_long_extract_is_the_same_again(tmp_path):
    paths = [
        write_many_incidents_with_people(tmp_path / f"{i}.csv", rows=500, people=50, seed=3).path for i in range(2)
    ]
    assert paths[0].read_bytes() == paths[1].read_bytes()
    other = write_many_incidents_with_people(tmp_path / "other.csv", rows=500, people=50, seed=4)
    assert other.path.read_bytes() != paths[0].read_bytes()


def test_too_few_people_are_refused(tmp_path):
    with pytest.raises(BadInput, match="9 people are too few"):
        write_many_incidents_with_people(tmp_path / "many.csv", rows=10, people=9, seed=3)


@pytest.fixture(scope="module")
def sets(tmp_path_factory):
    return write_linkage_sets(tmp_path_factory.mktemp("linkage"), people=4_000, seed=5)


def test_each_agency_knows_nine_in_ten_and_the_matches_name_people_of_both(sets):
    police, health, pairs = _read(sets.police), _read(sets.health), _read(sets.matches)
    assert (len(police), len(health), len(pairs)) == (sets.police_records, sets.health_records, sets.true_matches)
    assert [len(police) / 4_000, len(health) / 4_000] == pytest.approx([0.9, 0.9], abs=0.02)
    assert len(pairs) / 4_000 == pytest.approx(0.81, abs=0.02)
    assert {pair["Police Ref"] for pair in pairs} <= {row["Person Ref"] for row in police}
    assert {pair["Health Ref"] for pair in pairs} <= {row["Person Ref"] for row in health}


def test_true_matches_mostly_agree_and_differ_as_much_as_people_err(sets):
    police = {row["Person Ref"]: row for row in _read(sets.police)}
    health = {row["Person Ref"]: row for row in _read(sets.health)}
    pairs = [(police[pair["Police Ref"]], health[pair["Health Ref"]]) for pair in _read(sets.matches)]

    def share(is_so):
        return sum(is_so(a, b) for a, b in pairs) / len(pairs)

    assert 0.80 < share(lambda a, b: a["Forename"].lower() == b["Forename"].lower()) < 0.90
    assert 0.86 < share(lambda a, b: a["Surname"].lower() == b["Surname"].lower()) < 0.95
    assert 0.72 < share(lambda a, b: a["Address"] == b["Address"]) < 0.85
    assert 0.90 < share(lambda a, b: "-".join(a["DOB"].split("/")[::-1]) == b["DOB"]) < 0.96
    assert 0.03 < share(lambda _, b: not b["DOB"]) < 0.05


def test_linkage_sets_are_the_same_again(sets, tmp_path):
    again = write_linkage_sets(tmp_path, people=4_000, seed=5)
    assert again.police.read_bytes() == sets.police.read_bytes()
    assert again.health.read_bytes() == sets.health.read_bytes()
    assert again.matches.read_bytes() == sets.matches.read_bytes()
