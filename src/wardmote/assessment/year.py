"""A financial year, April to March, as partnerships write it: 2020-21."""

import re
from dataclasses import dataclass
from datetime import date

from wardmote.errors import BadInput


@dataclass(frozen=True)
class FinancialYear:
    """The year that starts on 1 April `start`."""

    start: int

    @property
    def label(self) -> str:
        """As it is written, such as `2020-21`."""
        return f"{self.start}-{(self.start + 1) % 100:02d}"

    @property
    def in_words(self) -> str:
        """As it is said, such as `April 2020 to March 2021`."""
        return f"April {self.start} to March {self.start + 1}"

    @property
    def first(self) -> date:
        """The first day of its first month."""
        return date(self.start, 4, 1)

    @property
    def last(self) -> date:
        """The first day of its last month."""
        return date(self.start + 1, 3, 1)

    @property
    def last_day(self) -> date:
        """31 March."""
        return date(self.start + 1, 3, 31)

    @property
    def before(self) -> "FinancialYear":
        """The year before this one."""
        return FinancialYear(self.start - 1)


def read_year(text: str) -> FinancialYear:
    """Read `2020-21`, `2020/21` or `2020-2021`.

    Raises BadInput when it is not written so, or when its second half does not follow its first.

    >>> read_year("2020-21").in_words
    'April 2020 to March 2021'
    """
    match = re.fullmatch(r"(\d{4})[-/](\d{4}|\d{2})", text.strip())
    if match is None:
        raise BadInput("this is not a financial year", where=f"--year {text}", do="write it like 2020-21")
    start, end = int(match[1]), match[2]
    follows = f"{start + 1}"
    if end not in (follows, follows[2:]):
        advice = f"a year that starts in April {start} is written {FinancialYear(start).label}"
        raise BadInput("the second half of the year does not follow the first", where=f"--year {text}", do=advice)
    return FinancialYear(start)
