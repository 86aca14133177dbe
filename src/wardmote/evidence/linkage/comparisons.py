"""What is compared between two records, how near they may be, and the words for it that a person reads.

The weights are Fellegi and Sunter's (1969, JASA 64, 1183-1210): how often two records of one person agree so far (m),
and two records of different people (u). Those set here serve where lists are too short to learn from, and are where
learning starts elsewhere.
"""

from dataclasses import dataclass
from typing import Literal

Agreement = Literal["same", "near", "different", "not given"]


@dataclass(frozen=True)
class Level:
    """One answer to a comparison: when it is given (SQL; empty for "in any other case"), in words, and its weights."""

    condition: str
    agreement: Agreement
    words: str
    m: float
    u: float
    is_weighed_by_rarity: bool = False


@dataclass(frozen=True)
class Comparison:
    """What is compared, from the nearest answer to the furthest; `given` is the column without which it says nothing."""

    name: str
    given: str
    levels: tuple[Level, ...]
    is_learnt: bool = True

    def level(self, gamma: int) -> Level:
        """The answer that Splink numbers `gamma`: 0 is the furthest, and -1 that one record does not say."""
        return NOT_GIVEN[self.name] if gamma < 0 else self.levels[len(self.levels) - 1 - gamma]


def _holds(column: str, *, fewest: int) -> str:
    return (
        f"(least(length({column}_l), length({column}_r)) >= {fewest} AND ("
        f"starts_with({column}_l, {column}_r) OR starts_with({column}_r, {column}_l)"
        f" OR ends_with({column}_l, {column}_r) OR ends_with({column}_r, {column}_l)))"
    )


def _alike(column: str, *, least: float) -> str:
    return f"jaro_winkler_similarity({column}_l, {column}_r) >= {least}"


_SWAPPED = "year(born_l) = year(born_r) AND month(born_l) = day(born_r) AND day(born_l) = month(born_r)"
_ONE_DIGIT = "damerau_levenshtein(strftime(born_l, '%Y%m%d'), strftime(born_r, '%Y%m%d')) <= 1"

COMPARISONS = (
    Comparison(
        "forename",
        "forename",
        (
            Level("", "same", "same forename", 0.82, 0.01, is_weighed_by_rarity=True),
            Level(
                f"list_has_any(forms_l, forms_r) OR {_holds('forename', fewest=2)}",
                "near",
                "one forename is a short form of the other",
                0.07,
                0.005,
            ),
            Level(_alike("forename", least=0.92), "near", "forenames nearly alike", 0.06, 0.01),
            Level(_alike("forename", least=0.84), "near", "forenames somewhat alike", 0.04, 0.02),
            Level("", "different", "different forenames", 0.01, 0.955),
        ),
    ),
    Comparison(
        "surname",
        "surname",
        (
            Level("", "same", "same surname", 0.85, 0.004, is_weighed_by_rarity=True),
            Level(_holds("surname", fewest=4), "near", "one surname is a part of the other", 0.02, 0.001),
            Level(_alike("surname", least=0.92), "near", "surnames nearly alike", 0.06, 0.004),
            Level(_alike("surname", least=0.84), "near", "surnames somewhat alike", 0.02, 0.01),
            Level("", "different", "different surnames", 0.05, 0.981),
        ),
    ),
    Comparison(
        "birth date",
        "born",
        (
            Level("", "same", "same birth date", 0.95, 0.00005),
            Level(_SWAPPED, "near", "birth dates with day and month swapped", 0.01, 0.00003),
            Level(_ONE_DIGIT, "near", "birth dates with one digit different", 0.025, 0.0008),
            Level("", "different", "different birth dates", 0.015, 0.99912),
        ),
    ),
    Comparison(
        "sex",
        "sex",
        (
            # A forename mostly tells the sex, so the same sex says nothing new; to count it would make namesakes of one.
            Level("", "same", "same sex", 0.99, 0.99),
            Level("", "different", "different sex", 0.01, 0.25),
        ),
        # A list in which nobody mistyped a sex would teach that nobody ever does, and one slip would part two records.
        is_learnt=False,
    ),
    Comparison(
        "postcode sector",
        "sector",
        (
            Level("", "same", "same postcode sector", 0.75, 0.02),
            Level("district_l = district_r", "near", "the same postcode district", 0.10, 0.10),
            Level("", "different", "different postcode sectors", 0.15, 0.88),
        ),
    ),
)

NOT_GIVEN = {one.name: Level("", "not given", f"{one.name} not given", 1, 1) for one in COMPARISONS}

# Two records are compared where they agree in one of these ways; whoever agrees in none of them is not found.
BLOCKS = (
    ("born",),
    ("forename", "surname"),
    ("surname", "sector", "left(forename, 2)"),
    ("forename", "sector", "left(surname, 2)"),
    ("surname", "year(born)", "month(born)"),
)
# Each learns what the other holds fixed. Two comparisons of names or dates are left in each: one alone cannot tell
# namesakes from one person.
LEARNT_WITHIN = (("born",), ("surname", "sector"))
