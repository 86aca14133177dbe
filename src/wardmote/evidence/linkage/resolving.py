"""Who is who in the files of one load: linked in memory, with what people decided; only pseudonyms come out."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from wardmote.evidence.dock.linked_rows import LinkedRow, LinkedRows
from wardmote.evidence.linkage.effect import LinkEffect, effect_of
from wardmote.evidence.linkage.grouping import Groups, Pair
from wardmote.evidence.linkage.linking import Linkage, link_people
from wardmote.evidence.linkage.links import IntArray, Link
from wardmote.evidence.linkage.namings import Naming
from wardmote.evidence.linkage.pairs import PairToReview
from wardmote.evidence.linkage.spellings import Spellings
from wardmote.evidence.linkage.standing import OwnPseudonyms, Standing
from wardmote.evidence.people import Key

NOBODY = ""


@dataclass(frozen=True)
class LinkedPeople:
    """What a linked load needs and leaves: the rows whose people change, which pseudonym stands for which, the pairs
    that a person should look at, and what linking did to the repeats.
    """

    rows: LinkedRows
    persons: dict[str, str]
    pairs: list[PairToReview]
    effect: LinkEffect


def resolve(
    namings: Sequence[Naming],
    *,
    key: Key,
    threshold: float,
    decisions: Mapping[Pair, bool],
    persons: Mapping[str, str],
) -> LinkedPeople:
    """Link everybody whom the files of a load name.

    People of one pseudonym are one person as in any load, accepted pairs are one person, and links at `threshold` or
    above make one person surest first, save where refused pairs or two numbers of one agency would come together.
    """
    spellings = Spellings.of(namings, key)
    linkage = link_people(spellings.records, threshold=threshold)
    refused = {pair for pair, is_accepted in decisions.items() if not is_accepted}
    groups = Groups(spellings.tokens, numbers=spellings.numbers, refused=refused)
    _join(groups, spellings, linkage, accepted=[pair for pair, is_accepted in decisions.items() if is_accepted])
    person = groups.persons()
    standing = Standing(persons, refused, {naming.own for naming in namings})
    pseudonyms = _pseudonyms(spellings, person, standing, key)
    found = [pseudonyms[spelling] for spelling in spellings.spelling]
    pairs = [
        _to_review(link, spellings, is_joined=bool(person[link.left] == person[link.right]))
        for link in _near(linkage, spellings, groups, decisions)
    ]
    return LinkedPeople(
        _changed(namings, found),
        {**persons, **standing.now},
        pairs,
        effect_of(namings, found, linkage=linkage, waiting=len(pairs)),
    )


def _join(groups: Groups, spellings: Spellings, linkage: Linkage, *, accepted: Sequence[Pair]) -> None:
    first: dict[str, int] = {}
    for place, naming in enumerate(spellings.first):
        if naming.own:
            groups.join(first.setdefault(naming.own, place), place)
    for one, other in accepted:
        places = [*spellings.places.get(one, ()), *spellings.places.get(other, ())]
        # Only where both are in this load; a pseudonym alone is who it was.
        if one in spellings.places and other in spellings.places:
            for place in places[1:]:
                groups.join(places[0], place)
    links = linkage.links
    holds = np.flatnonzero(links.probability >= linkage.threshold)
    for at in holds[np.argsort(-links.weight[holds], kind="stable")].tolist():
        groups.join(int(links.left[at]), int(links.right[at]))


def _pseudonyms(spellings: Spellings, person: IntArray, standing: Standing, key: Key) -> list[str]:
    """The pseudonym of each spelling's person; that of nobody where it tells nobody apart."""
    places: defaultdict[int, list[int]] = defaultdict(list)
    for place, one in enumerate(person.tolist()):
        places[one].append(place)
    chosen = {one: _pseudonym(held, spellings, standing, key) for one, held in places.items()}
    return [chosen[one] for one in person.tolist()]


def _pseudonym(places: list[int], spellings: Spellings, standing: Standing, key: Key) -> str:
    namings: Counter[str] = Counter()
    for place in places:
        if own := spellings.first[place].own:
            namings[own] += spellings.namings[place]
    if namings:
        numbered = frozenset(spellings.first[place].own for place in places if spellings.first[place].numbering)
        return standing.choose(OwnPseudonyms(namings, numbered))
    if len(places) == 1:
        return NOBODY
    first = spellings.first[places[0]]
    return key.pseudonym("linked", first.file, str(first.row), first.role)


def _near(linkage: Linkage, spellings: Spellings, groups: Groups, decisions: Mapping[Pair, bool]) -> list[Link]:
    """The links that a person should look at, each pair of tokens once; not what was decided, nor what numbers decide."""
    found: dict[Pair, Link] = {}
    for link in linkage.to_review():
        pair = spellings.pair(link)
        if pair[0] != pair[1] and pair not in decisions and not groups.are_numbered_apart(link.left, link.right):
            found.setdefault(pair, link)
    return list(found.values())


def _to_review(link: Link, spellings: Spellings, *, is_joined: bool) -> PairToReview:
    left, right = sorted((link.left, link.right), key=lambda place: spellings.tokens[place])
    return PairToReview(
        one=spellings.tokens[left],
        other=spellings.tokens[right],
        probability=round(link.probability, 4),
        weight=round(link.weight, 1),
        is_joined=is_joined,
        one_at=spellings.where(left),
        other_at=spellings.where(right),
        reasons=link.words,
    )


def _changed(namings: Sequence[Naming], found: Sequence[str]) -> LinkedRows:
    changed: defaultdict[str, list[LinkedRow]] = defaultdict(list)
    for naming, pseudonym in zip(namings, found, strict=True):
        if pseudonym != naming.own:
            changed[naming.file].append((naming.row, naming.role, pseudonym))
    return LinkedRows({file: tuple(rows) for file, rows in changed.items()})
