"""A year of Exampleshire's activity: recorded by its agencies, month by month."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from wardmote.synthetic.exampleshire import DEFAULT_SEED
from wardmote.synthetic.names import street_name
from wardmote.synthetic.places import cells
from wardmote.synthetic.points import place_points
from wardmote.synthetic.shapes import build_lattice
from wardmote.web.activity.actions.activities import add_activity, change_standard, set_priorities
from wardmote.web.activity.actions.numbers import add_figure, add_site
from wardmote.web.activity.models import Activity
from wardmote.web.core.actors import Actor
from wardmote.web.core.demo import Stage
from wardmote.web.core.targets import Target

# What is counted by the agency that people come from, where agencies are told.
_BY_AGENCY = {"booked", "attended"}


@dataclass(frozen=True)
class Told:
    """One activity as it is told: `serves` names its first priority and then the others.

    `figures` gives for each figure the values of the year's equal parts: twelve are months, four are quarters, one is
    the year; `by_place` gives the same for each place. With `of_agencies`, what was booked and attended is shared out among
    these agencies. `funding_ends_in` is in days from the last one. `sites` gives how many sites there are in each town, each standing for `site_number`; `met` is how many
    of its standards are met.
    """

    kind: str
    title: str
    agency: str
    serves: tuple[str, ...] = ()
    summary: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    figures: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    by_place: Mapping[str, Mapping[str, tuple[int, ...]]] = field(default_factory=dict)
    of_agencies: tuple[str, ...] = ()
    sites: Mapping[str, int] = field(default_factory=dict)
    categories: tuple[str, ...] = ("",)
    site_number: int = 1
    met: int = 0
    funding_ends_in: int = 0
    more: Mapping[str, Any] = field(default_factory=dict)


def fill(stage: Stage) -> None:
    """Record everything, and leave the activities in stage.made["activities"], by their titles."""
    from wardmote.web.activity.demo_words import YEAR

    manager, made = stage.actors["manager"], stage.made
    priorities = {word: Target(one.pk, one.title, "") for word, one in made.get("priorities", {}).items()}
    with stage.on(stage.last_day - timedelta(days=3)):
        made["activities"] = live(
            YEAR, by=manager, agencies=made["agencies"], priorities=priorities, last_day=stage.last_day
        )


def live(
    told: Iterable[Told], *, by: Actor, agencies: Mapping[str, Any], priorities: Mapping[str, Target], last_day: date
) -> dict[str, Activity]:
    """Record what is told, in the twelve months that end with the last whole month."""
    first = _months_before(last_day + timedelta(days=1), 12)
    found = {}
    for one in told:
        activity = add_activity(
            by=by,
            kind=one.kind,
            title=one.title,
            agency=agencies[one.agency],
            summary=one.summary,
            words=dict(one.words),
            **{"started_on": first, **_ends(one, last_day), **one.more},
        )
        served = [priorities[word] for word in one.serves if word in priorities]
        if served:
            set_priorities(activity, by=by, first=served[0], others=served[1:])
        _enter(activity, one, by=by, agencies=agencies, first=first)
        found[one.title] = activity
    return found


def _ends(one: Told, last_day: date) -> dict[str, date]:
    return {"funding_ends_on": last_day + timedelta(days=one.funding_ends_in)} if one.funding_ends_in else {}


def _enter(activity: Activity, one: Told, *, by: Actor, agencies: Mapping[str, Any], first: date) -> None:
    told = [
        ("", one.figures),
        *((place, {item: values}) for item, of in one.by_place.items() for place, values in of.items()),
    ]
    for place, figures in told:
        for item, values in figures.items():
            months = 12 // len(values)
            for part, value in enumerate(values):
                start = _months_before(first, -months * part)
                end = _months_before(start, -months) - timedelta(days=1)
                shared = _shared(value, one.of_agencies) if item in _BY_AGENCY else {"": value}
                for agency, amount in shared.items():
                    add_figure(
                        by=by, activity=activity, item=item, first_on=start, last_on=end, value=amount, place=place,
                        of_agency=agencies[agency] if agency else None,
                    )  # fmt: skip
    _enter_sites(activity, one, by=by, first=first)


def _shared(value: int, agencies: tuple[str, ...]) -> dict[str, int]:
    """A number shared out among agencies, the first getting most; whole where there are none."""
    if not agencies:
        return {"": value}
    weights = range(len(agencies), 0, -1)
    parts = {agency: value * weight // sum(weights) for agency, weight in zip(agencies, weights, strict=True)}
    parts[agencies[0]] += value - sum(parts.values())
    return parts


def _enter_sites(activity: Activity, one: Told, *, by: Actor, first: date) -> None:
    numbers, points = iter(range(1, 10_000)), town_points()
    for town, count in one.sites.items():
        for n in (next(numbers) for _ in range(count)):
            category = one.categories[n % len(one.categories)]
            name = f"{category.split(' or ')[0] or 'Place'} at {n} {street_name(n * 7)}"
            days = {"trained_on": first} if activity.kind_of.sites and activity.kind_of.sites.has_training else {}
            if activity.kind_of.sites and activity.kind_of.sites.has_pledge:
                days["pledged_on"] = first + timedelta(days=14)
            add_site(
                by=by, activity=activity, name=name, town=town, category=category, number=one.site_number,
                joined_on=first, **days, **_point(points.get(town, ()), n),
            )  # fmt: skip
    for standard in activity.standards.all()[: one.met]:
        change_standard(standard, by=by, state="met", met_on=first, evidence="Shown to the assessor at the last visit.")


@cache
def town_points() -> dict[str, tuple[tuple[Decimal, Decimal], ...]]:
    """Points of each invented town, as longitude and latitude: the busiest ones of its parts first."""
    places = cells()
    at = place_points(places, lattice=build_lattice(DEFAULT_SEED), seed=DEFAULT_SEED)
    found: dict[str, list[tuple[Decimal, Decimal]]] = {}
    for k in range(at.longitude.shape[1]):
        for i, cell in enumerate(places):
            found.setdefault(cell.town, []).append((Decimal(str(at.longitude[i, k])), Decimal(str(at.latitude[i, k]))))
    return {town: tuple(points) for town, points in found.items()}


def _point(points: Sequence[tuple[Decimal, Decimal]], n: int) -> dict[str, Decimal]:
    if not points:
        return {}
    longitude, latitude = points[n * 17 % len(points)]
    return {"longitude": longitude, "latitude": latitude}


def _months_before(day: date, months: int) -> date:
    """The first of the month that lies so many months before the day's own."""
    at = day.year * 12 + day.month - 1 - months
    return date(at // 12, at % 12 + 1, 1)
