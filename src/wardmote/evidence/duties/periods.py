"""Information periods: whole months that follow each other without a gap, and the day by which each is due."""

from dataclasses import dataclass
from datetime import date, timedelta

from wardmote.definitions.rules import RuleVersion

MONTHS_IN_YEAR = 12


@dataclass(frozen=True)
class InformationPeriod:
    """`first` and `last` are its first and last day, and `due` is the last day on which its information may come."""

    first: date
    last: date
    due: date

    @property
    def months(self) -> tuple[date, ...]:
        """The first day of each of its months."""
        size = (self.last.year - self.first.year) * MONTHS_IN_YEAR + self.last.month - self.first.month + 1
        return tuple(month_after(self.first, i) for i in range(size))

    @property
    def label(self) -> str:
        """Such as Apr to Jun 2024."""
        return f"{self.first:%b} to {self.last:%b %Y}"


def periods_between(rule: RuleVersion, first: date, last: date) -> tuple[InformationPeriod, ...]:
    """The information periods that begin from `first` to `last`, both days included.

    Source: SI 2007/1831, regulation 1(2): each consecutive period of three months beginning on 1 July 2007; regulation
    3(1): disclosed by the end of the period following that to which the information relates.
    """
    begins, size = rule.period.begins, rule.period.months
    months = (first.year - begins.year) * MONTHS_IN_YEAR + first.month - begins.month
    number = max(months // size, 0)
    found = []
    while (start := month_after(begins, number * size)) <= last:
        if start >= first:
            due = month_after(start, (1 + rule.due_after_periods) * size) - timedelta(days=1)
            found.append(InformationPeriod(start, month_after(start, size) - timedelta(days=1), due))
        number += 1
    return tuple(found)


def month_after(month: date, months: int) -> date:
    """The first day of the month so many months later."""
    index = month.year * MONTHS_IN_YEAR + month.month - 1 + months
    return date(index // MONTHS_IN_YEAR, index % MONTHS_IN_YEAR + 1, 1)
