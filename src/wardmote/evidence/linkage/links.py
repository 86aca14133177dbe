"""Links between two records: how sure each is, and why, for a person to confirm or refuse."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wardmote.evidence.linkage.comparisons import COMPARISONS, Agreement

IntArray = npt.NDArray[np.int64]
_FIXED_COLUMNS = 4


@dataclass(frozen=True)
class Reason:
    """One comparison of two records: what was compared, whether it agrees, and in words; never what was written."""

    comparison: str
    agreement: Agreement
    words: str


@dataclass(frozen=True)
class Link:
    """Two records, by their places, that may be one person.

    `weight` is the match weight in bits: each one more doubles the odds. `probability` is between 0 and 1.
    """

    left: int
    right: int
    weight: float
    probability: float
    reasons: tuple[Reason, ...]

    @property
    def words(self) -> str:
        """The reasons on one line."""
        return ", ".join(reason.words for reason in self.reasons)


@dataclass(frozen=True, eq=False)
class Links:
    """Links in columns; `links[i]` is one of them. `gammas` has a row a link and a column a comparison."""

    left: IntArray
    right: IntArray
    weight: npt.NDArray[np.float64]
    probability: npt.NDArray[np.float64]
    gammas: IntArray

    @classmethod
    def of(cls, scored: Sequence[tuple[float, ...]]) -> "Links":
        """The links in rows of left, right, weight, probability and a gamma a comparison."""
        table = np.array(scored, dtype=np.float64).reshape(len(scored), _FIXED_COLUMNS + len(COMPARISONS))
        left, right, weight, probability = table[:, :_FIXED_COLUMNS].T
        gammas = table[:, _FIXED_COLUMNS:].astype(np.int64)
        return cls(left.astype(np.int64), right.astype(np.int64), weight, probability, gammas)

    def __len__(self) -> int:
        return len(self.left)

    def __getitem__(self, at: int) -> Link:
        levels = zip(COMPARISONS, self.gammas[at].tolist(), strict=True)
        found = ((comparison.name, comparison.level(gamma)) for comparison, gamma in levels)
        return Link(
            left=int(self.left[at]),
            right=int(self.right[at]),
            weight=float(self.weight[at]),
            probability=float(self.probability[at]),
            reasons=tuple(Reason(name, level.agreement, level.words) for name, level in found),
        )

    def __iter__(self) -> Iterator[Link]:
        return (self[at] for at in range(len(self)))


def joined(pairs: Sequence[tuple[int, int]] | IntArray, *, records: int) -> IntArray:
    """A person's number for each of so many records: whoever is in a pair, directly or through others, is one."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    left, right = np.asarray(pairs, dtype=np.int64).reshape(-1, 2).T
    edges = coo_array((np.ones(len(left), dtype=np.int8), (left, right)), shape=(records, records))
    return np.asarray(connected_components(edges, directed=False)[1], dtype=np.int64)
