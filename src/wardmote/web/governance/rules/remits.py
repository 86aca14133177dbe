"""Groups whose remits say much the same."""

import re
from collections.abc import Sequence
from itertools import combinations

# Words that every remit has.
_EVERYWHERE = frozenset(
    [
        "and", "the", "for", "with", "that", "this", "from", "into", "their", "its", "who", "what", "how", "our", "are",
        "group", "groups", "board", "partnership", "partners", "work", "working", "across", "area", "areas", "oversee",
        "oversees", "deliver", "delivers", "delivery", "ensure", "ensures", "lead", "leads", "exampleshire", "local",
    ]
)  # fmt: skip
# Beginnings of words this long stand for the word: prevent, prevents and prevention are one.
_STEM = 6
ALIKE = 0.6
FEWEST_SHARED = 3


def duplicates[K](remits: Sequence[tuple[K, str]]) -> tuple[tuple[K, K, tuple[str, ...]], ...]:
    """Pairs whose remits share most of their words, with the words that they share; for people to look at."""
    stems = [(key, _stems(text)) for key, text in remits]
    found = []
    for (one, ours), (other, theirs) in combinations(stems, 2):
        shared = ours.keys() & theirs.keys()
        smaller = min(len(ours), len(theirs))
        if len(shared) >= FEWEST_SHARED and len(shared) >= ALIKE * smaller:
            found.append((one, other, tuple(ours[stem] for stem in ours if stem in shared)))
    return tuple(found)


def _stems(text: str) -> dict[str, str]:
    words = re.findall(r"[a-z]{3,}", text.lower())
    return {word[:_STEM]: word for word in reversed(words) if word not in _EVERYWHERE}
