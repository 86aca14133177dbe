"""Pairs near the threshold for a person to accept or refuse: pseudonyms, where they stand, and why; never a value."""

import hashlib
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from wardmote.errors import BadInput
from wardmote.evidence.linkage.grouping import Pair
from wardmote.evidence.linkage.held import read_decisions, read_table, write_decisions, write_table

_NAME = "pairs.csv"
_CODE_SIGNS = 8


@dataclass(frozen=True)
class PairToReview:
    """Two ways in which people are written, by pseudonym, that may be one person.

    `one_at` and `other_at` say in which file and row each stands first, so that somebody who may see the files can
    look. `is_joined` says whether they were one person in the last linked load.
    """

    one: str
    other: str
    probability: float
    weight: float
    is_joined: bool
    one_at: str
    other_at: str
    reasons: str

    @property
    def pair(self) -> Pair:
        return (self.one, self.other)

    @property
    def code(self) -> str:
        """A short word for the pair, the same in every load."""
        return code_of(self.pair)


def code_of(pair: Pair) -> str:
    """A short word for a pair."""
    return hashlib.sha256(" ".join(pair).encode()).hexdigest()[:_CODE_SIGNS]


def write_pairs(home: Path, pairs: list[PairToReview]) -> None:
    """Keep the pairs of a load in place of those before."""
    write_table(home, _NAME, [field.name for field in fields(PairToReview)], [astuple(one) for one in pairs])


def read_pairs(home: Path) -> tuple[PairToReview, ...]:
    """The pairs of the last linked load, nearest to its threshold first."""
    rows = read_table(home, _NAME, [field.name for field in fields(PairToReview)])
    try:
        return tuple(_pair(row) for _, row in rows)
    except ValueError as error:
        raise BadInput("cannot be read", where=_NAME, do="load the files again with --link") from error


def decide(home: Path, codes: list[str], *, is_accepted: bool) -> int:
    """Accept or refuse pairs by their codes, all or none. Raises BadInput for a code that no pair has."""
    decisions = read_decisions(home)
    known = {code_of(pair): pair for pair in (*decisions, *(one.pair for one in read_pairs(home)))}
    for code in codes:
        if code not in known:
            raise BadInput(
                f"there is no pair “{code}”",
                do="choose one of those that are listed (wardmote link pairs, or Loads on the site)",
            )
    write_decisions(home, {**decisions, **{known[code]: is_accepted for code in codes}})
    return len(set(codes))


def _pair(row: list[str]) -> PairToReview:
    one, other, probability, weight, is_joined, *words = row
    return PairToReview(one, other, float(probability), float(weight), is_joined == "True", *words)
