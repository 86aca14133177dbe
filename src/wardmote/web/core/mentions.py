"""Whom a comment names: an @ and the name as it stands under People."""

import re
from collections.abc import Iterable, Iterator

from django.core.exceptions import ValidationError

from wardmote.web.core.targets import Target

# An @ within a word belongs to an address or a handle, and names nobody.
_START = re.compile(r"(?<![\w.+-])@(?=\w)")
_FIRST_WORDS = re.compile(r"\S+(?: \S+)?")


def mentioned(text: str, people: Iterable[Target]) -> tuple[Target, ...]:
    """The people whom the text names, in order of name; everybody of that name where several bear it.

    Raises `ValidationError` at an @ that nobody's name follows.
    """
    known = tuple(people)
    named = {person for start in _START.finditer(text) for person in _named(text[start.end() :], known)}
    return tuple(sorted(named, key=lambda person: (person.name, person.id)))


def _named(rest: str, people: tuple[Target, ...]) -> Iterator[Target]:
    found = [person for person in people if _begins_with(rest, person.name)]
    if not found:
        words = _FIRST_WORDS.match(rest)
        raise ValidationError(
            {"text": f"“@{words[0] if words else rest[:30]}” is nobody here. Write the name as it stands under People."}
        )
    longest = max(len(person.name) for person in found)
    return (person for person in found if len(person.name) == longest)


def _begins_with(rest: str, name: str) -> bool:
    after = rest[len(name) : len(name) + 1]
    return rest[: len(name)].casefold() == name.casefold() and not after.isalnum()
