"""Papers of a board as a tagged PDF: what stands in them, and the file.

A paper is made of parts, and a part of blocks: paragraphs, bullets, tables, charts and files. PDFs that others supplied
stand after the parts, page for page. Whoever knows what a meeting deals with makes them; nothing here knows of meetings.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from wardmote.reports.apart import CannotBeSet
from wardmote.reports.pdf import typeset

Block = dict[str, Any]


@dataclass(frozen=True)
class PaperPart:
    """One part under its heading; `begins_page` keeps its first page's number whatever stands before it grows to."""

    heading: str
    blocks: tuple[Block, ...]
    begins_page: bool = True


@dataclass(frozen=True)
class Appendix:
    """A PDF that somebody supplied, whose pages stand as they are under a line that names them and leads to `href`."""

    heading: str
    about: str
    path: Path
    page_count: int
    href: str


@dataclass(frozen=True)
class Papers:
    """A whole document: what stands on its first page, its parts, and after them what others supplied."""

    title: str
    subtitle: str
    partnership: str
    first: tuple[Block, ...] = ()
    parts: tuple[PaperPart, ...] = field(default=())
    appendices: tuple[Appendix, ...] = ()
    is_wide: bool = False


class NotAllSet(Exception):
    """That some of the PDFs that were supplied do not let themselves be set: `paths` says which."""

    def __init__(self, paths: frozenset[Path]) -> None:
        self.paths = paths
        super().__init__(", ".join(sorted(str(path) for path in paths)))


def papers_pdf(papers: Papers) -> bytes:
    """The document as PDF/UA-1, or as a tagged PDF where it has appendices. Raises `NotAllSet`."""
    try:
        return _set(papers)
    except CannotBeSet as error:
        refused = frozenset(one.path for one in papers.appendices if not _sets(one))
        if refused:
            raise NotAllSet(refused) from error
        raise


def _sets(appendix: Appendix) -> bool:
    try:
        _set(Papers(appendix.heading, "", "", appendices=(appendix,)))
    except CannotBeSet:
        return False
    return True


def _set(papers: Papers) -> bytes:
    view = {
        "title": papers.title,
        "subtitle": papers.subtitle,
        "partnership": papers.partnership,
        "is_wide": papers.is_wide,
        "first": list(papers.first),
        "sections": [
            {"heading": part.heading, "blocks": list(part.blocks), "begins_page": part.begins_page}
            for part in papers.parts
        ],
        "appendices": [
            {"heading": one.heading, "about": one.about, "pages": one.page_count, "href": one.href}
            for one in papers.appendices
        ],
    }
    return typeset("papers.typ", view, supplied=[one.path for one in papers.appendices])


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
    """A line of four cells for each part of the paper and then each appendix, in order; the page is added to each."""
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


def files(entries: Sequence[Block]) -> Block:
    """A list of files: those of `in_appendix`, and those of `linked`."""
    return {"type": "files", "entries": list(entries)}


def in_appendix(text: str, *, number: int) -> Block:
    """A file that stands in the document; the pages of its appendix are added."""
    return {"text": text, "appendix": number}


def linked(text: str, *, href: str, because: str) -> Block:
    """A file that does not: its address, and a sentence that says why."""
    return {"text": text, "href": href, "because": because}
