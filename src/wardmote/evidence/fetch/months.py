"""Months as police.uk names them: `2025-12`."""

import re

from wardmote.errors import BadInput


def months_ending(last: str, *, count: int) -> tuple[str, ...]:
    """`count` months, the last of them `last`, in order.

    >>> months_ending("2025-02", count=3)
    ('2024-12', '2025-01', '2025-02')
    """
    end = _number(last)
    return tuple(_name(number) for number in range(end - count + 1, end + 1))


def month_after(month: str, *, by: int = 1) -> str:
    """The month `by` months after `month`; before it when `by` is negative."""
    return _name(_number(month) + by)


def check_month(text: str) -> str:
    """`text` as it is, if it is a month.

    Raises:
        BadInput: it is not of the form 2025-12.
    """
    if not re.fullmatch(r"20\d\d-(0[1-9]|1[0-2])", text):
        raise BadInput(f"{text!r} is not a month", do="Write it like 2025-12")
    return text


def _number(month: str) -> int:
    year, _, of_year = month.partition("-")
    return int(year) * 12 + int(of_year) - 1


def _name(number: int) -> str:
    return f"{number // 12:04d}-{number % 12 + 1:02d}"
