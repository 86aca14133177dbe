"""Which months are held, in words and as a calendar."""

from datetime import date

from wardmote.web.insight.presenters.calendar import force_calendar, held_words
from wardmote.web.insight.queries.held import Held

MONTHS = {date(2024, 11, 1): 900, date(2024, 12, 1): 1100, date(2025, 3, 1): 1000}


def held(**searches):
    return Held(
        loads=(),
        force_names={"dorset": "Dorset"},
        incidents={"dorset": MONTHS},
        outcomes={},
        searches=searches,
        quality=(),
        places=(),
    )


def test_missing_months_are_named():
    words = held_words(tuple(MONTHS))

    assert words == "3 months, November 2024 to March 2025; 2 months missing: January 2025 to February 2025."


def test_no_missing_month_is_said():
    assert held_words((date(2024, 11, 1),)) == "1 month, November 2024, none missing."


def test_a_missing_month_stands_as_missing_and_what_lies_outside_as_a_dash():
    rows = force_calendar("dorset", held()).table.rows

    assert [cell.text for cell in rows[0]] == ["2024", *["–"] * 10, "900", "1,100"]
    assert [cell.text for cell in rows[1]] == ["2025", "missing", "missing", "1,000", *["–"] * 9]


def test_other_kinds_of_rows_are_said_beside():
    sentences = force_calendar("dorset", held(dorset={date(2025, 3, 1): 5})).sentences

    assert sentences[1] == "Stops and searches: 1 month, March 2025, none missing."
