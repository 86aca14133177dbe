"""The answers in a survey file: one row a respondent, read by the survey's card into one row an answer.

Only the columns that the card names are looked at, so that comments, names and addresses in a file go nowhere.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePath

from wardmote.definitions.survey import NONE_OF_THESE, ProfileItem, Question, SurveyCard
from wardmote.errors import BadInput
from wardmote.evidence.dock.layout import plain_heading
from wardmote.evidence.dock.sheets import Row, Sheet

_ROWS_LOOKED_AT = 40
_LONGEST_GROUP = 40
_WAVE, _WEIGHT = "the wave", "the weight"


@dataclass(frozen=True)
class Respondent:
    """One respondent: the number of the row, the wave, each question and profile item with what was answered."""

    row: int
    wave: str
    answers: tuple[tuple[str, str], ...]
    weight: float | None


@dataclass(frozen=True)
class SetAside:
    """A row that cannot be used, and why; the words never repeat what it holds."""

    row: int
    reason: str


@dataclass(frozen=True)
class Columns:
    """`at` gives, for each question and profile item, the place of each of its columns; `header` is the header's row."""

    header: int
    at: Mapping[str, tuple[int | None, ...]]


def find_columns(card: SurveyCard, sheet: Sheet) -> Columns | None:
    """Where the card's questions stand on a sheet, or None where it is another survey's or no survey's."""
    for row in islice(sheet.rows(), _ROWS_LOOKED_AT):
        places: dict[str, int] = {}
        for place, cell in enumerate(row.cells):
            places.setdefault(plain_heading(cell), place)
        at = {name: _places(card.headings_of(name), places) for name in (*card.questions, *card.profile)}
        if all(any(place is not None for place in at[name]) for name in card.recognise):
            extra = {_WAVE: _places([card.wave], places), _WEIGHT: _places([card.weight], places)}
            return Columns(row.number, {**at, **extra})
    return None


def read_respondents(card: SurveyCard, sheet: Sheet, columns: Columns, *, name: str) -> Iterator[Respondent | SetAside]:
    """Each row that is not blank, as a respondent or with the reason why it is none; the first has the number 1.

    Raises BadInput where neither a column nor the file's name says which wave it is.
    """
    reader = _Reader(card, columns, name)
    for row in islice(sheet.rows(), columns.header + 1, None):
        if not row.is_blank:
            yield reader.read(row, number=row.number - columns.header)


def _places(wanted: Iterable[Iterable[str]], places: Mapping[str, int]) -> tuple[int | None, ...]:
    return tuple(
        next((places[plain] for heading in headings if (plain := plain_heading(heading)) in places), None)
        for headings in wanted
    )


class _Unusable(Exception):
    """A cell that sets its row aside."""


class _Reader:
    """Reads the rows of one sheet."""

    def __init__(self, card: SurveyCard, columns: Columns, name: str) -> None:
        self._card = card
        self._columns = columns
        self._waves = {_plain(word): wave for wave, dates in card.waves.items() for word in (*dates.words, wave)}
        self._wave_of_file = None if columns.at[_WAVE][0] is not None else self._named_wave(name)
        self._questions = {id_: (question, _words_of(question)) for id_, question in card.questions.items()}
        self._profile = {id_: (item, _codes(item.groups)) for id_, item in card.profile.items()}

    def _named_wave(self, name: str) -> str:
        called = _plain(PurePath(name).stem)
        found = {wave for word, wave in self._waves.items() if word in called}
        if len(found) != 1:
            raise BadInput(
                f"does not say which wave of {self._card.id} it is",
                where=name,
                do=f"name the file for one of its waves ({', '.join(self._card.wave_ids)}), or add the column Wave",
            )
        return found.pop()

    def read(self, row: Row, *, number: int) -> Respondent | SetAside:
        try:
            return self._respondent(row, number)
        except _Unusable as reason:
            return SetAside(number, str(reason))

    def _respondent(self, row: Row, number: int) -> Respondent:
        if row.fault:
            raise _Unusable(row.fault)
        wave = self._wave_of_file or self._wave(self._cells(row, _WAVE)[0])
        answers = tuple(self._answers(row))
        if not any(question in self._questions for question, _ in answers):
            raise _Unusable("no question is answered")
        return Respondent(number, wave, (*answers, *self._groups(row)), _weight(self._cells(row, _WEIGHT)[0]))

    def _cells(self, row: Row, name: str) -> list[str | None]:
        """The cells of a question; None for a column that the file does not have."""
        return [
            None if place is None else row.cells[place].strip() if place < len(row.cells) else ""
            for place in self._columns.at[name]
        ]

    def _wave(self, cell: str | None) -> str:
        if (wave := self._waves.get(_plain(cell or ""))) is None:
            raise _Unusable("the wave is not one of the card's")
        return wave

    def _answers(self, row: Row) -> Iterator[tuple[str, str]]:
        for id_, (question, words) in self._questions.items():
            cells = self._cells(row, id_)
            chosen = _chosen_by_column(question, cells) if question.options else _chosen(id_, question, words, cells[0])
            yield from ((id_, answer) for answer in chosen)

    def _groups(self, row: Row) -> Iterator[tuple[str, str]]:
        for id_, (item, words) in self._profile.items():
            cell = self._cells(row, id_)[0]
            if cell is not None and _plain(cell) not in {_plain(word) for word in item.no_answer}:
                yield id_, _group(item, words, cell)


def _chosen(id_: str, question: Question, words: Mapping[str, str], cell: str | None) -> tuple[str, ...]:
    if cell is None or _plain(cell) in {_plain(word) for word in question.no_answer if word not in question.listed}:
        return ()
    parts = [part for part in cell.split(question.delimiter) if part.strip()] if question.delimiter else [cell]
    if unknown := [part for part in parts if _plain(part) not in words]:
        raise _Unusable(f"{len(unknown)} of the answers to “{id_}” are not the card's" if len(parts) > 1 else _not(id_))
    return tuple(dict.fromkeys(words[_plain(part)] for part in parts))


def _not(id_: str) -> str:
    return f"the answer to “{id_}” is not one of the card's"


def _chosen_by_column(question: Question, cells: Sequence[str | None]) -> tuple[str, ...]:
    """What was ticked. Who ticked nothing in any column did not answer; who wrote no in all chose none of these."""
    yes = {_plain(word) for word in question.chosen}
    ticked = [answer for answer, cell in zip(question.options, cells, strict=True) if cell and _plain(cell) in yes]
    return tuple(ticked) or ((NONE_OF_THESE,) if any(cells) else ())


def _group(item: ProfileItem, words: Mapping[str, str], cell: str) -> str:
    if item.is_as_written:
        return " ".join(cell.split())[:_LONGEST_GROUP]
    if (group := words.get(_plain(cell))) is not None:
        return group
    for name, (youngest, oldest) in item.bands.items():
        if cell.isdecimal() and youngest <= int(cell) <= (oldest if oldest is not None else math.inf):
            return name
    raise _Unusable(f"the {item.title.lower()} is in none of the card's groups")


def _weight(cell: str | None) -> float | None:
    if cell is None:
        return None
    try:
        weight = float(cell)
    except ValueError:
        weight = 0.0
    if not (math.isfinite(weight) and weight > 0):
        raise _Unusable("the weight is not a number above zero")
    return weight


def _words_of(question: Question) -> dict[str, str]:
    return _codes(question.answers)


def _codes(ours: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {_plain(word): name for name, theirs in ours.items() for word in (*theirs, name)}


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())
