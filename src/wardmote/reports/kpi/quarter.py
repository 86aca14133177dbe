"""A quarter of a financial year, as partnerships write it: 2024-25 Q4."""

import re
from dataclasses import dataclass
from datetime import date

from wardmote.assessment.year import FinancialYear, read_year
from wardmote.errors import BadInput
from wardmote.measures.periods import add_months, financial_year_label, span_in_words

_MONTHS = 3


@dataclass(frozen=True)
class Quarter:
    """The three months from `first`, which is the first day of April, July, October or January."""

    first: date

    @property
    def last(self) -> date:
        """The first day of its last month."""
        return add_months(self.first, _MONTHS - 1)

    @property
    def label(self) -> str:
        """As it is written, such as `2024-25 Q4`; the labels of a series by quarter are the same."""
        return f"{financial_year_label(self.first)} Q{(self.first.month - 4) % 12 // _MONTHS + 1}"

    @property
    def in_words(self) -> str:
        """As it is said, such as `January 2025 to March 2025`."""
        return span_in_words(self.first, self.last)

    @property
    def before(self) -> "Quarter":
        """The quarter before this one."""
        return Quarter(add_months(self.first, -_MONTHS))

    @property
    def year_before(self) -> "Quarter":
        """The same quarter, a year earlier."""
        return Quarter(add_months(self.first, -12))


def read_quarter(text: str) -> Quarter:
    """Read `2024-25 Q4`, in the ways that a financial year may be written.

    Raises BadInput when it is not written so.

    >>> read_quarter("2024-25 Q4").in_words
    'January 2025 to March 2025'
    """
    match = re.fullmatch(r"(\S+)\s+[Qq]([1-4])", text.strip())
    if match is None:
        raise BadInput("this is not a quarter", where=f"--quarter {text}", do='write it like "2024-25 Q4"')
    return Quarter(add_months(_year(match[1]).first, _MONTHS * (int(match[2]) - 1)))


def _year(text: str) -> FinancialYear:
    try:
        return read_year(text)
    except BadInput as error:
        raise BadInput(error.what, where=f"--quarter {text} …", do=error.do) from error
