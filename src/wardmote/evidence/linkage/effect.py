"""What linking did to a load: how many persons there are, and how many of them come more than once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from wardmote.definitions.vocabulary import read_vocabulary
from wardmote.evidence.linkage.linking import Linkage
from wardmote.evidence.linkage.namings import Naming, count_files
from wardmote.evidence.linkage.quality import Share, repeat_share

NOT_KEPT = "Names were compared within these files only, for none are kept; earlier loads are known by pseudonym."


@dataclass(frozen=True)
class LinkEffect:
    """Namings of people by name in `files` files, before and after linking.

    The repeat shares are persons with two namings or more, of all persons who can be told apart.
    """

    threshold: float
    files: int
    namings: int
    repeats_before: Share
    repeats_after: Share
    waiting: int
    is_learnt: bool

    @property
    def sentence(self) -> str:
        """The effect on repeats, in one sentence."""
        before, after = self.repeats_before, self.repeats_after
        if after.value is None:
            return "No person in these files could be told apart, so linking changes no repeat rate."
        without = "none can be told apart" if before.value is None else f"{before.value:.1%} are"
        return (
            f"Linking at {self.threshold:g} makes {after.base:,} persons of {self.namings:,} times that people are named in "
            f"{self.files:,} {'file' if self.files == 1 else 'files'}, and {after.value:.1%} of them are named more than "
            f"once; without linking there are {before.base:,} persons, of whom {without}."
        )


def effect_of(namings: Sequence[Naming], linked: Sequence[str], *, linkage: Linkage, waiting: int) -> LinkEffect:
    """The effect of giving each naming the pseudonym `linked`, beside its own; empty ones count for nobody."""
    return LinkEffect(
        threshold=linkage.threshold,
        files=count_files(namings),
        namings=len(namings),
        repeats_before=_repeats([naming.own for naming in namings]),
        repeats_after=_repeats(linked),
        waiting=waiting,
        is_learnt=linkage.is_learnt,
    )


def measured_quality(threshold: float) -> str:
    """How good links are on invented lists whose truth is known, at the nearest threshold that was measured."""
    rows = read_vocabulary("linkage_quality")
    nearest = min(rows, key=lambda row: abs(float(row["threshold"]) - threshold))
    precision, recall = (float(nearest[name]) for name in ("precision", "recall"))
    return (
        f"On {nearest['lists']}, {precision:.1%} of the pairs linked at {nearest['threshold']} are one person, and "
        f"{recall:.1%} of the pairs that are one person are linked (see {nearest['measured']})."
    )


def _repeats(pseudonyms: Sequence[str]) -> Share:
    numbers: dict[str, int] = {}
    known = [numbers.setdefault(one, len(numbers)) for one in pseudonyms if one]
    return repeat_share(np.array(known, dtype=np.int64))
