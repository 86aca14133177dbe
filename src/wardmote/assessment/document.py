"""An assessment as a tree of frozen parts, from which every form of it (page, PDF, data files) is made."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from wardmote.assessment.drawings import Drawing
from wardmote.measures.finding import Finding

SectionState = Literal["drafted", "part drafted", "waiting"]


@dataclass(frozen=True)
class Paragraph:
    """A few sentences. `see` names the figures or tables they speak of, and `findings` what they rest on."""

    text: str
    see: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Bullets:
    """Short points that belong together, each a sentence."""

    points: tuple[str, ...]


@dataclass(frozen=True)
class Subheading:
    """A heading inside a section."""

    text: str


@dataclass(frozen=True)
class Waiting:
    """A place kept for what cannot be drafted yet: what is awaited, why the law asks for it, and what to do."""

    for_what: str
    because: str
    do: str


@dataclass(frozen=True)
class Table:
    """A table of text. The first column names the row; `numeric` lists the columns to align as numbers."""

    id: str
    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    source: str
    period: str
    caveats: tuple[str, ...] = ()
    numeric: tuple[int, ...] = ()


@dataclass(frozen=True)
class Figure:
    """A figure to be drawn. Its title states what it shows; its number is its place in the document."""

    id: str
    title: str
    drawing: Drawing
    source: str
    caveats: tuple[str, ...] = ()


Block = Paragraph | Bullets | Subheading | Waiting | Table | Figure


@dataclass(frozen=True)
class Section:
    """One of the parts that the law requires, and how complete it is.

    `duty` says what the law asks of it; `waiting_for` is empty exactly when the section is drafted.
    """

    id: str
    heading: str
    duty: str
    state: SectionState
    waiting_for: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Assessment:
    """A strategic assessment of one partnership for one financial year.

    `summary` holds the sentences to read first. `load` is the newest load that the figures stand on.
    """

    partnership: str
    year: str
    title: str
    period: str
    status: str
    summary: tuple[str, ...]
    sections: tuple[Section, ...]
    method: tuple[str, ...]
    caveats: tuple[str, ...]
    sources: tuple[str, ...]
    licences: tuple[str, ...]
    load: int

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure, in reading order: the first is Figure 1."""
        return tuple(block for block in self._blocks() if isinstance(block, Figure))

    @property
    def tables(self) -> tuple[Table, ...]:
        """Every table that stands on its own, in reading order: the first is Table 1."""
        return tuple(block for block in self._blocks() if isinstance(block, Table))

    def label(self, block_id: str) -> str:
        """How the text refers to a figure or a table, such as `Figure 3`.

        Raises KeyError for a block that is not in the document, so a reference can never point at nothing.
        """
        labels = {figure.id: f"Figure {number}" for number, figure in enumerate(self.figures, start=1)}
        labels |= {table.id: f"Table {number}" for number, table in enumerate(self.tables, start=1)}
        return labels[block_id]

    def _blocks(self) -> Iterator[Block]:
        for section in self.sections:
            yield from section.blocks
