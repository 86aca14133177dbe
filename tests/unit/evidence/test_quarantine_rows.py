"""Rows that are set aside: each with its own number in the file, a reason in words, and its text."""

import pytest
from evidence_files import STREET_HEADER, asked, crime, csv_bytes, loaded

from wardmote.evidence.store import Store

NAME = "2025-01-dorset-street.csv"


@pytest.fixture
def set_aside(tmp_path):
    """Loads rows (dicts, or lines as they are) and gives what was set aside: (row, reason)."""

    def load(rows: list[dict[str, str] | bytes]) -> list[tuple[object, ...]]:
        header = csv_bytes([])
        body = b"".join(row if isinstance(row, bytes) else csv_bytes([row])[len(header) :] for row in rows)
        (tmp_path / NAME).write_bytes(header + body)
        store = Store(tmp_path / "evidence")
        report = loaded(store, tmp_path / NAME)
        file = report.loads[0].files[0]
        found = asked(store, "SELECT row, reason FROM quarantine ORDER BY row")
        assert (file.read, file.quarantined) == (len(rows), len(found))
        kept = [row for (row,) in asked(store, "SELECT row FROM incidents ORDER BY row")]
        assert sorted([*kept, *(row for row, _ in found)]) == list(range(1, len(rows) + 1))
        return found

    return load


REASONS = {
    "the month is not written like 2025-01": crime(1, Month="January 2025"),
    "the row is of another month than its file": crime(1, Month="2024-12"),
    "no force is named": crime(1, **{"Reported by": ""}),
    "the row was reported by another force than its file is named for": crime(1, **{"Reported by": "Kent Police"}),
    "no crime type is given": crime(1, **{"Crime type": ""}),
    "the crime type is not one of the 14 that are published": crime(1, **{"Crime type": "Piracy"}),
    "the longitude or latitude is not a number": crime(1, Longitude="west"),
    "only one of longitude and latitude is given": crime(1, Latitude=""),
    "the point lies outside the United Kingdom (are longitude and latitude the right way round?)": crime(
        1, Longitude="50.72", Latitude="-1.88"
    ),
    "the LSOA code is not written like one": crime(1, **{"LSOA code": "BH1 1AA"}),
    "the row holds characters that are not text": crime(1, Location="On or near \0"),
    "a value runs over several lines, so a quotation mark is missing or one too many": crime(1, Location="On or\nnear"),
    "the line has fewer fields than the header": b"1,2025-01,Dorset Police\n",
    "the line has more fields than the header": b"x," * len(STREET_HEADER) + b"x\n",
    "the line is not text in UTF-8": csv_bytes([crime(1)]).split(b"\n")[1].replace(b"High", b"H\xeegh") + b"\n",
    "a quotation mark is out of place": b'"1"x' + csv_bytes([crime(1)]).split(b"\n")[1][64:] + b"\n",
    "the line is far longer than a row can be": csv_bytes([crime(1, Location="x" * 3_000_000)]).split(b"\n")[1] + b"\n",
}


@pytest.mark.parametrize(("reason", "row"), REASONS.items(), ids=REASONS.keys())
def test_a_row_is_set_aside_with_its_number_and_reason_and_the_rest_is_kept(set_aside, reason, row):
    assert set_aside([crime(2), crime(3), row, crime(4)]) == [(3, reason)]


def test_numbers_count_the_lines_that_are_no_rows(set_aside):
    few, late = b"1,2\n", crime(9, Month="2024-12")
    assert [row for row, _ in set_aside([few, crime(1), few, few, late, crime(2), few, late])] == [1, 3, 4, 5, 7, 8]


def test_a_crime_word_for_word_is_set_aside_after_its_first_row_and_one_that_differs_is_not(set_aside):
    moved = crime(1, Location="On or near Low Street")
    rows = [crime(1), moved, crime(1), crime(2), moved]
    assert set_aside(rows) == [
        (3, "the same crime stands word for word on an earlier row of the file"),
        (5, "the same crime stands word for word on an earlier row of the file"),
    ]


def test_incidents_without_an_id_are_never_the_same(set_aside):
    incident = crime(1, **{"Crime ID": "", "Crime type": "Anti-social behaviour", "Last outcome category": ""})
    assert set_aside([incident] * 5) == []


def test_an_earlier_row_that_was_set_aside_does_not_make_a_good_one_a_repeat(set_aside):
    assert set_aside([crime(1, Longitude="west"), crime(1), crime(2)]) == [
        (1, "the longitude or latitude is not a number")
    ]
