"""Where things are: a map and tables of sites, and patrols by place and month."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.urls import reverse

from wardmote.web.activity.models import Site
from wardmote.web.activity.presenters.overview import year_select
from wardmote.web.activity.presenters.words import number
from wardmote.web.activity.queries.places import Monthly
from wardmote.web.activity.rules.years import Year
from wardmote.web.core.actors import Actor
from wardmote.web.core.components import Cell, Figure, Select, Table
from wardmote.web.core.wording import month_name, plural

# A map tells no more than this many schemes apart.
MOST_GROUPS = 4


@dataclass(frozen=True)
class PlacesPage:
    """What stands on the page. There is no figure where no outline is loaded, or no site has a point."""

    sentence: str
    figure: Figure | None
    schemes: Table | None
    year: Select
    patrols: Table | None


def places_page(
    actor: Actor,
    sites: list[Site],
    hours: Monthly,
    shapes: Mapping[str, Mapping[str, Any]],
    *,
    year: Year,
    today: date,
) -> PlacesPage:
    """Sites as they stand now, and patrols in the year."""
    return PlacesPage(
        sentence=_sentence(sites),
        figure=_figure(sites, shapes),
        schemes=_schemes(actor, sites) if sites else None,
        year=year_select(year, today=today),
        patrols=_patrols(hours) if hours.places else None,
    )


def _sentence(sites: list[Site]) -> str:
    if not sites:
        return "No venue and no camera is recorded yet."
    said = [
        plural(sum(site.number for site in of_kind), kind.noun, kind.nouns)
        for kind, of_kind in ((_sites_kind(found[0]), found) for found in _by_activity(sites))
    ]
    towns = {site.town for site in sites if site.town}
    return f"{', '.join(said)} in {plural(len(towns), 'town')}."


def _sites_kind(site: Site) -> Any:
    return site.activity.kind_of.sites


def _by_activity(sites: Iterable[Site]) -> list[list[Site]]:
    return [list(found) for _, found in groupby(sites, key=lambda site: site.activity_id)]


def _schemes(actor: Actor, sites: list[Site]) -> Table:
    """One row a scheme: its sites by town, and how many have a point on the map."""
    towns = sorted({site.town for site in sites})
    rows = []
    for found in _by_activity(sites):
        activity = found[0].activity
        counts = {town: sum(site.number for site in found if site.town == town) for town in towns}
        placed = sum(site.longitude is not None for site in found)
        rows.append(
            (
                Cell(activity.title, href=reverse("sites", args=[actor.partnership_slug, activity.pk])),
                *(Cell(f"{counts[town]:,}", is_number=True) for town in towns),
                Cell(f"{sum(counts.values()):,}", is_number=True),
                Cell(f"{placed:,} of {len(found):,}", is_number=True),
            )
        )
    heads = ("Scheme", *(town or "No town named" for town in towns), "In all", "Lines with a map point")
    return Table("Venues and cameras by town", heads, tuple(rows), numeric=frozenset(range(1, len(heads))))


def _figure(sites: list[Site], shapes: Mapping[str, Mapping[str, Any]]) -> Figure | None:
    placed = [site for site in sites if site.longitude is not None and site.latitude is not None]
    schemes = list(dict.fromkeys(site.activity.title for site in placed))[:MOST_GROUPS]
    if not shapes or not placed:
        return None
    from wardmote.reports.charts.point_map import MapPoint, point_map

    drawn = [site for site in placed if site.activity.title in schemes]
    points = tuple(MapPoint(float(site.longitude), float(site.latitude), site.activity.title) for site in drawn)
    counted = [f"{scheme} {sum(site.activity.title == scheme for site in drawn):,}" for scheme in schemes]
    return Figure(
        title="Where they are",
        svg=point_map(shapes, points, alt=f"Map of points in the partnership’s area: {', '.join(counted)}."),
        source="the partnership’s register of venues and cameras; boundaries from the Office for National Statistics",
        period="As they stand today",
        table=_points(drawn),
        notes=("One point may stand for several cameras.",),
    )


def _points(sites: list[Site]) -> Table:
    rows = tuple(
        (Cell(site.name), Cell(site.activity.title), Cell(site.category), Cell(site.town), Cell(f"{site.number:,}"))
        for site in sites
    )
    return Table("The points on the map", ("Name", "Scheme", "Type", "Town", "How many"), rows)


def _patrols(hours: Monthly) -> Table:
    rows = tuple(
        (
            Cell(month_name(month)),
            *(Cell(_value(hours, place, month), is_number=True) for place in hours.places),
            Cell(number(hours.total(month=month)), is_number=True),
        )
        for month in hours.months
    )
    last = (Cell("In all"), *(Cell(number(hours.total(place=one)), is_number=True) for one in (*hours.places, None)))
    heads = ("Month", *(place or "No place named" for place in hours.places), "In all")
    rows = (*rows, last)
    return Table("Hours of patrols by place and month", heads, rows, numeric=frozenset(range(1, len(heads))))


def _value(hours: Monthly, place: str, month: date) -> str:
    found = hours.values.get((place, month))
    return number(found) if found is not None else "–"
