"""How good a linkage is, where the truth is known, and what its errors do to a repeat rate."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from wardmote.errors import BadInput
from wardmote.evidence.linkage.linking import Linkage
from wardmote.evidence.linkage.links import IntArray
from wardmote.statistics.intervals import proportion_interval

_PAIRS = "Wilson's interval, pairs of records taken as independent"
_F1 = "2 J / (1 + J), J the share of pairs in both among pairs in either, with Wilson's interval for J"


@dataclass(frozen=True)
class Share:
    """`part` of `base`, with its interval; None where the base is empty."""

    value: float | None
    lower: float | None
    upper: float | None
    part: int
    base: int
    method: str = _PAIRS


@dataclass(frozen=True)
class LinkageQuality:
    """What the linkage found, held against the truth.

    `precision` is the share of linked pairs that are one person, `recall` the share of pairs of one person that are
    linked, `f1` their harmonic mean. Pairs are all those within a person, directly linked or through others. Of the
    true persons, `whole_persons` are one found person and nobody else; `parted_persons` lie in several. Of the found
    persons, `merged_persons` hold records of several true ones.

    The repeat shares are persons with two records or more, of all persons: with the truth, with pseudonyms of names and
    birth dates to the letter (records without one count for nobody: `unidentified`), and with linked persons.
    """

    threshold: float
    records: int
    true_persons: int
    found_persons: int
    whole_persons: int
    parted_persons: int
    merged_persons: int
    precision: Share
    recall: Share
    f1: Share
    repeat_share_true: Share
    repeat_share_exact: Share
    repeat_share_linked: Share
    unidentified: int


def linkage_quality(linkage: Linkage, truth: Sequence[int]) -> LinkageQuality:
    """Hold a linkage against `truth`, the number of the true person of each record.

    Raises BadInput where there is not one number a record. F1's interval uses that it rises with the share J of Hand,
    Christen and Kirielle (2021), Machine Learning 110, 451-456.
    """
    if len(truth) != len(linkage.person):
        raise BadInput("the truth has not one person for each record", do="give it for the same records, in order")
    true, found = _numbered(np.asarray(truth, dtype=np.int64)), _numbered(linkage.person)
    both = _numbered(true * (len(found) + 1) + found)
    agreed, true_pairs, found_pairs = _pairs(both), _pairs(true), _pairs(found)
    known = linkage.own[linkage.own >= 0]
    # A person is whole where the overlap of true and found is all of both.
    sizes = np.bincount(both)[both], np.bincount(true)[true], np.bincount(found)[found]
    is_whole = (sizes[0] == sizes[1]) & (sizes[0] == sizes[2])
    return LinkageQuality(
        threshold=linkage.threshold,
        records=len(true),
        true_persons=_persons(true),
        found_persons=_persons(found),
        whole_persons=_persons(_numbered(true[is_whole])),
        parted_persons=_persons(_numbered(true[sizes[0] < sizes[1]])),
        merged_persons=_persons(_numbered(found[sizes[0] < sizes[2]])),
        precision=_share(agreed, found_pairs),
        recall=_share(agreed, true_pairs),
        f1=_f1(agreed, true_pairs + found_pairs - agreed),
        repeat_share_true=repeat_share(true),
        repeat_share_exact=repeat_share(_numbered(known)),
        repeat_share_linked=repeat_share(found),
        unidentified=len(true) - len(known),
    )


def _numbered(values: IntArray) -> IntArray:
    """The same groups, numbered from 0 without a gap."""
    return np.asarray(np.unique(values, return_inverse=True)[1], dtype=np.int64)


def _persons(numbered: IntArray) -> int:
    return int(numbered.max()) + 1 if len(numbered) else 0


def _pairs(numbered: IntArray) -> int:
    sizes = np.bincount(numbered)
    return int((sizes * (sizes - 1) // 2).sum())


def repeat_share(numbered: IntArray) -> Share:
    """Persons with two records or more, of all; persons are numbered from 0 without a gap."""
    return _share(int((np.bincount(numbered) > 1).sum()), _persons(numbered), method="Wilson's interval")


def _share(part: int, base: int, *, method: str = _PAIRS) -> Share:
    if not base:
        return Share(None, None, None, part, base, method)
    interval = proportion_interval(part, base)
    return Share(float(interval.value), float(interval.lower), float(interval.upper), part, base, method)


def _f1(agreed: int, either: int) -> Share:
    shared = _share(agreed, either, method=_F1)
    if shared.value is None or shared.lower is None or shared.upper is None:
        return shared
    value, lower, upper = (2 * share / (1 + share) for share in (shared.value, shared.lower, shared.upper))
    return Share(value, lower, upper, agreed, either, _F1)
