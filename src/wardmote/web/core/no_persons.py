"""A check of free text where numbers alone belong: what looks like one person's number is refused."""

import re

from django.core.exceptions import ValidationError

_TEN_DIGITS = re.compile(r"(?<!\d)(\d{3})[ -]?(\d{3})[ -]?(\d{4})(?!\d)")
_NATIONAL_INSURANCE = re.compile(r"\b[A-CEGHJ-PR-TW-Z]{2} ?(\d{2} ?){3}[A-D]\b", re.IGNORECASE)
_BORN = re.compile(r"\b(dob|d\.o\.b\.?|born(?: on)?|date of birth)\W{0,3}\d", re.IGNORECASE)
NUMBERS_ONLY = "Numbers and words about the activity only: no names, birth dates or numbers of people it is for."


def refuse_persons(text: str) -> None:
    """Raises `ValidationError` where the text holds an NHS or National Insurance number, or somebody's birth date."""
    if any(_is_nhs_number("".join(found.groups())) for found in _TEN_DIGITS.finditer(text)):
        raise ValidationError("This looks like an NHS number. Leave out whatever points to one person.")
    if _NATIONAL_INSURANCE.search(text):
        raise ValidationError("This looks like a National Insurance number. Leave out whatever points to one person.")
    if _BORN.search(text):
        raise ValidationError("This looks like a birth date. Leave out whatever points to one person.")


def _is_nhs_number(digits: str) -> bool:
    """The last digit checks the other nine, by the NHS data dictionary's rule (weights 10 to 2, modulus 11)."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    return (11 - total % 11) % 11 == int(digits[9])
