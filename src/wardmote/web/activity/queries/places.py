"""Where things are: sites of schemes by town, and hours of patrols by place and month."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from wardmote.web.activity.models import Site
from wardmote.web.activity.queries.activities import figures_of, sites_of
from wardmote.web.activity.rules.years import Year
from wardmote.web.core.actors import Actor

PATROL, HOURS = "patrol", "hours"


@dataclass(frozen=True)
class Monthly:
    """Numbers by place and by the month in which a period begins, each kept once."""

    months: tuple[date, ...]
    places: tuple[str, ...]
    values: dict[tuple[str, date], Decimal]

    def total(self, *, place: str | None = None, month: date | None = None) -> Decimal:
        """Over all places, or months, that are not given."""
        chosen = (value for (at, on), value in self.values.items() if place in {None, at} and month in {None, on})
        return sum(chosen, Decimal(0))


def sites_now(actor: Actor) -> list[Site]:
    """Every site that has not left. One query."""
    return list(sites_of(actor).filter(left_on=None).order_by("activity__kind", "activity__title", "town", "name"))


def patrol_hours(actor: Actor, year: Year) -> Monthly:
    """Hours of patrols in the year. One query."""
    found = figures_of(actor).filter(activity__kind=PATROL, item=HOURS)
    if year.first and year.last:
        found = found.filter(first_on__range=(year.first, year.last))
    return _monthly(found.values_list("place", "first_on", "value"))


def _monthly(rows: Iterable[tuple[str, date, Decimal]]) -> Monthly:
    values: dict[tuple[str, date], Decimal] = defaultdict(Decimal)
    for place, day, value in rows:
        values[place, day.replace(day=1)] += value
    months = tuple(sorted({month for _, month in values}))
    return Monthly(months, tuple(sorted({place for place, _ in values})), dict(values))
