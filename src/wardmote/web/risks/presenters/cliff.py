"""The funding cliff: what ends when, and what stops with it, in words first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from wardmote.web.core.actors import Actor
from wardmote.web.core.components import Cell, Figure, Line, Link, Table
from wardmote.web.core.wording import plain_day, plural
from wardmote.web.risks.models import Dependent, Grant
from wardmote.web.risks.presenters.words import posts_in_words, pounds
from wardmote.web.risks.queries.cliff import SOON, YEAR, Ends, FundingCliff, QuarterOfMoney

_NOTE = (
    "Each grant is spread evenly over its days. A grant that somebody is not sure of stands in the paler part, and one"
    " that was only applied for is left out."
)


@dataclass(frozen=True)
class EndingGrant:
    """One grant that ends, what stops with it, each in a sentence, and what it is tied to."""

    link: Link
    sentence: str
    stops: tuple[str, ...]
    ties: tuple[Line, ...]


@dataclass(frozen=True)
class EndingSoon:
    """A stretch of time in which grants end."""

    heading: str
    grants: tuple[EndingGrant, ...]


@dataclass(frozen=True)
class Cliff:
    """The page: two sentences, the picture where there is money ahead, and the grants by how soon they end."""

    sentences: tuple[str, ...]
    figure: Figure | None
    stretches: tuple[EndingSoon, ...]


def cliff(actor: Actor, found: FundingCliff, *, ties: Mapping[UUID, tuple[Line, ...]]) -> Cliff:
    """The grants by how soon they end, from the nearest on; `ties` says what each grant is tied to."""
    stretches = (
        ("Ends within six months", found.soon),
        ("Ends within twelve months", found.ends_within(SOON, YEAR)),
        ("Ends later", found.ends_within(YEAR, None)),
    )
    shown = tuple(
        EndingSoon(heading, tuple(_grant(actor, one, ties.get(one.pk, ())) for one in ends.grants))
        for heading, ends in stretches
        if ends.grants
    )
    return Cliff(tuple(_sentences(found)), _figure(found) if found.grants else None, shown)


def _sentences(found: FundingCliff) -> Iterable[str]:
    if not found.grants:
        yield "No grant that is held has an end ahead."
        return
    soon, year = found.soon, found.within_a_year
    if not year.grants:
        yield f"No grant ends within a year. The next one ends on {plain_day(found.grants[0].ends_on)}."
        return
    yield f"Within six months {_ending(soon)}." if soon.grants else "No grant ends within six months."
    if len(year.grants) > len(soon.grants):
        yield f"Within twelve months {_ending(year)}."


def _ending(ends: Ends) -> str:
    """3 grants of £670,000 in all end, and 2.5 full-time posts hang on them."""
    number = len(ends.grants)
    said = f"{plural(number, 'grant')} of {pounds(ends.amount)}{'' if number == 1 else ' in all'}"
    hanging = f", and {posts_in_words(ends.posts)} {'hangs' if ends.posts == 1 else 'hang'} on " if ends.posts else ""
    which = ("it" if number == 1 else "them") if hanging else ""
    return f"{said} {'ends' if number == 1 else 'end'}{hanging}{which}"


def _grant(actor: Actor, grant: Grant, ties: tuple[Line, ...]) -> EndingGrant:
    link = Link(grant.title, reverse("grant", args=[actor.partnership_slug, grant.pk]))
    next_ = grant.what_next or "Nothing is known of what comes after it."
    sentence = f"{pounds(grant.amount)} from {grant.funder} ends on {plain_day(grant.ends_on)}. {next_}"
    return EndingGrant(link, sentence, tuple(dependent_sentence(one) for one in grant.dependents.all()), ties)


def dependent_sentence(one: Dependent) -> str:
    """Knife crime worker (post, 1 full-time post, Exampleshire Council): no more mentoring of …"""
    posts = posts_in_words(one.posts) if one.posts else ""
    kind = "" if one.kind == Dependent.Kind.POST and posts else one.get_kind_display()
    whose = ", ".join(part for part in (kind, posts, str(one.agency or "")) if part)
    return f"{one.title} ({whose}): {one.stops}"


def _figure(found: FundingCliff) -> Figure:
    from wardmote.reports.charts.stacked_bars import StackedBar, stacked_bars

    quarters = found.quarters
    first, last = quarters[0], quarters[4]
    title = (
        f"Grant money {_moves(first, last)} from {pounds(first.amount)} in {first.quarter.name} to"
        f" {pounds(last.amount)} in {last.quarter.name}"
    )
    bars = tuple(
        StackedBar(_name(one), (float(one.secured), float(one.unsure)), _short(one.amount)) for one in quarters
    )
    said = "; ".join(f"{one.quarter.name} {pounds(one.amount)}" for one in quarters)
    svg = stacked_bars(bars, parts=("Secured", "Not sure"), alt=f"Bars of grant money by quarter: {said}.")
    return Figure(
        title=title,
        svg=svg,
        source="the partnership’s register of grants",
        period=f"{quarters[0].quarter.name} to {quarters[-1].quarter.name}",
        table=_table(quarters),
        notes=(_NOTE,),
    )


def _moves(first: QuarterOfMoney, last: QuarterOfMoney) -> str:
    return "falls" if last.amount < first.amount else ("rises" if last.amount > first.amount else "stays")


def _name(one: QuarterOfMoney) -> tuple[str, str]:
    """Oct–Dec over 2026."""
    months, year = one.quarter.name.rsplit(" ", 1)
    return months.replace(" to ", "–"), year


def _short(amount: object) -> str:
    """£433k: there is room for no more above a bar."""
    return f"£{float(amount) / 1000:,.0f}k" if amount else "£0"  # type: ignore[arg-type]


def _table(quarters: Iterable[QuarterOfMoney]) -> Table:
    rows = tuple(
        (
            Cell(one.quarter.name),
            Cell(pounds(one.secured), is_number=True),
            Cell(pounds(one.unsure), is_number=True),
            Cell(f"{one.ends.posts.normalize():f}", is_number=True),
            Cell(", ".join(str(grant) for grant in one.ends.grants) or "none"),
        )
        for one in quarters
    )
    heads = ("Quarter", "Secured", "Not sure", "Posts on what ends", "Grants that end")
    return Table("Grant money by quarter", heads, rows, numeric=frozenset({1, 2, 3}), is_caption_shown=False)
