"""SQL for what a cell says: nothing, a word, a number, a time of day or a postcode."""

from collections.abc import Iterable

from wardmote.evidence.duck import quoted

# A whole postcode is somebody's address; its outward part and the first figure of the inward one are not.
_OUTWARD = "([A-Z]{1,2}[0-9][A-Z0-9]?)"
_WHOLE_POSTCODE, _SECTOR = f"^{_OUTWARD}([0-9])[A-Z]{{2}}$", f"^{_OUTWARD} +([0-9])$"


def word_sql(text: str) -> str:
    """A word as words are compared: without case and spaces."""
    return f"replace(lower({text}), ' ', '')"


def word_of(text: str) -> str:
    """The same of a Python text."""
    return text.lower().replace(" ", "")


def words_sql(words: Iterable[str]) -> str:
    """Words as an SQL list in brackets, as they are compared."""
    return f"({_quoted(word_of(word) for word in words)})"


def number_sql(text: str) -> str:
    """A number with or without thousands commas, a pound sign or a per cent sign; empty where it is none."""
    return rf"TRY_CAST(regexp_replace({text}, '[,£%\s]', '', 'g') AS DOUBLE)"


def time_sql(text: str) -> str:
    """The hour in a text that holds a time alone, a fraction of a day included, as Excel counts."""
    read = f"try_strptime({text}, ['%H:%M:%S', '%H:%M', '%H%M', '%H.%M', '%I:%M %p', '%I:%M:%S %p', '%I%p'])"
    fraction = f"TRY_CAST({text} AS DOUBLE)"
    by_fraction = f"CASE WHEN {fraction} >= 0 AND {fraction} < 1 THEN CAST(floor({fraction} * 24) AS INTEGER) END"
    # A date comes before the time where a whole moment stands in the column for times.
    moment = f"TRY_CAST({text} AS TIMESTAMP)"
    return f"coalesce({by_fraction}, CAST(hour({read}) AS INTEGER), CAST(hour({moment}) AS INTEGER))"


def sector_sql(postcode: str) -> str:
    """A postcode cut to its sector; one that is coarser as it stands, and empty where it is none."""
    cell, squeezed = f"upper({postcode})", squeezed_sql(postcode)
    return (
        rf"CASE WHEN regexp_matches({squeezed}, '{_WHOLE_POSTCODE}')"
        rf" THEN regexp_replace({squeezed}, '{_WHOLE_POSTCODE}', '\1 \2')"
        rf" WHEN regexp_matches({cell}, '{_SECTOR}') THEN regexp_replace({cell}, '{_SECTOR}', '\1 \2')"
        rf" WHEN regexp_full_match({cell}, '{_OUTWARD}') THEN {cell} END"
    )


def squeezed_sql(text: str) -> str:
    """A text in capitals and without spaces."""
    return f"upper(replace({text}, ' ', ''))"


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(quoted(word) for word in words)
