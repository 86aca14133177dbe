"""Figures of activities in words."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from wardmote.definitions.activity_kind import ActivityKind
from wardmote.web.activity.models import Activity
from wardmote.web.activity.queries.totals import SiteCount, Totals
from wardmote.web.core.components import Fact
from wardmote.web.core.wording import plain_day


def number(value: Decimal) -> str:
    """1300.00 as "1,300" and 2.50 as "2.5"."""
    whole = value.to_integral_value()
    return f"{whole:,.0f}" if value == whole else f"{value.normalize():,f}"


def totals_in_words(kind: ActivityKind, totals: Totals) -> str:
    """16 sessions, 720 places, 600 people attended; "" where there are none."""
    return ", ".join(
        f"{number(value)} {kind.figures[item].noun if value == 1 else kind.figures[item].nouns}"
        for item, value in totals.items()
    )


def shares_in_words(kind: ActivityKind, totals: Totals) -> Iterator[str]:
    """83% of the places were taken up (600 of 720); nothing where the base is not known.

    13.9 cases at each conference (721 over 52), of what is a rate.
    """
    for share in kind.shares:
        part, base = totals.get(share.of), totals.get(share.over)
        if part is not None and base and share.is_rate:
            yield f"{part / base:.1f} {share.words} ({number(part)} over {number(base)})"
        elif part is not None and base and part <= base:
            yield f"{100 * part / base:.0f}% {share.words} ({number(part)} of {number(base)})"


def sites_in_words(kind: ActivityKind, count: SiteCount | None) -> str:
    """170 venues: 102 in Quillhaven, 57 in Mottlebury and 11 in Oxterwick."""
    if kind.sites is None or count is None:
        return ""
    noun = kind.sites.noun if count.total == 1 else kind.sites.nouns
    towns = [f"{n:,} in {town or 'no town named'}" for town, n in count.by_town]
    where = f": {_listed(towns)}" if len(towns) > 1 or count.by_town[0][0] else ""
    types = [f"{n:,} {category}" for category, n in count.by_category if category]
    trained = f"{count.trained:,} trained" if kind.sites.has_training else ""
    pledged = f"{count.pledged:,} pledged" if kind.sites.has_pledge else ""
    of_type = f"by type {_listed(types)}" if types and not kind.sites.has_training else ""
    return "; ".join(part for part in (f"{count.total:,} {noun}{where}", trained, pledged, of_type) if part)


def activity_facts(activity: Activity) -> tuple[Fact, ...]:
    """What is said of one activity."""
    kind = activity.kind_of
    said = [
        Fact("Kind", kind.title),
        Fact("Lead agency", activity.agency.name),
        Fact("State", activity.get_state_display()),
        Fact("When", period_in_words(activity)),
        Fact("Funding ends", plain_day(activity.funding_ends_on) if activity.funding_ends_on else ""),
        Fact("Place", activity.place),
        Fact("What it does", activity.summary),
        *(Fact(word.label, activity.words.get(name, "")) for name, word in kind.words.items()),
    ]
    return tuple(fact for fact in said if fact.text)


def period_in_words(activity: Activity) -> str:
    """Since 1 May 2025; 1 May 2025 to 30 April 2026; or no day."""
    started = plain_day(activity.started_on) if activity.started_on else ""
    ended = plain_day(activity.ended_on) if activity.ended_on else ""
    if started and ended:
        return started if started == ended else f"{started} to {ended}"
    return f"since {started}" if started else (f"until {ended}" if ended else "no day given")


def _listed(parts: list[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def serves_in_words(ties: Mapping[bool, list[str]]) -> str:
    """First: Violence against women. As well: Serious violence (CC)."""
    first, others = ties.get(True, []), ties.get(False, [])
    said = [f"First: {first[0]}." if first else "", f"As well: {', '.join(others)} (CC)." if others else ""]
    return " ".join(part for part in said if part)
