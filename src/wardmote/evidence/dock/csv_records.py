"""The records of a CSV text whose encoding and delimiter nobody has said, and some of whose lines may be broken."""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from wardmote.errors import BadInput
from wardmote.evidence.dock.plain_lines import PlainLines, plain_lines

_DELIMITERS = ",;\t|"
_LINES_LOOKED_AT = 40
# A true value runs over a few lines at the most; an open quotation mark would swallow the rest of the file.
_MOST_LINES_A_RECORD = 50

NOT_CLOSED = "a quotation mark is not closed or out of place"

Record = tuple[int, list[str], str]


@dataclass(frozen=True)
class Records:
    """Records numbered from 0, each with its fields and its fault; the fields of a broken line are left out."""

    lines: Sequence[str]
    delimiter: str

    @classmethod
    def of(cls, content: bytes, *, name: str) -> "Records":
        """The records in a file's bytes; raises BadInput where it is no CSV at all."""
        text = decoded(content)
        if reason := _why_no_table(text):
            raise BadInput(reason, where=name, do="export it again as CSV or XLSX")
        # Most files have no carriage return, and a copy of a large file is only made where it is needed.
        plain = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
        del text
        lines = plain.split("\n")
        return cls(lines, _delimiter_of(lines[:_LINES_LOOKED_AT]))

    def __iter__(self) -> Iterator[Record]:
        return (record for record, _ in self._each(number=0, start=0))

    def blocks(self, *, after: int, size: int) -> Iterator[PlainLines | list[Record]]:
        """The records after the first so many: of each `size` lines or so as plain lines, or else record by record."""
        number, start = self._place_after(after)
        while start < len(self.lines):
            lines = self.lines[start : start + size]
            if plain := plain_lines(lines, delimiter=self.delimiter, number=number):
                yield plain
                number, start = number + len(lines), start + len(lines)
            else:
                part, stop = [], start + size
                for record, following in self._each(number=number, start=start):
                    part.append(record)
                    start = following
                    if start >= stop:
                        break
                number += len(part)
                yield part

    def _place_after(self, records: int) -> tuple[int, int]:
        following = [start for _, start in islice(self._each(number=0, start=0), records)]
        return len(following), following[-1] if following else 0

    def _each(self, *, number: int, start: int) -> Iterator[tuple[Record, int]]:
        """Each record from the line `start` on, and the line after it."""
        while start < len(self.lines):
            taken = _Taken(self.lines, start)
            reader = csv.reader(taken, delimiter=self.delimiter, strict=True)
            try:
                while start < len(self.lines):
                    taken.begin()
                    fields = next(reader)
                    start = taken.next
                    yield (number, fields, ""), start
                    number += 1
            except (csv.Error, StopIteration):
                # The line at `start` cannot be read: it alone is given up, and reading goes on after it.
                start += 1
                yield (number, [], NOT_CLOSED), start
                number += 1


class _Taken:
    """Lines given to the reader, of which one record may take only so many."""

    def __init__(self, lines: Sequence[str], start: int) -> None:
        self._lines = lines
        self._limit = start
        self.next = start

    def begin(self) -> None:
        self._limit = min(self.next + _MOST_LINES_A_RECORD, len(self._lines))

    def __iter__(self) -> "_Taken":
        return self

    def __next__(self) -> str:
        if self.next >= self._limit:
            raise StopIteration
        line = self._lines[self.next]
        self.next += 1
        return line + "\n"


def decoded(content: bytes) -> str:
    """The text of a file: UTF-8 or UTF-16 where it says so, else UTF-8 if it is that, else as Windows writes it."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _not_utf_8(content)


def _why_no_table(text: str) -> str | None:
    beginning = text[:1000].strip()
    if not beginning and not text.strip():
        return "is empty"
    if beginning.lower().startswith(("<!doctype html", "<html", "<?xml")):
        return "is a web page, not a table"
    # A line may hold a stray sign that is no text; a file that is full of them is another kind of file.
    return "is not text" if text.count("\0", 0, 65_536) > 100 else None


def _not_utf_8(content: bytes) -> str:
    """A text in UTF-8 with a few broken bytes is still UTF-8; one whose bytes are nearly all broken is not."""
    text = content.decode("utf-8-sig", errors="replace")
    broken = text.count("\ufffd")
    whole = sum(1 for sign in islice((sign for sign in text if sign > "\x7f" and sign != "\ufffd"), 10 * broken))
    return text if whole > broken else content.decode("cp1252", errors="replace")


def _delimiter_of(lines: Sequence[str]) -> str:
    """The sign that parts the most lines into the same number of fields, more than one."""

    def agreement(delimiter: str) -> tuple[int, int]:
        counts = Counter(line.count(delimiter) for line in lines if line.strip())
        counts.pop(0, None)
        return max(((lines_alike, count) for count, lines_alike in counts.items()), default=(0, 0))

    return max(_DELIMITERS, key=agreement)
