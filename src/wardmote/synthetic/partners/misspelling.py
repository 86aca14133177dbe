"""The mistakes that people make when they type a name that they were told."""

import numpy as np

_LIKE = {"i": "y", "y": "i", "k": "c", "c": "k", "v": "w", "s": "z", "z": "s", "d": "t", "b": "p", "m": "n", "n": "m"}


def misspell(name: str, *, rng: np.random.Generator, chance: float) -> str:
    """The name, or with this chance a name with one letter swapped, dropped, doubled or replaced by one like it."""
    return _one_mistake(name, rng=rng) if rng.random() < chance and len(name) > 3 else name


def _one_mistake(name: str, *, rng: np.random.Generator) -> str:
    at = int(rng.integers(1, len(name) - 1))
    before, letter, after = name[:at], name[at], name[at + 1 :]
    match int(rng.integers(4)):
        case 0:
            return before + after[0] + letter + after[1:]
        case 1:
            return before + after
        case 2:
            return before + letter * 2 + after
        case _:
            return before + _LIKE.get(letter, "e") + after
