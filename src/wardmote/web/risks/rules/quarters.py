"""Money spread over the quarters in which it is given."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal


@dataclass(frozen=True)
class Quarter:
    """Three months that begin in January, April, July or October."""

    first: date

    @property
    def last(self) -> date:
        """Its last day."""
        return self.next.first - timedelta(days=1)

    @property
    def next(self) -> "Quarter":
        """The quarter after it."""
        return quarter_of(self.first + timedelta(days=95))

    @property
    def name(self) -> str:
        """Jan to Mar 2027."""
        middle = self.first + timedelta(days=70)
        return f"{self.first:%b} to {middle:%b} {middle:%Y}"


@dataclass(frozen=True)
class Span:
    """Pounds that are given from one day to another, both within it."""

    first: date
    last: date
    amount: Decimal


def quarter_of(day: date) -> Quarter:
    """The quarter in which a day lies."""
    return Quarter(date(day.year, (day.month - 1) // 3 * 3 + 1, 1))


def quarters_from(day: date, number: int) -> Iterator[Quarter]:
    """So many quarters, that of the day being the first."""
    quarter = quarter_of(day)
    for _ in range(number):
        yield quarter
        quarter = quarter.next


def money_in(quarter: Quarter, spans: Iterable[Span]) -> Decimal:
    """What falls into the quarter when each amount is spread evenly over its days, in whole pounds."""
    return sum((_share(quarter, span) for span in spans), Decimal(0)).quantize(Decimal(1))


def _share(quarter: Quarter, span: Span) -> Decimal:
    days = (min(span.last, quarter.last) - max(span.first, quarter.first)).days + 1
    return span.amount * max(days, 0) / ((span.last - span.first).days + 1)
