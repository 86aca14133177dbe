"""The five kinds of responsible authority, and which of them nobody is named for.

Crime and Disorder Act 1998, section 5; and regulation 3 of SI 2011/1230, by which two or more persons appointed by one or
more authorities form the strategy group, and several providers of one kind may appoint one person jointly.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# Kind: how a sentence calls it.
RESPONSIBLE_KINDS = {
    "council": "the council",
    "police": "the police",
    "fire": "fire and rescue",
    "probation": "probation",
    "health": "health",
}
MAY_NOT_BE_RESPONSIBLE = (
    "The law makes councils, police, fire and rescue, probation and health responsible. "
    "Choose co-operating or invited for any other body."
)


@dataclass(frozen=True)
class Coverage:
    """One kind of authority: the agencies of it that are responsible here, and who is named to speak for them."""

    kind: str
    agencies: tuple[str, ...]
    people: tuple[str, ...]

    @property
    def called(self) -> str:
        """How a sentence calls the kind."""
        return RESPONSIBLE_KINDS[self.kind]

    @property
    def is_represented(self) -> bool:
        """Whether anybody is named for it."""
        return bool(self.people)


def may_be_responsible(kind: str) -> bool:
    """Whether the law makes bodies of this kind responsible."""
    return kind in RESPONSIBLE_KINDS


def coverage(agencies: Iterable[tuple[str, str]], speakers: Mapping[str, Iterable[str]]) -> tuple[Coverage, ...]:
    """Each of the five kinds, from (agency, kind) of those responsible here, and who is named to speak for each agency."""
    found = list(agencies)
    return tuple(
        Coverage(
            kind,
            tuple(name for name, its in found if its == kind),
            tuple(dict.fromkeys(who for name, its in found if its == kind for who in speakers.get(name, ()))),
        )
        for kind in RESPONSIBLE_KINDS
    )


def gap_in_words(covered: Iterable[Coverage]) -> str:
    """Which of the five nobody is named for, in a sentence."""
    missing = [one.called for one in covered if not one.is_represented]
    if not missing:
        return "All five responsible authorities have somebody named to speak for them."
    joined = missing[0] if len(missing) == 1 else f"{', '.join(missing[:-1])} and {missing[-1]}"
    return f"Nobody is named to speak for {joined}."
