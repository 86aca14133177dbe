"""Each way in which a load writes people, once, so that somebody named alike on a hundred rows is compared once."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from wardmote.evidence.linkage.grouping import Pair, pair_of
from wardmote.evidence.linkage.links import Link
from wardmote.evidence.linkage.namings import Naming
from wardmote.evidence.linkage.records import PeopleRecords
from wardmote.evidence.people import Key


@dataclass(frozen=True)
class Spellings:
    """`spelling` numbers each naming's, `first` and `namings` are the first naming of each and how many there are.

    A spelling's token is what decisions know it by: the pseudonym of an ordinary load or, where that would tell nobody
    apart, one of all that is written. Namings that tell nobody apart are each a spelling of their own, for two of them
    need not be one person.
    """

    first: tuple[Naming, ...]
    namings: tuple[int, ...]
    spelling: tuple[int, ...]
    tokens: tuple[str, ...]
    places: dict[str, list[int]]

    @classmethod
    def of(cls, namings: Sequence[Naming], key: Key) -> "Spellings":
        """The spellings of all namings."""
        numbers: dict[object, int] = {}
        spelling = tuple(
            numbers.setdefault(naming.written if naming.own else place, len(numbers))
            for place, naming in enumerate(namings)
        )
        first: dict[int, Naming] = {}
        for number, naming in zip(spelling, namings, strict=True):
            first.setdefault(number, naming)
        counts = Counter(spelling)
        tokens = tuple(_token(naming, key) for naming in first.values())
        places: defaultdict[str, list[int]] = defaultdict(list)
        for place, token in enumerate(tokens):
            places[token].append(place)
        return cls(tuple(first.values()), tuple(counts[number] for number in first), spelling, tokens, dict(places))

    @property
    def records(self) -> PeopleRecords:
        """What is compared."""
        first = self.first
        return PeopleRecords(
            source=tuple(one.name for one in first),
            row=tuple(one.row for one in first),
            forename=tuple(one.forename for one in first),
            surname=tuple(one.surname for one in first),
            born=tuple(one.born for one in first),
            sex=tuple(one.sex for one in first),
            sector=tuple(one.sector for one in first),
        )

    @property
    def numbers(self) -> tuple[tuple[str, str] | None, ...]:
        """The agency and pseudonym of those known by an agency's number."""
        return tuple((one.numbering, one.own) if one.numbering else None for one in self.first)

    def pair(self, link: Link) -> Pair:
        """The tokens of a link."""
        return pair_of(self.tokens[link.left], self.tokens[link.right])

    def where(self, place: int) -> str:
        """Where a spelling stands first."""
        first = self.first[place]
        return f"{first.name}, row {first.row}, {first.role}"


def _token(naming: Naming, key: Key) -> str:
    if naming.own:
        return naming.own
    parts = (naming.forename, naming.surname, str(naming.born or ""), naming.sex, naming.sector)
    return key.pseudonym("spelling", *(part.casefold() for part in parts))
