"""What one column of an unknown file seems to hold, from its heading and its values."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_ROLES = {
    "victim": r"victim|\bivp\b|injured",
    "suspect": r"suspect|offender|perpetrator|accused|subject",
    "caller": r"caller|complainant|informant|reporter|customer",
}
PERSON_PARTS = {
    "born": r"\bdob\b|birth|born",
    "forename": r"fore ?name|first ?name|given",
    "surname": r"sur ?name|last ?name|family",
    "sex": r"\bsex\b|gender",
    "reference": r"\bref|number|\bno\b|\burn\b|\bcrn\b|\bid\b|nominal",
}
FLAGS = {
    "domestic-abuse": r"\bda\b|\bdv\b|domestic",
    "alcohol": r"alcohol",
    "drugs": r"drug",
    "mental-health": r"mental",
    "knife": r"knife|blade|weapon",
    "hate": r"\bhate",
    "stalking": r"stalk",
    "rural": r"rural",
    "youth": r"youth|young",
}
_IS_OF_SOMEBODY = re.compile(r"\bdob\b|date of birth|birth|\bborn\b|sur ?name|fore ?name")
_ANSWERS = {"y", "n", "yes", "no", "true", "false", "0", "1", "unknown", "not known", "not recorded"}
_DATE = re.compile(
    r"^(\d{1,2}[/.-]\d{1,2}[/.-](\d{4}|\d{2})|(19|20)\d{2}-\d{2}-\d{2}|\d{1,2}[ -][A-Za-z]{3,9}[ -](\d{4}|\d{2}))\b"
)
_OFFENCE_CODE = re.compile(r"^(\d{1,5}[A-Z]?([/.]\w{1,3})?|[A-Z]{2}\d{5}[A-Z]?)$")
_LSOA = re.compile(r"^[EW]01\d{6}$")
_POSTCODE = re.compile(r"^[A-Z]{1,2}\d[A-Z\d]?( ?\d([A-Z]{2})?)?$")
_GRID = re.compile(r"^[HNST][A-Z] ?(\d{2} ?\d{2}|\d{3} ?\d{3}|\d{4} ?\d{4}|\d{5} ?\d{5})$")


@dataclass(frozen=True)
class Guess:
    """What a column is taken for, empty for nothing, and why."""

    heading: str
    field: str
    why: str


def guess_column(heading: str, values: Sequence[str], *, known: Sequence[str]) -> Guess:
    """The guess for one column; `known` are the fields that cards which ship read under this heading."""
    words = re.sub(r"[\W_]+", " ", heading.lower()).strip()
    if not _by_people(words) and _IS_OF_SOMEBODY.search(words):
        return Guess(heading, "", "says who somebody is, and not whose role they had")
    field, why = _by_people(words) or _by_flags(words, values) or _by_values(words, values) or ("", "")
    if not field:
        plain = [one for one in known if "." not in one and _may_be(one, values)]
        if plain:
            return Guess(heading, plain[0], "other cards read this heading so")
        field, why = _by_words(words, values) or ("", "nothing that a card reads")
    return Guess(heading, field, why)


Found = tuple[str, str] | None


def _by_people(words: str) -> Found:
    for role, pattern in _ROLES.items():
        if re.search(pattern, words):
            for part, named in PERSON_PARTS.items():
                if re.search(named, words):
                    return f"{role}.{part}", "by its heading; people become pseudonyms"
    return None


def _by_flags(words: str, values: Sequence[str]) -> Found:
    if values and {value.lower() for value in values} <= _ANSWERS:
        for flag, pattern in FLAGS.items():
            if re.search(pattern, words):
                return f"flags.{flag}", "by its heading, and its answers are yes and no"
    return None


def _by_values(words: str, values: Sequence[str]) -> Found:
    if _most(values, _LSOA.match):
        return "lsoa_code", "its values are LSOA codes"
    if _most(values, _GRID.match) and not re.search(r"\bid\b|number|\bno\b|incident|crime|case|log", words):
        return "grid_reference", "its values are grid references"
    if _most(values, _POSTCODE.match) and "post" in words:
        return "postcode", "its values are postcodes; only the sector is stored"
    for field, pattern, low, high in (
        ("easting", r"east|\bx\b", 80_000, 660_000),
        ("northing", r"north|\by\b", 5_000, 660_000),
        ("longitude", r"lon", -9, 2.5),
        ("latitude", r"lat", 49, 61.5),
    ):
        if re.search(pattern, words) and _most(values, _between(low, high)):
            return field, "its numbers lie where such coordinates lie"
    if _most(values, is_date):
        return _kind_of_date(words)
    return None


def _kind_of_date(words: str) -> Found:
    if re.search(r"outcome|closed|result|dispos", words):
        return "outcome_on", "its values are dates, by its heading of the outcome"
    if re.search(r"\bto\b|\bend", words):
        return "occurred_to", "its values are dates, by its heading of an end"
    if re.search(r"record|report|received|logged|created|arriv", words):
        return "recorded", "its values are dates, by its heading of recording"
    return "occurred", "its values are dates"


def _by_words(words: str, values: Sequence[str]) -> Found:
    is_different = len(set(values)) > 0.95 * len(values) > 0
    if is_different and re.search(r"\bref|number|\bno\b|\burn\b|\bid\b|case", words):
        return "reference", "its values are all different; it becomes a pseudonym"
    if re.search(r"outcome|result|dispos", words):
        return "outcome", "by its heading"
    if re.search(r"type|categor|class|descri|offence|nature|reason", words) and not is_different:
        return "category", "by its heading, and its values come again"
    if re.search(r"\bward\b|section|beat|neighbourhood|area|locality", words) and not is_different:
        return "section", "by its heading, and its values come again"
    if re.search(r"cost|amount|value|£", words):
        return "amount", "by its heading"
    return None


def _may_be(field: str, values: Sequence[str]) -> bool:
    """A heading may mislead: a column for dates has dates, and one for numbers numbers."""
    if field in (
        "recorded",
        "occurred",
        "occurred_to",
        "outcome_on",
        "lsoa_code",
        "easting",
        "northing",
        "longitude",
        "latitude",
    ):
        return False
    if field == "offence_code":
        return _most(values, _OFFENCE_CODE.match)
    return field != "amount" or _most(values, is_number)


def _most(values: Sequence[str], is_so: Callable[[str], object]) -> bool:
    return bool(values) and sum(1 for value in values if is_so(value)) >= 0.8 * len(values)


def _between(low: float, high: float) -> Callable[[str], bool]:
    return lambda value: low <= _number(value) <= high


def is_date(value: str) -> bool:
    """Whether a value is written like a date."""
    return bool(_DATE.match(value))


def is_number(value: str) -> bool:
    """Whether a value is a number, with or without thousands commas and a pound sign."""
    return _number(value) == _number(value)


def _number(value: str) -> float:
    try:
        return float(re.sub(r"[,£ ]", "", value))
    except ValueError:
        return float("nan")
