"""One activity: what it is, its numbers in the year, its places, its standards and what it serves."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from wardmote.web.activity.models import Activity, Standard
from wardmote.web.activity.presenters.overview import year_select
from wardmote.web.activity.presenters.words import (
    activity_facts,
    serves_in_words,
    shares_in_words,
    sites_in_words,
    totals_in_words,
)
from wardmote.web.activity.queries.activities import figures_of, standards_of
from wardmote.web.activity.queries.totals import site_counts, totals_of
from wardmote.web.activity.rules.years import Year
from wardmote.web.core.actors import Actor
from wardmote.web.core.components import Cell, Fact, Link, Select, Table
from wardmote.web.core.ties import ties_of
from wardmote.web.core.wording import plain_day


@dataclass(frozen=True)
class ActivityPage:
    """What stands on the page."""

    sentences: tuple[str, ...]
    facts: tuple[Fact, ...]
    year: Select
    standards: Table | None
    links: tuple[Link, ...]
    changes: tuple[Link, ...]


def activity_page(actor: Actor, activity: Activity, year: Year, *, today: date) -> ActivityPage:
    """The page as this actor sees it."""
    kind, address = activity.kind_of, [actor.partnership_slug, activity.pk]
    totals = totals_of(figures_of(actor).filter(activity=activity), kind.id, year)
    sites = site_counts(actor, year, activity=activity).get(kind.id) if kind.sites else None
    numbers = totals_in_words(kind, totals)
    said = [sites_in_words(kind, sites), numbers, *shares_in_words(kind, totals)]
    sentences = [f"{year.words}: {'; '.join(words for words in said if words) or 'no figures'}."]
    serves: dict[bool, list[str]] = {}
    for tie in ties_of(activity).filter(target_kind="priority"):
        serves.setdefault(tie.is_first, []).append(tie.target_name)
    may = actor.may("activity.change", activity)
    return ActivityPage(
        sentences=tuple(sentences),
        facts=(*activity_facts(activity), Fact("Serves", serves_in_words(serves) or "no priority yet")),
        year=year_select(year, today=today),
        standards=_standards(actor, activity, may_change=may) if kind.standards else None,
        links=_links(activity, address),
        changes=_changes(activity, address) if may else (),
    )


def _links(activity: Activity, address: list[object]) -> tuple[Link, ...]:
    kind, links = activity.kind_of, []
    if kind.figures:
        links.append(Link("All figures", reverse("figures", args=address)))
    if kind.sites:
        links.append(Link(f"All {kind.sites.nouns}", reverse("sites", args=address)))
    return tuple(links)


def _changes(activity: Activity, address: list[object]) -> tuple[Link, ...]:
    kind, links = activity.kind_of, []
    if kind.figures:
        links.append(Link("Enter a figure", reverse("figure-add", args=address)))
    if kind.sites:
        links.append(Link(f"Add a {kind.sites.noun}", reverse("site-add", args=address)))
    links.append(Link("Change this activity", reverse("activity-change", args=address)))
    return (*links, Link("Priorities that it serves", reverse("activity-serves", args=address)))


def _standards(actor: Actor, activity: Activity, *, may_change: bool) -> Table:
    rows = standards_of(actor).filter(activity=activity)
    return Table(
        "Standards",
        ("Standard", "State", "Evidence", "Due"),
        tuple(_standard(actor, one, may_change=may_change) for one in rows),
        notes=(f"Where they are from: {activity.kind_of.standards_source}.",),
    )


def _standard(actor: Actor, one: Standard, *, may_change: bool) -> tuple[Cell, ...]:
    href = reverse("standard-change", args=[actor.partnership_slug, one.pk]) if may_change else ""
    met = f"on {plain_day(one.met_on)}" if one.met_on else ""
    due = plain_day(one.due_on) if one.due_on else "no day set"
    return (
        Cell(str(one), href=href),
        Cell(one.get_state_display(), note=met),
        Cell(one.evidence or "none yet"),
        Cell(due),
    )
