"""What ends when, by month, and what stops with it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from wardmote.web.core.actors import Actor
from wardmote.web.risks.models import Grant
from wardmote.web.risks.queries.registers import grants_of


@dataclass(frozen=True)
class MonthOfEnds:
    """The grants that end in one month."""

    month: date
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


def ends_by_month(actor: Actor, *, today: date) -> tuple[MonthOfEnds, ...]:
    """The months from this one on in which grants end that are secured or not sure. Two queries."""
    ending = grants_of(actor).filter(ends_on__gte=today, state__in=[Grant.State.SECURED, Grant.State.UNSURE])
    in_order = ending.order_by("ends_on", "title")
    return tuple(
        MonthOfEnds(month, tuple(grants)) for month, grants in groupby(in_order, lambda one: one.ends_on.replace(day=1))
    )
