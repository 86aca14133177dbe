"""Files that wait to be loaded: what each is, and what is still to be said about it."""

from dataclasses import dataclass

from wardmote.evidence.linkage.namings import has_names
from wardmote.web.core.components import Cell, Table
from wardmote.web.core.wording import plural
from wardmote.web.insight.models.uploads import FORGOTTEN_AFTER_MINUTES, Upload
from wardmote.web.insight.queries.waiting import Found

_WORDS = {
    "partner": ("ready", "green"),
    "published": ("ready", "green"),
    "unknown": ("needs columns", "yellow"),
    "refused": ("cannot be read", "red"),
}


@dataclass(frozen=True)
class UploadPage:
    """What stands on the page. `load` are the words of the button, empty where nothing can be loaded; `can_link` says
    whether a file names people who may be linked.
    """

    headline: str
    forgotten: str
    files: Table
    load: str
    left_out: str
    can_link: bool


def upload_page(upload: Upload, found: tuple[Found, ...]) -> UploadPage:
    """The page of an upload; `found` says what each file is, in the same order."""
    ready = sum(one.kind in {"partner", "published"} for one in found)
    others = len(found) - ready
    return UploadPage(
        headline=_headline(found),
        forgotten=(
            "Nothing has been stored yet: the files are held in memory, and forgotten"
            f" {FORGOTTEN_AFTER_MINUTES} minutes after you last looked at them."
        ),
        files=Table(
            caption="Files",
            heads=("File", "State", "What it is"),
            rows=tuple(_row(upload.key, number, name, one) for number, name, one in _each(upload, found)),
            is_caption_shown=False,
        ),
        load=f"Load {plural(ready, 'file')}" if ready else "",
        left_out=f"{plural(others, 'file')} will be left out." if ready and others else "",
        can_link=any(one.card is not None and has_names(one.card) for one in found),
    )


def _each(upload: Upload, found: tuple[Found, ...]) -> list[tuple[int, str, Found]]:
    return [(waiting.number, waiting.name, one) for waiting, one in zip(upload.files, found, strict=True)]


def _headline(found: tuple[Found, ...]) -> str:
    counts = {kind: sum(one.kind == kind for one in found) for kind in _WORDS}
    ready = counts["partner"] + counts["published"]
    parts = [f"{ready} of {plural(len(found), 'file')} can be loaded"]
    if counts["unknown"]:
        need = "needs" if counts["unknown"] == 1 else "need"
        parts.append(f"{counts['unknown']} {need} you to say what the columns are")
    if counts["refused"]:
        parts.append(f"{counts['refused']} cannot be read")
    return "; ".join(parts) + "."


def _row(key: str, number: int, name: str, found: Found) -> tuple[Cell, ...]:
    page = f"/loads/files/{key}/{number}/"
    words, colour = _WORDS[found.kind]
    state = Cell(words, tag=colour)
    if found.kind == "partner" and found.card:
        return (
            Cell(name),
            state,
            Cell("See how it will be read", href=page, note=f"{found.card.title} ({found.card.partner})"),
        )
    if found.kind == "unknown":
        return Cell(name), state, Cell("Say what its columns are", href=f"{page}columns/", note="No card fits it.")
    if found.kind == "published":
        return Cell(name), state, Cell("; ".join(dict.fromkeys(found.titles)), note=found.sentence)
    return Cell(name), state, Cell(found.sentence)
