"""Papers of a board as a tagged PDF: what stands in them, and the file.

A paper is made of parts, and a part of blocks: paragraphs, bullets, tables, charts and links. Whoever knows what a
meeting deals with makes them; nothing here knows of meetings.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from wardmote.reports.pdf import typeset

Block = dict[str, Any]


@dataclass(frozen=True)
class PaperPart:
    """One part under its heading; `begins_page` keeps its first page's number whatever stands before it grows to."""

    heading: str
    blocks: tuple[Block, ...]
    begins_page: bool = True


@dataclass(frozen=True)
class Papers:
    """A whole document: what stands on its first page, and its parts. A wide one lies on its side."""

    title: str
    subtitle: str
    partnership: str
    first: tuple[Block, ...] = ()
    parts: tuple[PaperPart, ...] = field(default=())
    is_wide: bool = False


def papers_pdf(papers: Papers) -> bytes:
    """The document as PDF/UA-1."""
    return typeset(
        "papers.typ",
        {
            "title": papers.title,
            "subtitle": papers.subtitle,
            "partnership": papers.partnership,
            "is_wide": papers.is_wide,
            "first": list(papers.first),
            "sections": [
                {"heading": part.heading, "blocks": list(part.blocks), "begins_page": part.begins_page}
                for part in papers.parts
            ],
        },
    )


def paragraphs(text: str) -> tuple[Block, ...]:
    """Words as they were typed; an empty line begins a paragraph."""
    return tuple({"type": "paragraph", "text": part.strip()} for part in text.split("\n\n") if part.strip())


def bullets(points: Sequence[str]) -> Block:
    """A list of sentences."""
    return {"type": "bullets", "points": list(points)}


def subheading(text: str) -> Block:
    """A heading within a part."""
    return {"type": "subheading", "text": text}


def table(title: str, header: Sequence[str], rows: Sequence[Sequence[str]], *, numeric: Sequence[int] = ()) -> Block:
    """A table under its title; `numeric` are the positions of the columns of numbers."""
    held = {"header": list(header), "rows": [list(row) for row in rows], "numeric": list(numeric)}
    return {"type": "plain table", "title": title, **held}


def agenda(title: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> Block:
    """A line of four cells for each part of the paper, in order; the page on which the part begins is added."""
    return {"type": "agenda", "title": title, "header": list(header), "rows": [list(row) for row in rows]}


def chart(title: str, svg: str, alt: str, *, source: str, period: str, notes: Sequence[str]) -> Block:
    """A picture with its words."""
    return {
        "type": "chart",
        "title": title,
        "svg": svg,
        "alt": alt,
        "source": source,
        "period": period,
        "notes": list(notes),
    }


def links(pairs: Sequence[tuple[str, str]]) -> Block:
    """Words, each with the address that it leads to."""
    return {"type": "links", "links": [{"text": text, "href": href} for text, href in pairs]}
