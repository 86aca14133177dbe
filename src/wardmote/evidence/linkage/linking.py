"""Who is who: records that are thought to be one person get one number."""

from dataclasses import dataclass

import duckdb
import numpy as np

from wardmote.errors import BadInput, WardmoteError
from wardmote.evidence.linkage import model, tidy
from wardmote.evidence.linkage.links import IntArray, Link, Links, Reason, joined
from wardmote.evidence.linkage.records import PeopleRecords

__all__ = ["DEFAULT_THRESHOLD", "Link", "Linkage", "Links", "Reason", "link_people"]

DEFAULT_THRESHOLD = 0.9
# What is less likely than this is not worth a look, and there is a great deal of it.
LEAST_PROBABILITY = 0.05
# A short list has at least this many records' worth of strangers to tell apart.
_FEWEST_STRANGERS = 100
# Of the pairs that are one person, this share is thought to be written alike to the letter.
_WRITTEN_ALIKE = 0.7


@dataclass(frozen=True, eq=False)
class Linkage:
    """Each record's person, and the links that say so.

    `person` numbers the persons from 0, one entry a record in the order given. `links` are all that were found with a
    probability of 0.05 or more; those at `threshold` or above hold. `own` is equal for records whose forename, surname
    and birth date are the same to the letter, as exact pseudonyms see it, and -1 where one of them is not given.
    `is_learnt` says whether the weights were learnt from these records, or are those set for short lists.
    """

    threshold: float
    person: IntArray
    links: Links
    own: IntArray
    is_learnt: bool

    def at(self, threshold: float) -> "Linkage":
        """The same links held to another threshold. Raises BadInput where it is not between 0.05 and 1."""
        _require_threshold(threshold)
        person = _persons(self.links, records=len(self.person), threshold=threshold)
        return Linkage(threshold, person, self.links, self.own, self.is_learnt)

    def to_review(self, *, lower: float = 0.5, upper: float = 0.99) -> tuple[Link, ...]:
        """The links that a person should look at, nearest to the threshold first, whether they hold or not."""
        probability = self.links.probability
        chosen = np.flatnonzero((probability >= lower) & (probability < upper))
        nearest = chosen[np.argsort(np.abs(probability[chosen] - self.threshold), kind="stable")]
        return tuple(self.links[int(at)] for at in nearest)


def link_people(records: PeopleRecords, *, threshold: float = DEFAULT_THRESHOLD) -> Linkage:
    """Link records that are thought to be one person with a probability of `threshold` or more.

    Records of one source are linked with each other too: a person may be in a list twice. Nothing is written to disk or
    logged. Raises BadInput where the threshold is not between 0.05 and 1, and WardmoteError where the records take more
    memory than there is; neither says what a record holds.
    """
    _require_threshold(threshold)
    links, own, is_learnt = _linked(records)
    return Linkage(threshold, _persons(links, records=len(records), threshold=threshold), links, own, is_learnt)


def _linked(records: PeopleRecords) -> tuple[Links, IntArray, bool]:
    try:
        with tidy.connect() as connection:
            tidy.hold(connection, records)
            own = np.array(tidy.own_groups(connection), dtype=np.int64)
            if len(records) < 2:
                return Links.of([]), own, False
            alike = _pairs_alike(own)
            is_learnt = len(records) >= model.FEWEST_TO_LEARN_FROM and alike >= model.FEWEST_PAIRS_TO_LEARN_FROM
            prior = _prior(len(records), alike=alike, is_learnt=is_learnt)
            scored = model.scores(connection, is_learnt=is_learnt, prior=prior, least=LEAST_PROBABILITY)
            return Links.of(scored), own, is_learnt
    except duckdb.OutOfMemoryException:
        reason = "they take more memory than there is"
    except Exception as error:  # noqa: BLE001
        # Whatever went wrong, its own words could quote a record: only its kind is told, and it is not chained.
        reason = f"of a fault inside ({type(error).__name__})"
    raise WardmoteError(f"the people could not be linked because {reason}", do="link fewer records at a time")


def _pairs_alike(own: IntArray) -> int:
    """How many pairs of records have the same name and birth date to the letter."""
    _, sizes = np.unique(own[own >= 0], return_counts=True)
    return int((sizes * (sizes - 1) // 2).sum())


def _prior(records: int, *, alike: int, is_learnt: bool) -> float:
    """The share of all pairs that are thought to be one person."""
    if not is_learnt:
        return 1 / max(records, _FEWEST_STRANGERS)
    return alike / _WRITTEN_ALIKE / (records * (records - 1) / 2)


def _persons(links: Links, *, records: int, threshold: float) -> IntArray:
    holds = links.probability >= threshold
    return joined(np.column_stack((links.left[holds], links.right[holds])), records=records)


def _require_threshold(threshold: float) -> None:
    if not LEAST_PROBABILITY <= threshold <= 1:
        raise BadInput(
            f"a threshold of {threshold:g} cannot be used",
            do=f"give a probability between {LEAST_PROBABILITY} and 1, such as {DEFAULT_THRESHOLD}",
        )
