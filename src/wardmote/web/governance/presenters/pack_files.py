"""The files of a meeting as its pack shows them: which PDFs stand in it as appendices, and why the others are linked."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from wardmote.errors import BadInput
from wardmote.web.governance.actions.papers import file_of
from wardmote.web.governance.models import Meeting, Paper
from wardmote.web.governance.rules.papers import LARGEST_PACK_BYTES, MOST_PAGES, count_pages, is_pdf


@dataclass(frozen=True)
class PackFile:
    """A file under an item: the number and pages of its appendix, or no number and a sentence that says why."""

    paper: Paper
    path: Path
    href: str
    appendix: int = 0
    page_count: int = 0
    because: str = ""


def pack_files(
    meeting: Meeting, *, address: Callable[[Paper], str], refused: frozenset[Path] = frozenset()
) -> tuple[PackFile, ...]:
    """Every file of the agenda in its order; `refused` are those that turned out not to let themselves be set."""
    files, number, room = [], 0, LARGEST_PACK_BYTES
    for paper, path in _papers_of(meeting):
        try:
            pages = _pages_to_set(paper, path, is_refused=path in refused, room=room)
        except BadInput as error:
            files.append(
                PackFile(
                    paper,
                    path,
                    address(paper),
                    because=f"It is linked here and does not stand in the pack. {error.sentence}",
                )
            )
        else:
            number, room = number + 1, room - paper.size_bytes
            files.append(PackFile(paper, path, address(paper), appendix=number, page_count=pages))
    return tuple(files)


def _papers_of(meeting: Meeting) -> Iterator[tuple[Paper, Path]]:
    for item in meeting.items.all():
        if not item.withdrawn_on:
            for paper in item.papers.all():
                yield paper, file_of(paper)


def _pages_to_set(paper: Paper, path: Path, *, is_refused: bool, room: int) -> int:
    if not is_pdf(paper.name):
        raise BadInput("Only the pages of a PDF do")
    if not path.is_file():
        raise BadInput("The file is not where it was kept")
    pages = paper.page_count or count_pages(path.read_bytes())
    if pages > MOST_PAGES:
        raise BadInput(f"It has {pages:,} pages, and a paper that does has at most {MOST_PAGES}")
    if paper.size_bytes > room:
        raise BadInput(f"With it the pack’s papers would have more than {LARGEST_PACK_BYTES // 1_000_000} MB")
    if is_refused:
        raise BadInput("Its pages could not be set into it", do="save it again as PDF, and add that")
    return pages
