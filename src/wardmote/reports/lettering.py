"""Characters that no font at hand can show, put in words: PDF/UA-1 forbids the empty box that would stand for them."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from wardmote.reports.view import View

type CanShow = Callable[[Sequence[str]], bool]

# Categories of Unicode that end in nothing to see; a control character, such as a pasted line break, parts two words.
_UNSEEN = ("Cf", "Sk", "Mn", "Mc", "Me")
# Whatever the fonts: what no glyph may stand for by clause 7.21.7 of PDF/UA-1, and what no picture in SVG may hold.
_FORBIDDEN = {"\ufeff", "\ufffe", "\uffff"} | set(map(chr, range(32))) - set("\t\n\r")
_JOINER = "\u200d"
_NOTHING_LEFT = "[nothing that can be shown]"


def spelt_out(view: View, can_show: CanShow) -> View:
    """The same view, with its symbols that cannot be shown named and its other such characters counted, in brackets.

    `can_show` says whether all of some characters can be shown. What can is left as it is.
    """
    letters = {letter for text in _texts(view) for letter in _letters(text)}
    unshown = _unshown(letters, can_show)
    if not unshown:
        return view
    counted = {letter for letter in unshown if _how(letter, unshown) == "count"}
    many, one = _any_of(counted), _any_of(unshown - counted)
    sought = re.compile(rf"{many}(?:\s*{many})*|{one}")

    def change(text: str) -> str:
        spelt = sought.sub(lambda found: _in_words(found[0], unshown), text)
        # A title or a heading may not be empty, of which nothing is left.
        return spelt if spelt.strip() or not text.strip() else _NOTHING_LEFT

    spelt: View = _changed(view, change)
    return spelt


def _any_of(letters: set[str]) -> str:
    """A pattern that finds any of them, with its marks sooner than without; of none, one that finds nothing."""
    found = "|".join(re.escape(letter) for letter in sorted(letters, key=len, reverse=True))
    return f"(?:{found or '(?!)'})"


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {key: _changed(part, change) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_changed(part, change) for part in value]
    return value


def _letters(text: str) -> Iterator[str]:
    """Each character with the marks that stand on it, for a font has to have them together."""
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or not _stands_on_the_last(text[end]):
            yield text[start:end]
            start = end


def _stands_on_the_last(character: str) -> bool:
    return character == _JOINER or unicodedata.category(character).startswith("M")


def _unshown(letters: set[str], can_show: CanShow) -> set[str]:
    """Those that cannot be shown as they are, and each base and mark of which that is so."""
    characters = {character for letter in letters for character in letter}
    bare = characters & _FORBIDDEN
    bare |= _refused(sorted(characters - bare), can_show)
    whole = {letter for letter in letters if bare.isdisjoint(letter)}
    return bare | (letters - whole) | _refused(sorted(whole), can_show)


def _refused(letters: list[str], can_show: CanShow) -> set[str]:
    if can_show(letters):
        return set()
    if len(letters) == 1:
        return set(letters)
    half = len(letters) // 2
    return _refused(letters[:half], can_show) | _refused(letters[half:], can_show)


def _in_words(found: str, unshown: set[str]) -> str:
    """One character in words; or several of a kind that is counted, with the spaces between them."""
    letter = next(_letters(found))
    how = _how(letter, unshown)
    if how == "name":
        return f"[{unicodedata.name(letter[0], 'symbol').lower()}]"
    if how == "count":
        count = sum(not one.isspace() for one in _letters(found))
        return f"[{count} {'character' if count == 1 else 'characters'} that no font here can show]"
    return {"bare": letter[0], "nothing": "", "space": " "}[how]


def _how(letter: str, unshown: set[str]) -> str:
    """How a character is put in words: bare of its marks, by nothing, by a space, by its name, or counted."""
    category = unicodedata.category(letter[0])
    if letter[0] not in unshown:
        return "bare"
    if category in _UNSEEN:
        return "nothing"
    if category == "Cc":
        return "space"
    return "name" if category.startswith("S") else "count"
