"""The fields of a file as SQL: what the card reads of them, and what would set a row aside."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from wardmote.definitions.card import WORDED, Card
from wardmote.definitions.card_parts import CodeMap
from wardmote.evidence.dock.cells import number_sql, word_of
from wardmote.evidence.dock.moments import moment_sql
from wardmote.evidence.duck import named, quoted
from wardmote.evidence.sources.csv_rows import Check

NOTHING = "CAST(NULL AS VARCHAR)"
_LONGEST_WORD = 200
_WORDS = {"occurred": "date it occurred", "recorded": "date it was recorded", "lsoa_code": "LSOA code"}


@dataclass(frozen=True)
class Plan:
    """How rows of clean text become rows of a table.

    `moments` are worked out first, from clean columns; `select` gives the columns to store, and others that begin with
    a dot and are for later steps; `checks` are conditions that a row must not meet, with the reason in words.
    `undated` is true of a row without a date, which rows that add up others are.
    """

    select: dict[str, str]
    checks: tuple[Check, ...]
    moments: dict[str, str] = field(default_factory=dict)
    undated: str = "true"


@dataclass(frozen=True)
class Fields:
    """The fields of a card that a file has."""

    card: Card
    present: frozenset[str]

    def has(self, name: str) -> bool:
        return name in self.present

    def text(self, name: str) -> str:
        """The clean text of a field; where the file has none, what the card says that it always is."""
        column = named(name) if self.has(name) else NOTHING
        fixed = self.card.fixed.get(name)
        return column if fixed is None else f"coalesce({column}, {quoted(fixed)})"

    def word(self, name: str) -> str:
        """The same in the words of the card's code map: what is not listed there is not passed on."""
        map_ = self.card.code_map(name)
        if map_ is None or not self.has(name):
            return f"left({self.text(name)}, {_LONGEST_WORD})"
        other = (
            quoted(map_.otherwise) if map_.otherwise is not None else named(name) if map_.keeps_unlisted else NOTHING
        )
        found = f"left(coalesce({named(f'ours.{name}')}, {other}), {_LONGEST_WORD})"
        fixed = self.card.fixed.get(name)
        return f"CASE WHEN {named(name)} IS NULL THEN {NOTHING if fixed is None else quoted(fixed)} ELSE {found} END"

    def unlisted(self) -> dict[str, str]:
        """For each field whose unlisted words are left out or called something else: whether this row's is one."""
        return {name: self._is_unlisted(name) for name in self._coded() if self._tells_unlisted(name)}

    def moment(self, name: str) -> str:
        """The day and time in a field, before `moments` are worked out."""
        return moment_sql(self.text(name), self.card.dates) if self.has(name) else "CAST(NULL AS TIMESTAMP)"

    def number(self, name: str) -> str:
        """The number in a field."""
        return number_sql(self.text(name)) if self.has(name) else "CAST(NULL AS DOUBLE)"

    def joins(self) -> str:
        """What brings the words of the code maps to each row."""
        return "".join(
            f" LEFT JOIN code_words AS {alias} ON {alias}.field = {quoted(name)}"
            f" AND {alias}.theirs = replace(lower({named(name)}), ' ', '')"
            for name in self._coded()
            for alias in [named(f"words of {name}")]
        )

    def joined(self) -> dict[str, str]:
        """The columns that those joins give."""
        return {f"ours.{name}": f"{named(f'words of {name}')}.ours" for name in self._coded()}

    def code_words(self, places: Iterable[str] = ()) -> list[tuple[str, str, str]]:
        """Every field, word of theirs and word of ours in the card's code maps; one meaning each.

        `places` are names of areas, which may stand in the section of an event.
        """
        found = {("section", word_of(place)): place for place in places} if self.card.table == "events" else {}
        found |= {
            (name, word_of(theirs)): ours
            for name, map_ in self.card.codes.items()
            for ours, words in map_.words.items()
            for theirs in (ours, *words)
        }
        return [(name, theirs, ours) for (name, theirs), ours in found.items()]

    def requirements(self) -> tuple[Check, ...]:
        """What must be given, and what must be among the words that the card lists."""
        needed = tuple((f"{self.text(name)} IS NULL", f"no {in_words(name)} is given") for name in self.card.required)
        listed = tuple(
            (self._is_unlisted(name), f"the {in_words(name)} is not one that the card lists")
            for name in self._coded()
            if not self._tells_unlisted(name) and not self._map(name).keeps_unlisted
        )
        return needed + listed

    def date_checks(self, names: Iterable[str]) -> tuple[Check, ...]:
        """Dates must be written in a form that the card knows, and lie between 1900 and now. Uses the moments."""
        return tuple(check for name in names if self.has(name) for check in self._date_checks(name))

    def _date_checks(self, name: str) -> tuple[Check, ...]:
        moment, words = named(f"at.{name}"), in_words(name)
        return (
            (f"{self.text(name)} IS NOT NULL AND {moment} IS NULL", f"the {words} is not written as the card says"),
            (f"{moment} >= CAST(now() AS TIMESTAMP) + INTERVAL 1 DAY", f"the {words} lies in the future"),
            (f"{moment} < TIMESTAMP '1900-01-01'", f"the {words} lies before 1900"),
        )

    def _coded(self) -> list[str]:
        return [name for name in dict.fromkeys((*WORDED[self.card.table], *self.card.codes)) if self.has(name)]

    def _map(self, name: str) -> CodeMap:
        return self.card.code_map(name) or CodeMap()

    def _tells_unlisted(self, name: str) -> bool:
        map_ = self._map(name)
        return map_.otherwise is not None or map_.unlisted == "leave-out"

    def _is_unlisted(self, name: str) -> str:
        return f"{named(name)} IS NOT NULL AND {named(f'ours.{name}')} IS NULL"


def in_words(name: str) -> str:
    """A field's name as a sentence says it."""
    return _WORDS.get(name, name.replace("_", " ").replace(".", "’s "))
