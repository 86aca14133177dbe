"""Pairs of pseudonyms that may be one person, for somebody to decide."""

from dataclasses import dataclass

from wardmote.evidence.linkage.pairs import PairToReview
from wardmote.web.core.wording import plural, sentence_case
from wardmote.web.insight.queries.pairs import PairsAnswer

_DECIDED = {True: "One person", False: "Two people", None: "Not decided"}


@dataclass(frozen=True)
class PairRow:
    """One pair as a person reads it: never a name, and where the rows stand for whoever may see the files."""

    code: str
    rows: str
    likelihood: str
    why: str
    linked: str
    decided: str


@dataclass(frozen=True)
class PairsPage:
    """What stands on the page."""

    headline: str
    more: str
    rows: tuple[PairRow, ...]


def pairs_page(answer: PairsAnswer) -> PairsPage:
    """The page of the pairs."""
    shown = len(answer.pairs)
    if not answer.all:
        return PairsPage("No pair waits: no load has linked people yet, or none was near the threshold.", "", ())
    return PairsPage(
        headline=f"{plural(answer.all, 'pair')} near the threshold; {answer.undecided:,} not decided yet.",
        more=f"The {shown:,} that most need a decision are shown." if shown < answer.all else "",
        rows=tuple(_row(pair, decision) for pair, decision in answer.pairs),
    )


def _row(pair: PairToReview, decision: bool | None) -> PairRow:
    return PairRow(
        code=pair.code,
        rows=f"{pair.one_at} and {pair.other_at}",
        likelihood=f"{pair.probability:.0%}",
        why=sentence_case(pair.reasons),
        linked="yes" if pair.is_joined else "no",
        decided=_DECIDED[decision],
    )
