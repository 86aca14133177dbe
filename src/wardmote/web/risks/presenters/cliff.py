"""The funding cliff: what ends when, and what stops with it, in words first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from wardmote.web.core.actors import Actor
from wardmote.web.core.components import Cell, Link, Table
from wardmote.web.core.wording import month_name, plain_day, plural, sentence_case
from wardmote.web.risks.models import Dependent, Grant
from wardmote.web.risks.presenters.words import posts_in_words, pounds
from wardmote.web.risks.queries.cliff import MonthOfEnds


@dataclass(frozen=True)
class EndingGrant:
    """One grant that ends, and what stops with it, each in a sentence."""

    link: Link
    sentence: str
    stops: tuple[str, ...]


@dataclass(frozen=True)
class EndingMonth:
    """A month in which grants end."""

    heading: str
    grants: tuple[EndingGrant, ...]


@dataclass(frozen=True)
class Cliff:
    """The page."""

    sentence: str
    months: tuple[EndingMonth, ...]
    table: Table


def cliff(actor: Actor, ends: Sequence[MonthOfEnds], *, today: date) -> Cliff:
    """The months in which grants end, from the nearest on."""
    months = tuple(EndingMonth(month_name(one.month), tuple(_grant(actor, of) for of in one.grants)) for one in ends)
    return Cliff(_sentence(ends, today=today), months, _table(ends))


def _sentence(ends: Sequence[MonthOfEnds], *, today: date) -> str:
    soon = [one for one in ends if (one.month - today).days < 365]
    if not ends:
        return "No grant that is held has an end ahead."
    if not soon:
        return f"No grant ends within a year. The next one ends in {month_name(ends[0].month)}."
    grants = [grant for one in soon for grant in one.grants]
    amount, posts = sum(grant.amount for grant in grants), sum(one.posts for one in soon)
    hanging = f" {sentence_case(posts_in_words(posts))} hang on them." if posts else ""
    return f"Within a year {plural(len(grants), 'grant')} of {pounds(amount)} in all end.{hanging}"  # type: ignore[arg-type]


def _grant(actor: Actor, grant: Grant) -> EndingGrant:
    link = Link(grant.title, reverse("grant", args=[actor.partnership_slug, grant.pk]))
    next_ = grant.what_next or "Nothing is known of what comes after it."
    sentence = f"{pounds(grant.amount)} from {grant.funder} ends on {plain_day(grant.ends_on)}. {next_}"
    return EndingGrant(link, sentence, tuple(dependent_sentence(one) for one in grant.dependents.all()))


def dependent_sentence(one: Dependent) -> str:
    """Knife crime worker (post, 1 full-time post, Exampleshire Council): no more mentoring of …"""
    posts = posts_in_words(one.posts) if one.posts else ""
    whose = ", ".join(part for part in (one.get_kind_display(), posts, str(one.agency or "")) if part)
    return f"{one.title} ({whose}): {one.stops}"


def _table(ends: Iterable[MonthOfEnds]) -> Table:
    return Table(
        "Grants that end, by month",
        ("Month", "Grants", "Pounds", "Full-time posts"),
        tuple(
            (
                Cell(month_name(one.month)),
                Cell(f"{len(one.grants):,}", is_number=True),
                Cell(pounds(one.amount), is_number=True),
                Cell(f"{one.posts.normalize():f}", is_number=True),
            )
            for one in ends
        ),
        numeric=frozenset({1, 2, 3}),
    )
