"""What activity gives to the evidence store: every figure, and sites counted at the end of each month."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from wardmote.web.activity.models import ActivityFigure, Site
from wardmote.web.activity.queries.activities import figures_of, sites_of
from wardmote.web.core import clock
from wardmote.web.core.actors import Actor
from wardmote.web.core.feeds import OWN_CARD, FedFigure


def figures(actor: Actor) -> Iterator[FedFigure]:
    """Figures as they were entered, then sites by kind, town and month."""
    for figure in figures_of(actor).order_by("first_on", "pk"):
        yield from _fed(figure)
    yield from _counted(sites_of(actor), today=clock.today())


def _fed(figure: ActivityFigure) -> Iterator[FedFigure]:
    """The figure, and again for each word that was chosen of its activity, so that its parts can be measured."""
    kind = figure.activity.kind_of
    feed = kind.feeds
    is_read_elsewhere = feed is not None and figure.item in feed.figures
    fed = FedFigure(
        card=feed.card if feed and is_read_elsewhere else OWN_CARD,
        first=figure.first_on,
        last=figure.last_on,
        item=feed.figures[figure.item] if feed and is_read_elsewhere else f"{kind.id}: {figure.item}",
        value=figure.value,
        detail=kind.title,
        place=figure.place,
        # What several agencies sent to one session stands on several rows, which the measures add up.
        record=f"{figure.activity_id} {figure.of_agency_id or ''}",
    )
    yield fed
    for word in kind.parting_words:
        if choice := figure.activity.words.get(word):
            yield replace(fed, card=OWN_CARD, item=f"{kind.id}: {figure.item}, {choice}")


def _counted(sites: object, *, today: date) -> Iterator[FedFigure]:
    by_kind: dict[str, list[Site]] = {}
    for site in sites:  # type: ignore[attr-defined]
        by_kind.setdefault(site.activity.kind, []).append(site)
    for of_kind in by_kind.values():
        for day in _month_ends(min(site.joined_on for site in of_kind), today):
            yield from _on(day, of_kind)


def _on(day: date, sites: list[Site]) -> Iterator[FedFigure]:
    kind = sites[0].activity.kind_of
    feed = kind.feeds if kind.feeds and kind.feeds.sites else None
    item = feed.sites if feed else f"{kind.id}: sites"
    for town in sorted({site.town for site in sites}):
        there = [site for site in sites if site.town == town and site.joined_on <= day]
        yield FedFigure(feed.card if feed else OWN_CARD, day, day, item, _number(there, day), kind.title, town)
        for category in sorted({site.category for site in sites} - {""}):
            of_category = [site for site in there if site.category == category]
            part = f"{kind.id}: sites, {category}"
            yield FedFigure(OWN_CARD, day, day, part, _number(of_category, day), kind.title, town)


def _number(sites: list[Site], day: date) -> Decimal:
    """How many sites of these have not left by a day."""
    return Decimal(sum(site.number for site in sites if site.left_on is None or site.left_on > day))


def _month_ends(first: date, today: date) -> Iterator[date]:
    """The last day of each month from the first site on; of this month, which is not over, today."""
    month = first.replace(day=1)
    while month <= today:
        following = (month + timedelta(days=32)).replace(day=1)
        yield min(following - timedelta(days=1), today)
        month = following
