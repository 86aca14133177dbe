"""What differs between two editions of a plan, in sentences that can be read out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wardmote.assessment.wording import listing

_OWN_WORDS = (("summary", "summary"), ("resources", "resources"), ("engagement", "engagement of people"))


@dataclass(frozen=True)
class Difference:
    """One sentence, and what stood before and stands now, where words were changed."""

    under: str
    sentence: str
    before: str = ""
    after: str = ""


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Difference, ...]:
    """Everything that differs, from the plan as a whole to single activities."""
    return tuple(_of_plan(before, after))


def _of_plan(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Difference]:
    plan = "The plan as a whole"
    for key, words in _OWN_WORDS:
        yield from _changed(plan, f"The {words} was rewritten.", before.get(key, ""), after.get(key, ""))
    yield from _lists(plan, "aim", before.get("aims", []), after.get("aims", []))
    old, new = before.get("priorities", {}), after.get("priorities", {})
    yield from _lists(plan, "priority", old, new)
    for title in new:
        if title in old:
            yield from _of_priority(title, old[title], new[title])


def _of_priority(title: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Difference]:
    for key, words in (("scope", "What it covers"), ("aim", "Its aim"), ("lead", "Its lead")):
        yield from _changed(title, f"{words} changed.", before.get(key, ""), after.get(key, ""))
    yield from _lists(title, "cross-cutting issue", before.get("issues", []), after.get("issues", []))
    old, new = before.get("objectives", {}), after.get("objectives", {})
    yield from _lists(title, "objective", old, new)
    for name in new:
        for key in new[name] if name in old else ():
            yield from _changed(title, f"“{name}”: the {key} changed.", old[name].get(key, ""), new[name][key])
    old, new = before.get("activities", {}), after.get("activities", {})
    yield from _lists(title, "activity", old, new)
    for name in new:
        if name in old:
            yield from _changed(title, f"“{name}”: what it also serves changed.", old[name], new[name])


def _lists(under: str, noun: str, before: Any, after: Any) -> Iterator[Difference]:
    """What came in one sentence, and what went in another, however many there are."""
    came, went = [name for name in after if name not in before], [name for name in before if name not in after]
    if came:
        yield Difference(under, f"New {_nouns(noun, len(came))}: {listing(came)}.")
    if len(went) == 1:
        yield Difference(under, f"No longer {'an' if noun[0] in 'aeiou' else 'a'} {noun}: {went[0]}.")
    elif went:
        yield Difference(under, f"No longer {_nouns(noun, len(went))}: {listing(went)}.")


def _nouns(noun: str, number: int) -> str:
    if number == 1:
        return noun
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"


def _changed(under: str, sentence: str, before: str, after: str) -> Iterator[Difference]:
    if before != after:
        yield Difference(under, sentence, before or "nothing", after or "nothing")
