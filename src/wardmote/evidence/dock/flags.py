"""What a record is flagged with, and which flags it answers at all."""

from collections.abc import Iterable, Iterator
from re import escape

from wardmote.definitions.card_parts import AnswerFlag, ListedFlags, WrittenFlags
from wardmote.evidence.dock.cells import word_of, word_sql, words_sql
from wardmote.evidence.dock.fields import Fields
from wardmote.evidence.duck import named, quoted


def flags_sql(fields: Fields) -> str:
    """The flags that a record is said to have, as a list in order."""
    return _list(_raised(fields))


def answered_sql(fields: Fields) -> str:
    """The flags for which a record says yes or no."""
    return _list(_answered(fields))


def _list(conditions: Iterable[tuple[str, str]]) -> str:
    """The names in order, each once, of which one condition at least is true."""
    of_name: dict[str, list[str]] = {}
    for name, condition in conditions:
        of_name.setdefault(name, []).append(f"({condition})")
    items = [f"CASE WHEN {' OR '.join(of_name[name])} THEN {quoted(name)} END" for name in sorted(of_name)]
    return f"list_filter([{', '.join(items)}], lambda one: one IS NOT NULL)" if items else "CAST([] AS VARCHAR[])"


def _raised(fields: Fields) -> Iterator[tuple[str, str]]:
    for name, flag, column in _answer_columns(fields):
        yield name, f"{word_sql(column)} IN {words_sql(flag.yes)}"
    for rule, column in _rules(fields):
        for name, words in rule.words.items():
            yield name, _is_named(rule, column, (name, *words) if isinstance(rule, ListedFlags) else words)


def _answered(fields: Fields) -> Iterator[tuple[str, str]]:
    for name, flag, column in _answer_columns(fields):
        answer = f"{word_sql(column)} IN {words_sql((*flag.yes, *flag.no))}"
        yield name, answer + (f" OR {column} IS NULL" if flag.blank == "no" else "")
    for rule, column in _rules(fields):
        for name, words in rule.words.items():
            if isinstance(rule, WrittenFlags):
                yield name, _is_named(rule, column, words)
            else:
                known = f"{word_sql(column)} NOT IN {words_sql(rule.unknown)}"
                yield name, f"{known} OR {column} IS NULL" if rule.blank == "no" else known


def _answer_columns(fields: Fields) -> Iterator[tuple[str, AnswerFlag, str]]:
    for name, flag in fields.card.flags.answered.items():
        if fields.has(f"flags.{name}"):
            yield name, flag, named(f"flags.{name}")


def _rules(fields: Fields) -> Iterator[tuple[ListedFlags | WrittenFlags, str]]:
    rules: tuple[ListedFlags | WrittenFlags, ...] = (*fields.card.flags.listed, *fields.card.flags.written)
    for number, rule in enumerate(rules):
        if fields.has(f"flags.{number}"):
            yield rule, named(f"flags.{number}")


def _is_named(rule: ListedFlags | WrittenFlags, column: str, words: Iterable[str]) -> str:
    if isinstance(rule, WrittenFlags):
        return is_written(column, words)
    listed = ", ".join(quoted(word_of(word)) for word in words)
    return f"list_has_any(string_split({word_sql(column)}, {quoted(word_of(rule.delimiter) or ' ')}), [{listed}])"


def is_written(column: str, words: Iterable[str]) -> str:
    """Whether one of the words stands in a free text."""
    either = "|".join(escape(word.lower()) for word in words)
    return rf"regexp_matches(lower({column}), {quoted(rf'\b({either})\b')})"
