"""For every reason for which a row is set aside, there is something to do about it."""

import re

import pytest

from wardmote.evidence import remedies
from wardmote.evidence.dock import chunks, csv_records, persons, points, reading
from wardmote.evidence.sources import csv_rows

ELSE = "Look at the row in the partner’s own file, mend it there, and load the file again."


def reasons_in_code(root):
    """Every reason that stands in the readers' own text as a sentence of a check."""
    for folder in ("dock", "sources"):
        for path in sorted((root / "src" / "wardmote" / "evidence" / folder).glob("*.py")):
            text = path.read_text(encoding="utf-8")
            yield from re.findall(r'(?:IS NULL|NULL"|\)"|condition|\w"), f?"((?:the|no|it|only one) [^"]+)"\)', text)
            yield from re.findall(r'_Unusable\(f?"([^"]+)"', text)


def test_every_reason_has_a_remedy_of_its_own(root):
    found = {*reasons_in_code(root), chunks.TOO_FEW, chunks.TOO_MANY, csv_records.NOT_CLOSED, persons.OTHER_KEY}
    found |= {points.OUTSIDE, reading.SUMMARY, chunks.NOT_TEXT, reading.REPEATED, *csv_rows._NOT_ROWS.values()}
    assert len(found) > 30
    assert [reason for reason in sorted(found) if remedies.remedy_of(reason) == ELSE] == []


@pytest.mark.parametrize(
    ("reason", "begins"),
    [
        ("the row adds up others", "Nothing"),
        ("the date it was recorded is not written as the card says", "Check how it is written"),
        ("the category is not one that the card lists", "Add the word to the card’s list"),
        ("no date is given", "Ask the partner to fill in"),
        ("something that nobody has thought of", "Look at the row"),
    ],
)
def test_the_remedy_fits_the_reason(reason, begins):
    assert remedies.remedy_of(reason).startswith(begins)
