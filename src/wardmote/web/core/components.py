"""The parts that pages are made of, as presenters hand them to the templates in `components/`."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere."""

    text: str
    href: str


@dataclass(frozen=True)
class Line:
    """One sentence with one link; `label` says in a few words what it is about."""

    sentence: str
    link: Link | None = None
    label: str = ""


@dataclass(frozen=True)
class Cell:
    """One cell of a table. `note` stands under the text; numbers line up on the right, and raw text is set as typed.

    `tag` is the colour of a label around the text, which says the same in words.
    """

    text: str
    href: str = ""
    note: str = ""
    is_number: bool = False
    is_raw: bool = False
    tag: str = ""


@dataclass(frozen=True)
class Table:
    """A table whose first column names each row. `numeric` holds the positions of the columns of numbers."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numeric: frozenset[int] = frozenset()
    is_caption_shown: bool = True
    notes: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[tuple[str, bool], ...]:
        """Each column's head, and whether it holds numbers."""
        return tuple((head, position in self.numeric) for position, head in enumerate(self.heads))

    @property
    def labelled_rows(self) -> tuple[tuple[tuple[str, Cell], ...], ...]:
        """Each row's cells with the heads that they stand under, for tables whose rows become blocks on a phone."""
        return tuple(tuple(zip(self.heads, row, strict=True)) for row in self.rows)


@dataclass(frozen=True)
class Figure:
    """A picture with its words: what it shows, where it is from, what to mind, and the table behind it.

    `svg` is a whole SVG document that carries its own alternative text, which `alt` repeats, and has no style of its own.
    """

    title: str
    svg: str
    source: str
    period: str
    table: Table
    notes: tuple[str, ...] = ()
    alt: str = ""


@dataclass(frozen=True)
class Option:
    """One choice in a select; options that share a `group` stand together under its name."""

    value: str
    text: str
    is_selected: bool = False


@dataclass(frozen=True)
class OptionGroup:
    """Options under a common name; an empty name sets them without one."""

    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Select:
    """A choice from a list, with its error in words where what came was not in it."""

    name: str
    label: str
    groups: tuple[OptionGroup, ...]
    hint: str = ""
    error: str = ""


@dataclass(frozen=True)
class Input:
    """A line of text to type; with `rows`, several lines."""

    name: str
    label: str
    value: str = ""
    hint: str = ""
    error: str = ""
    rows: int = 0


@dataclass(frozen=True)
class Choices:
    """A question with all its answers in sight: one of them may be chosen or, where `is_several`, any number."""

    name: str
    legend: str
    options: tuple[Option, ...]
    is_several: bool = False
    hint: str = ""
    error: str = ""


@dataclass(frozen=True)
class Fact:
    """One line of a summary list: what is known under which name. Each of `sources` leads to where it is from."""

    name: str
    text: str
    link: Link | None = None
    lines: tuple[str, ...] = field(default=())
    sources: tuple[Line, ...] = field(default=())


@dataclass(frozen=True)
class EmptyState:
    """What to say where there is nothing to show: why, what to do next, and the exact command."""

    sentence: str
    do: str = ""
    command: str = ""
