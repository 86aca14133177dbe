"""Each way in which a load writes people, once, so that somebody named alike on a hundred rows is compared once."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from wardmote.evidence.linkage.grouping import Pair, pair_of
from wardmote.evidence.linkage.links import Link
from wardmote.evidence.linkage.mentions import Mention
from wardmote.evidence.linkage.records import PeopleRecords
from wardmote.evidence.people import Key


@dataclass(frozen=True)
class Spellings:
    """`spelling` numbers each mention's, `first` and `mentions` are the first mention of each and how many there are.

    A spelling's token is what decisions know it by: the pseudonym of an ordinary load or, where that would tell nobody
    apart, one of all that is written. Mentions that tell nobody apart are each a spelling of their own, for two of them
    need not be one person.
    """

    first: tuple[Mention, ...]
    mentions: tuple[int, ...]
    spelling: tuple[int, ...]
    tokens: tuple[str, ...]
    places: dict[str, list[int]]

    @classmethod
    def of(cls, mentions: Sequence[Mention], key: Key) -> "Spellings":
        """The spellings of all mentions."""
        numbers: dict[object, int] = {}
        spelling = tuple(
            numbers.setdefault(mention.written if mention.own else place, len(numbers))
            for place, mention in enumerate(mentions)
        )
        first: dict[int, Mention] = {}
        for number, mention in zip(spelling, mentions, strict=True):
            first.setdefault(number, mention)
        counts = Counter(spelling)
        tokens = tuple(_token(mention, key) for mention in first.values())
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


def _token(mention: Mention, key: Key) -> str:
    if mention.own:
        return mention.own
    parts = (mention.forename, mention.surname, str(mention.born or ""), mention.sex, mention.sector)
    return key.pseudonym("spelling", *(part.casefold() for part in parts))
