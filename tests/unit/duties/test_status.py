"""How a supply stands: the table that the calendar goes by."""

from datetime import date

import pytest

from wardmote.definitions.rules import find_rule_pack
from wardmote.evidence.duties.calendar import status_of
from wardmote.evidence.duties.periods import periods_between
from wardmote.evidence.duties.register import Receipt

SPRING = date(2024, 4, 1)
(PERIOD,) = periods_between(find_rule_pack("crime-and-disorder-17a").at(SPRING), SPRING, SPRING)
IN_TIME, TOO_LATE = date(2024, 9, 30), date(2024, 10, 1)


@pytest.mark.parametrize(
    ("loaded", "register", "is_complete", "on", "since", "status"),
    [
        (None, None, False, "2024-05-01", None, "not due yet"),
        (None, None, False, "2024-09-30", None, "not due yet"),  # the day itself is still in time
        (None, None, False, "2024-10-01", None, "missing"),
        (IN_TIME, None, True, "2024-10-05", "2024-01-01", "on time"),
        (TOO_LATE, None, True, "2024-10-05", "2024-01-01", "late"),
        (TOO_LATE, None, True, "2024-10-05", "2024-10-01", "held"),  # the store itself began too late to tell
        (IN_TIME, None, False, "2024-10-05", "2024-01-01", "incomplete"),
        (TOO_LATE, IN_TIME, True, "2024-10-05", "2024-01-01", "on time"),  # came in time, and was loaded later
        (TOO_LATE, TOO_LATE, True, "2024-10-05", "2024-10-01", "late"),
        (None, IN_TIME, False, "2024-10-05", None, "received, not loaded"),
    ],
)
def test_status(loaded, register, is_complete, on, since, status):
    receipt = Receipt(register, is_called_complete=True) if register else None
    found = status_of(
        PERIOD,
        receipt,
        loaded=loaded,
        is_complete=is_complete,
        on=date.fromisoformat(on),
        since=date.fromisoformat(since) if since else None,
    )
    assert found == status
