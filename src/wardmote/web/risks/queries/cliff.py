"""What ends when, how much money is left in each quarter, and what stops with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from wardmote.web.core.actors import Actor
from wardmote.web.risks.models import Grant
from wardmote.web.risks.queries.registers import grants_of
from wardmote.web.risks.rules.quarters import Quarter, Span, money_in, quarter_of, quarters_from

QUARTERS = 8
SOON, YEAR = timedelta(days=183), timedelta(days=365)


@dataclass(frozen=True)
class Ends:
    """Grants that end within a time."""

    grants: tuple[Grant, ...]

    @property
    def amount(self) -> Decimal:
        """What they give, in pounds."""
        return sum((grant.amount for grant in self.grants), Decimal(0))

    @property
    def posts(self) -> Decimal:
        """How many full-time posts hang on them."""
        of_each = (one.posts for grant in self.grants for one in grant.dependents.all())
        return sum((posts for posts in of_each if posts is not None), Decimal(0))


@dataclass(frozen=True)
class QuarterOfMoney:
    """What falls into a quarter, in pounds, of grants that are secured and that are not sure; and what ends in it."""

    quarter: Quarter
    secured: Decimal
    unsure: Decimal
    ends: Ends

    @property
    def amount(self) -> Decimal:
        """Both together."""
        return self.secured + self.unsure


@dataclass(frozen=True)
class FundingCliff:
    """The grants that end ahead, and the money of this quarter and those after it."""

    grants: tuple[Grant, ...]
    quarters: tuple[QuarterOfMoney, ...]
    today: date

    def ends_within(self, least: timedelta, most: timedelta | None) -> Ends:
        """Those that end later than `least` from today, and no later than `most`."""
        first = self.today + least
        last = self.today + most if most is not None else date.max
        return Ends(tuple(one for one in self.grants if first < one.ends_on <= last))

    @property
    def soon(self) -> Ends:
        """What ends within six months."""
        return self.ends_within(timedelta(days=-1), SOON)

    @property
    def within_a_year(self) -> Ends:
        """What ends within twelve months, the first six among them."""
        return self.ends_within(timedelta(days=-1), YEAR)


def funding_cliff(actor: Actor, *, today: date) -> FundingCliff:
    """The grants that are held, whether secured or not sure, and that have not ended. Two queries."""
    held = grants_of(actor).filter(state__in=[Grant.State.SECURED, Grant.State.UNSURE])
    since = quarter_of(today).first
    grants = tuple(held.filter(ends_on__gte=since).order_by("ends_on", "title"))
    quarters = tuple(_quarter(one, grants) for one in quarters_from(today, QUARTERS))
    return FundingCliff(tuple(one for one in grants if one.ends_on >= today), quarters, today)


def _quarter(quarter: Quarter, grants: Iterable[Grant]) -> QuarterOfMoney:
    def given(state: str) -> Decimal:
        return money_in(quarter, (Span(g.started_on, g.ends_on, g.amount) for g in grants if g.state == state))

    ends = tuple(grant for grant in grants if quarter.first <= grant.ends_on <= quarter.last)
    return QuarterOfMoney(quarter, given(Grant.State.SECURED), given(Grant.State.UNSURE), Ends(ends))
