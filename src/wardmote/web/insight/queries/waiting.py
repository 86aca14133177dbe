"""What each file is that waits to be loaded, and how it would be read."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from wardmote.definitions.card import Card, Target
from wardmote.errors import BadInput, WardmoteError
from wardmote.evidence.dock.draft import Draft, draft_card
from wardmote.evidence.dock.known_places import known_places
from wardmote.evidence.dock.preview import Preview, preview
from wardmote.evidence.dock.sheets import is_packed, is_tabular, why_no_sheets
from wardmote.evidence.inputs import InputFile
from wardmote.evidence.loading import find_in_files
from wardmote.evidence.people import KEY_FILE, Key
from wardmote.evidence.sources import sources_for
from wardmote.evidence.sources.partner import KEYS_FOLDER, Dock
from wardmote.evidence.workspace import Workspace
from wardmote.web.insight.models.uploads import Upload, Waiting

ROWS_LOOKED_AT = 100_000
# Enough to tell columns by, and enough to see how rows will be read within a few seconds.
_BEGINNING_BYTES = 1_000_000
_SHOWN_BYTES = 8_000_000

Kind = Literal["partner", "published", "unknown", "refused"]


@dataclass(frozen=True)
class Found:
    """What a file is: of a partner, read by `card` (or by another of `cards`); published, and read as `titles` say; not
    known yet, so that somebody has to say what its columns are; or refused, for the reason in `sentence`.
    """

    kind: Kind
    titles: tuple[str, ...] = ()
    card: Card | None = None
    cards: tuple[Card, ...] = ()
    sentence: str = ""


def found(workspace: Workspace, waiting: Waiting) -> Found:
    """What a file is. Asked twice, it is found out once."""
    chosen = waiting.chosen.model_dump_json() if waiting.chosen else ""
    return _remembered(waiting, f"found {chosen}", lambda: _find(workspace, waiting))


def file_preview(workspace: Workspace, waiting: Waiting) -> Preview:
    """How a partner's file would be read by its card; raises BadInput where no card fits it."""
    card = found(workspace, waiting).card
    if card is None:
        raise BadInput("no card reads it yet", where=waiting.name, do="say what its columns are first")
    return _remembered(waiting, f"preview {card.model_dump_json()}", lambda: _preview(workspace, waiting, card))


def file_draft(waiting: Waiting, *, table: Target | None = None) -> Draft:
    """What the columns of a file seem to be; raises BadInput where it has no table that can be told."""
    content, name = _beginning(waiting.file), waiting.name
    title = name.rsplit(".", 1)[0]
    return _remembered(waiting, f"draft {table}", lambda: draft_card(content, name=name, title=title, table=table))


def rows_expected(upload: Upload) -> int | None:
    """How many rows the files seem to have; None where one has to be read to know."""
    counts = [_rows_of(waiting) for waiting in upload.files]
    return sum(count or 0 for count in counts) if all(count is not None for count in counts) else None


def _find(workspace: Workspace, waiting: Waiting) -> Found:
    dock = Dock(workspace.folder)
    fitting = dock.fitting(waiting.file)
    if waiting.chosen is not None:
        others = tuple(card for card in fitting if card.id != waiting.chosen.id)
        return Found("partner", (waiting.chosen.title,), waiting.chosen, (waiting.chosen, *others))
    deliveries, left_out = find_in_files([waiting.file], sources_for(workspace.folder))
    if deliveries:
        card = dock.card_for(waiting.file) if deliveries[0].source.id in {one.id for one in fitting} else None
        titles = tuple(delivery.source.title for delivery in deliveries)
        return Found("partner" if card else "published", titles, card, fitting if card else ())
    return _unknown(waiting, " ".join(one.reason for one in left_out))


def _unknown(waiting: Waiting, reason: str) -> Found:
    """A table without a card can be given one; what is no table is refused."""
    if not is_tabular(waiting.name) or why_no_sheets(_beginning(waiting.file), name=waiting.name):
        return Found("refused", sentence=reason)
    try:
        file_draft(waiting, table="events")
    except BadInput as error:
        return Found("refused", sentence=error.sentence)
    return Found("unknown", sentence=reason)


def _preview(workspace: Workspace, waiting: Waiting, card: Card) -> Preview:
    content = _beginning(waiting.file, most=_SHOWN_BYTES)
    seen = preview(
        content,
        card,
        _key(workspace),
        name=waiting.name,
        places=known_places(workspace.folder),
        most_rows=ROWS_LOOKED_AT,
    )
    return replace(seen, is_whole=seen.is_whole and len(content) == len(waiting.file.content()))


def _key(workspace: Workspace) -> Key:
    """The partnership's key, so that a file that an agency pseudonymised is known; one to throw away where there is none."""
    folder = workspace.folder / KEYS_FOLDER
    return Key.of(folder) if (folder / KEY_FILE).exists() else Key(secrets.token_bytes(32))


def _beginning(file: InputFile, *, most: int = _BEGINNING_BYTES) -> bytes:
    """The beginning of a file: whole lines of a text, and all of a workbook, which cannot be cut."""
    content = file.content()
    if is_packed(file.name) or len(content) <= most:
        return content
    return content[: content.rfind(b"\n", 0, most) + 1] or content[:most]


def _rows_of(waiting: Waiting) -> int | None:
    if seen := next(
        (one for key, one in waiting.remembered.items() if isinstance(one, Preview) and one.is_whole), None
    ):
        return seen.read
    content, name = waiting.file.held or b"", waiting.name.lower()
    is_text = not is_packed(name) and not name.endswith((".zip", ".gz", ".json", ".geojson"))
    return max(content.count(b"\n") - 1, 0) if is_text else None


def _remembered[T](waiting: Waiting, key: str, work: Callable[[], T]) -> T:
    """What was found out before, or else what `work` finds out now; a refusal is remembered too."""
    if key not in waiting.remembered:
        try:
            waiting.remembered[key] = work()
        except WardmoteError as error:
            # A traceback would hold on to what stood in the file.
            waiting.remembered[key] = error.with_traceback(None)
    answer = waiting.remembered[key]
    if isinstance(answer, WardmoteError):
        raise answer
    return answer  # type: ignore[return-value]
