"""Where a publisher's file of severity weights keeps its codes and weights: sheets of a workbook, or a list by category.

The Office for National Statistics and Cambridge's Centre for Evidence-Based Policing lay their spreadsheets out anew
from edition to edition, so columns are found by their headings and not by where they stand.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from wardmote.definitions.vocabulary import read_vocabulary
from wardmote.evidence.dock.sheets import Row, Sheet

Scale = Literal["css", "cchi"]
SCALES: dict[Scale, re.Pattern[str]] = {
    "cchi": re.compile(r"cambridge|harm index|\bcchi\b|starting points?|days of imprisonment", re.IGNORECASE),
    "css": re.compile(r"severity|\bcss\b", re.IGNORECASE),
}
_CODE = re.compile(r"\bcodes?\b|home office classification", re.IGNORECASE)
# The best first: Cambridge gives a whole classification beside its parts.
_BETTER_CODES = (
    re.compile(r"home office classification", re.IGNORECASE),
    re.compile(r"offence code|home office|\bho\b|hocr|counting rule", re.IGNORECASE),
)
_OTHER_CODE = re.compile(r"post ?code|area|\bons code|cjs|\bpnc\b|\bsub\b", re.IGNORECASE)
_NAME = re.compile(r"offence|description|crime|title|name", re.IGNORECASE)
_BETTER_NAME = re.compile(r"title|description", re.IGNORECASE)
_BETTER_WEIGHT = re.compile(r"\bscores?\b", re.IGNORECASE)
_WEIGHT: dict[Scale, re.Pattern[str]] = {
    "css": re.compile(r"\bweight", re.IGNORECASE),
    "cchi": re.compile(r"\bdays\b|starting point|\bscores?\b|\bweight|\bharm\b", re.IGNORECASE),
}
_LINES_BEFORE_HEADER = 60
_BY_CATEGORY = "weights_by_policeuk_category"
_NOT_THE_PUBLISHERS = re.compile(r"'([a-z-]+)'")


@dataclass(frozen=True)
class WeightLine:
    """One line of a file: its number (the first after the header being 1), and its cells as they stand."""

    row: int
    code: str
    name: str
    weight: str
    fault: str = ""


@dataclass(frozen=True)
class WeightTable:
    """The lines of a file, and whose scale they are of. `is_by_category` where codes are crime types of police.uk."""

    scale: Scale
    lines: tuple[WeightLine, ...]
    is_by_category: bool = False


def scale_named(*texts: str) -> Scale | None:
    """The scale that a text speaks of; None where it speaks of neither."""
    return next((scale for scale, words in SCALES.items() if any(words.search(text) for text in texts)), None)


def table_in(sheets: Iterable[Sheet], *, name: str) -> WeightTable | None:
    """The first sheet with a column of offence codes beside one of weights; None where there is none."""
    found = list(sheets)
    scale = scale_named(name, *(_words(sheet) for sheet in found))
    if scale is None:
        return None
    for sheet in found:
        for row in _first(sheet.rows(), _LINES_BEFORE_HEADER):
            if columns := _columns(row.cells, scale):
                return WeightTable(scale, tuple(_lines(sheet, row.number, *columns)))
    return None


def table_by_category(text: str) -> WeightTable | None:
    """Weights listed under the categories of data.police.uk, in JSON; None where the text is something else."""
    try:
        content = json.loads(text)
        listed = content[_BY_CATEGORY]
        pairs = [(str(category), str(weight)) for category, weights in listed.items() for weight in weights]
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    # A note may say in quotation marks which of the values are somebody's own and not the publisher's.
    disowned = set(_NOT_THE_PUBLISHERS.findall(str(content.get("_note", ""))))
    name_of = {row["api_name"]: row["crime_type"] for row in read_vocabulary("crime_types")}
    lines = (
        WeightLine(i, name_of.get(category, ""), category, weight, _fault(category, disowned, name_of))
        for i, (category, weight) in enumerate(pairs, start=1)
    )
    return WeightTable(scale_named(text[:2000]) or "css", tuple(lines), is_by_category=True)


def _fault(category: str, disowned: set[str], name_of: dict[str, str]) -> str:
    if category in disowned:
        return "the file itself says that this is not the publisher’s weight"
    return "" if category in name_of else "it is not a category of data.police.uk"


def _columns(cells: Sequence[str], scale: Scale) -> tuple[int, int | None, int] | None:
    """The columns of the code, the offence's words and the weight.

    Of several weights it is the last, which is the newest; but a score is one, where what it was made of stands beside it.
    """
    heads = [" ".join(cell.replace("_", " ").split()) for cell in cells]
    codes = [i for i, head in enumerate(heads) if _CODE.search(head) and not _OTHER_CODE.search(head)]
    weights = [i for i, head in enumerate(heads) if _WEIGHT[scale].search(head) and i not in codes]
    if not codes or not weights:
        return None
    code = next((i for better in _BETTER_CODES for i in codes if better.search(heads[i])), codes[0])
    names = [i for i, head in enumerate(heads) if _NAME.search(head) and i not in (*codes, *weights)]
    titles = [i for i in names if _BETTER_NAME.search(heads[i])] or names
    scores = [i for i in weights if scale == "cchi" and _BETTER_WEIGHT.search(heads[i])] or weights
    return code, titles[-1] if titles else None, scores[-1]


def _lines(sheet: Sheet, header: int, code: int, name: int | None, weight: int) -> Iterator[WeightLine]:
    for row in sheet.rows():
        if row.number > header and not row.is_blank:
            words = "" if name is None else _cell(row, name)
            yield WeightLine(row.number - header, _cell(row, code), words, _cell(row, weight), row.fault)


def _cell(row: Row, position: int) -> str:
    return " ".join(row.cells[position].split()) if position < len(row.cells) else ""


def _words(sheet: Sheet) -> str:
    rows = _first(sheet.rows(), _LINES_BEFORE_HEADER)
    return " ".join((sheet.name, *(cell for row in rows for cell in row.cells)))


def _first(rows: Iterable[Row], most: int) -> Iterator[Row]:
    for row, _ in zip(rows, range(most), strict=False):
        yield row
