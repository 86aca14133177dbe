"""Long names over several lines."""

import textwrap


def wrapped(text: str, *, width: int) -> list[str]:
    """The text as lines of at most `width` characters; a word that is longer stays whole."""
    return textwrap.wrap(text, width=width, break_long_words=False) or [""]
