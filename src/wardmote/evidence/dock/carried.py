"""What of a file leaves the agency that made its pseudonyms: only what the card can read.

A cell that says something else becomes a question mark, so that the row is set aside where the file is loaded as it
would have been before; whatever somebody typed there stays where it is.
"""

from collections.abc import Callable, Iterable

from wardmote.definitions.card_parts import AnswerFlag, ListedFlags, WrittenFlags
from wardmote.evidence.dock.cells import number_sql, time_sql, word_of, word_sql, words_sql
from wardmote.evidence.dock.events import is_offence_code
from wardmote.evidence.dock.fields import Fields
from wardmote.evidence.dock.flags import is_written
from wardmote.evidence.dock.place_fields import PLACES, coarse_sql, is_place
from wardmote.evidence.duck import named, quoted

_UNREAD = "'?'"
_DATES = ("occurred", "occurred_to", "recorded", "outcome_on", "referred", "started", "completed")


def carried_sql(fields: Fields, field: str) -> str:
    """SQL for a field as it leaves the agency; the moments of the dates have been worked out before."""
    if not fields.has(field):
        return "NULL"
    if field.startswith("flags."):
        return _flag(fields, field.removeprefix("flags."))
    if fields.card.code_map(field):
        return f"coalesce({fields.word(field)}, CASE WHEN {named(field)} IS NOT NULL THEN {_UNREAD} END)"
    if field in PLACES:
        return _where(field, is_place(fields, field), coarse_sql(fields, field))
    return _where(field, _is_read(fields, field), named(field))


def _is_read(fields: Fields, field: str) -> str:
    if field in _DATES:
        return f"{named(f'at.{field}')} IS NOT NULL"
    if field == "occurred_time":
        return f"{time_sql(fields.text(field))} IS NOT NULL"
    if field == "amount":
        return f"{number_sql(fields.text(field))} IS NOT NULL"
    if field == "offence_code":
        return is_offence_code(named(field))
    return "false"


def _where(field: str, is_read: str, cell: str) -> str:
    return f"CASE WHEN {named(field)} IS NULL THEN NULL WHEN {is_read} THEN {cell} ELSE {_UNREAD} END"


def _flag(fields: Fields, name: str) -> str:
    """The answer, the words of a list, or the words looked for, and nothing else that stands there."""
    column = named(f"flags.{name}")
    flags = fields.card.flags
    if name in flags.answered:
        return _answer(flags.answered[name], column)
    rules: tuple[ListedFlags | WrittenFlags, ...] = (*flags.listed, *flags.written)
    rule = rules[int(name)]
    if isinstance(rule, WrittenFlags):
        words = [word for words in rule.words.values() for word in words]
        return f"concat_ws(' ', {_each(words, lambda word: is_written(column, [word]))})"
    return _listed(rule, column)


def _answer(flag: AnswerFlag, column: str) -> str:
    known = words_sql((*flag.yes, *flag.no))
    return f"CASE WHEN {column} IS NULL THEN NULL WHEN {word_sql(column)} IN {known} THEN {column} ELSE {_UNREAD} END"


def _listed(rule: ListedFlags, column: str) -> str:
    """A list without one of the card's words still answers no to each, and one that is unknown answers nothing."""
    cells = f"string_split({word_sql(column)}, {quoted(word_of(rule.delimiter) or ' ')})"
    words = [word for name, words in rule.words.items() for word in (name, *words)]
    found = _each(words, lambda word: f"list_contains({cells}, {quoted(word_of(word))})")
    unknown = f"WHEN {word_sql(column)} IN {words_sql(rule.unknown)} THEN {column}"
    return (
        f"CASE WHEN {column} IS NULL THEN NULL {unknown}"
        f" ELSE coalesce(nullif(concat_ws({quoted(rule.delimiter)}, {found}), ''), {_UNREAD}) END"
    )


def _each(words: Iterable[str], is_there: Callable[[str], str]) -> str:
    return ", ".join(f"CASE WHEN {is_there(word)} THEN {quoted(word)} END" for word in words)
