"""The heat map: a table of likelihood by impact, each cell in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from wardmote.web.core.actors import Actor
from wardmote.web.core.components import Link
from wardmote.web.core.wording import sentence_case
from wardmote.web.risks.models import Risk
from wardmote.web.risks.models.risk import scale_of_today
from wardmote.web.risks.queries.changes import RiskChange


@dataclass(frozen=True)
class HeatCell:
    """One cell: its band in words, the score, the band's place among the bands, and the risks that lie there."""

    words: str
    level: int
    risks: tuple[Link, ...]


@dataclass(frozen=True)
class HeatMap:
    """Impact across, likelihood down with the likeliest at the top."""

    impacts: tuple[str, ...]
    rows: tuple[tuple[str, tuple[HeatCell, ...]], ...]


def heat_map(actor: Actor, risks: Iterable[Risk]) -> HeatMap:
    """The open risks, each in its cell."""
    scale = scale_of_today()
    found: dict[tuple[int, int], list[Link]] = {}
    for risk in risks:
        link = Link(risk.title, reverse("risk", args=[actor.partnership_slug, risk.pk]))
        found.setdefault((risk.likelihood, risk.impact), []).append(link)

    def cell(likelihood: int, impact: int) -> HeatCell:
        band = scale.band(likelihood, impact)
        words = f"{sentence_case(band.word)} ({likelihood * impact})"
        return HeatCell(words, scale.bands.index(band) + 1, tuple(found.get((likelihood, impact), ())))

    columns = range(1, len(scale.impact) + 1)
    rows = tuple(
        (f"{sentence_case(scale.likelihood[n - 1].word)} ({n})", tuple(cell(n, impact) for impact in columns))
        for n in range(len(scale.likelihood), 0, -1)
    )
    return HeatMap(tuple(f"{sentence_case(scale.impact[n - 1].word)} ({n})" for n in columns), rows)


def risks_by_band(actor: Actor, risks: Iterable[Risk]) -> list[tuple[str, list[Link]]]:
    """The same in words: each band that has risks, the highest first."""
    found: dict[str, list[Link]] = {}
    for risk in sorted(risks, key=lambda risk: -risk.score):
        href = reverse("risk", args=[actor.partnership_slug, risk.pk])
        found.setdefault(sentence_case(risk.band.word), []).append(Link(f"{risk.title} ({risk.score})", href))
    return list(found.items())


def register_details(changes: Iterable[RiskChange], *, today: date) -> list[str]:
    """What went up, what is new, what is before a board, and whose review is late: each in a sentence, where it is so."""
    found = list(changes)
    open_ = [one.risk for one in found if one.risk.state == Risk.State.OPEN]
    up = [one.risk.title for one in found if one.change == "up"]
    new = [one.risk.title for one in found if one.change == "new"]
    before = [f"{risk.title} ({risk.escalated_to})" for risk in open_ if risk.escalated_to]
    late = [risk.title for risk in open_ if risk.days_late(today)]
    said = (("Gone up", up), ("New", new), ("Before a board", before), ("Review is late", late))
    return [f"{words}: {'; '.join(titles)}." for words, titles in said if titles]


def register_sentence(risks: Iterable[Risk]) -> str:
    """8 open risks: 1 very high, 3 high, 4 medium."""
    counts: dict[str, int] = {}
    total = 0
    for risk in risks:
        counts[risk.band.word] = counts.get(risk.band.word, 0) + 1
        total += 1
    if not total:
        return "No risk is open."
    said = [f"{counts[band.word]:,} {band.word}" for band in reversed(scale_of_today().bands) if band.word in counts]
    return f"{total:,} open {'risk' if total == 1 else 'risks'}: {', '.join(said)}."
