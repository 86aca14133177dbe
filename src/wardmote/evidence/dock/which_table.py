"""What one row of an unknown file is: an event, a person's time on a programme, or a figure that was already counted."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from wardmote.definitions.card import Target
from wardmote.evidence.dock.guesses import is_date, is_number

_FOLLOWED = re.compile(
    r"sentence|terminat|refer|start|began|commenc|complete|completion|discharg|close|closing|exit|finish|\bend"
)
_ATTENDS = re.compile(
    r"client|service user|participant|patient|attendee|referee|nominee|programme|treatment|course|probation|\border\b|licence"
)
_PERIODS = re.compile(r"month|quarter|year|period|week|session|meeting|as at")
_PLACED = re.compile(r"longitude|latitude|easting|northing|grid")
_YEAR = re.compile(r"^(19|20)\d{2} *[-/–] *\d{2,4}$|^(19|20)\d{2}$")
_MONTH = re.compile(r"^[A-Za-z]{3,9}[ -](\d{4}|\d{2})$|^(19|20)\d{2}-\d{2}$|^\d{1,2}/(19|20)\d{2}$")
_COUNTED = re.compile(
    r"total|number of|^no of|count|incidents|offences|members|cases|places|attend|booked|hours|cost|saving|£|%|rate"
)
_OF_A_RECORD = re.compile(r"\bref|\burn\b|\bid\b|incident n|crime n|case n|log n")
_OF_A_PERSON = re.compile(r"sur ?name|fore ?name|first name|\bdob\b|birth")


@dataclass(frozen=True)
class Seen:
    """One column as it was looked at: its heading, and the values of the first rows that are not blank."""

    heading: str
    values: tuple[str, ...]

    @property
    def words(self) -> str:
        """The heading in small letters, without signs."""
        return re.sub(r"[^\w£%]+|_", " ", self.heading.lower()).strip()

    @property
    def different(self) -> int:
        """How many different values it has."""
        return len(set(self.values))


def which_table(columns: Sequence[Seen]) -> tuple[Target, str]:
    """The table that such rows belong in, and why, as a sentence.

    A file has figures that were already counted where it has a period (a year, a month or a quarter, or dates under
    such a heading), a column of numbers that its heading calls a total or the like (beside years and months any numbers
    will do), and no number or name of a single record or person, and no point. It is of
    people on a programme where two of its dates are of referral, start or completion and somebody attends. Else each of
    its rows is an event.
    """
    if (period := _period(columns)) and (figure := _figure(columns)) and not _is_of_one(columns):
        return (
            "tallies",
            f"Each row seems to be a figure already counted: “{period}” is a period and “{figure}” a count.",
        )
    dates = [one.heading for one in columns if _FOLLOWED.search(one.words) and is_date_column(one)]
    if len(dates) > 1 and any(_ATTENDS.search(one.words) for one in columns):
        listed = " and ".join(f"“{heading}”" for heading in dates[:2])
        return "episodes", f"Each row seems to be one person’s time on a programme: {listed} are dates along it."
    return "events", "Each row seems to be one event, with a date of its own."


def is_period(one: Seen) -> bool:
    """Whether the values are years or months."""
    return bool(one.values) and all(_YEAR.match(value) or _MONTH.match(value) for value in one.values)


def is_year(one: Seen) -> bool:
    """Whether the values are years, such as 2024-25."""
    return bool(one.values) and all(_YEAR.match(value) for value in one.values)


def is_counted(one: Seen) -> bool:
    """Whether a column holds nothing but numbers, and they are not years."""
    return bool(one.values) and not is_period(one) and all(is_number(value) for value in one.values)


def _period(columns: Sequence[Seen]) -> str:
    found = (one for one in columns if is_period(one) or (_PERIODS.search(one.words) and is_date_column(one)))
    return next((one.heading for one in found), "")


def _figure(columns: Sequence[Seen]) -> str:
    is_by_month = any(is_period(one) for one in columns)
    found = (one for one in columns if is_counted(one) and (is_by_month or _COUNTED.search(one.words)))
    return next((one.heading for one in found), "")


def _is_of_one(columns: Sequence[Seen]) -> bool:
    return any(
        _OF_A_PERSON.search(one.words)
        or _PLACED.search(one.words)
        or (_OF_A_RECORD.search(one.words) and one.values and one.different > 0.95 * len(one.values))
        for one in columns
    )


def is_date_column(one: Seen) -> bool:
    """Whether most of the values are written like dates."""
    return bool(one.values) and sum(map(is_date, one.values)) >= 0.8 * len(one.values)
