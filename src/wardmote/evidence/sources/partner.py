"""Partners' files: CSV, XLSX and ODS, each read by its source card.

A file is read in memory and never unpacked to disk: it may hold names.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from wardmote.definitions.card import Card
from wardmote.definitions.cards import all_cards
from wardmote.errors import BadInput, WardmoteError
from wardmote.evidence import duck
from wardmote.evidence.dock.filing import Filing
from wardmote.evidence.dock.known_places import known_places
from wardmote.evidence.dock.layout import find_layout
from wardmote.evidence.dock.linked_rows import LinkedRow
from wardmote.evidence.dock.points import place_points
from wardmote.evidence.dock.reading import MEMORY_LIMIT, Reading
from wardmote.evidence.dock.sheets import is_packed, is_tabular, sheets_of
from wardmote.evidence.inputs import InputFile
from wardmote.evidence.ledger import LoadedFile
from wardmote.evidence.people import Key
from wardmote.evidence.sources.base import Head, Loading
from wardmote.evidence.tables import BOUNDARIES

CARDS_FOLDER = "cards"
KEYS_FOLDER = "keys"


class Dock:
    """The cards of one partnership, and which of them fits a file. `home` is the workspace's folder."""

    def __init__(self, home: Path, cards: Sequence[Card] | None = None) -> None:
        self.home = home
        self.cards = tuple(cards) if cards is not None else all_cards(home / CARDS_FOLDER)
        self._chosen: dict[tuple[Path, str], Card | None] = {}

    def sources(self) -> tuple["PartnerFile", ...]:
        """One source a card."""
        return tuple(PartnerFile(card, self) for card in self.cards)

    def card_for(self, file: InputFile) -> Card | None:
        """The card that reads the most of a file; of equals, the partnership's own. Some are chosen by name alone."""
        known_as = (file.path, file.name)
        if known_as not in self._chosen:
            self._chosen[known_as] = self._choose(file)
        return self._chosen[known_as]

    def key(self) -> Key:
        """The partnership's key for pseudonyms, made at first need."""
        return Key.of(self.home / KEYS_FOLDER)

    def places(self) -> tuple[str, ...]:
        """The names of areas that may stand in a section."""
        return known_places(self.home)

    def fitting(self, file: InputFile) -> tuple[Card, ...]:
        """The cards that fit a file, those that read the most of it first; of equals, the partnership's own."""
        if not is_tabular(file.name):
            return ()
        try:
            sheets = sheets_of(_beginning(file), name=file.name)
        except WardmoteError:
            return ()
        fits = {
            card.id: (len(layout.columns), card)
            for card in self.cards
            for sheet in sheets
            if (layout := find_layout(card, sheet))
        }
        return tuple(card for _, card in sorted(fits.values(), key=lambda fit: -fit[0]))

    def _choose(self, file: InputFile) -> Card | None:
        by_themselves = [card for card in self.fitting(file) if not card.is_by_name_only or len(self.cards) == 1]
        return by_themselves[0] if by_themselves else None


def _beginning(file: InputFile) -> bytes:
    """As much of a file as tells its columns: whole lines of a text, and all of a spreadsheet, which is packed."""
    if is_packed(file.name):
        return file.content()
    head = file.head()
    return head[: head.rfind(b"\n") + 1] or head


class PartnerFile:
    """Files that one card describes."""

    joins_files = False

    def __init__(self, card: Card, dock: Dock) -> None:
        self.card = card
        self.id = card.id
        self.title = card.title
        self.is_open_data = card.is_open_data
        self._dock = dock

    def recognises(self, head: Head) -> bool:
        return self._dock.card_for(head.file) is self.card

    def read(self, files: Sequence[InputFile], loading: Loading) -> list[LoadedFile]:
        loading.progress.start(self.title, steps=len(files))
        return [self._read_file(file, number, loading) for number, file in enumerate(files)]

    def _read_file(self, file: InputFile, number: int, loading: Loading) -> LoadedFile:
        content = file.content()
        key = self._dock.key() if self.card.table != "tallies" else None
        places = self._dock.places() if self.card.table == "events" else ()
        linked = loading.linked.of(content)
        digest = self._digest(content, key, places, _outlines(loading), linked)
        if reason := loading.held.reason_to_pass_over(digest):
            return LoadedFile.passed_over(file.name, digest, reason)
        with duck.connect(memory_limit=MEMORY_LIMIT, may_spill=False) as connection:
            reading = Reading(connection, self.card, key, name=file.name, places=places)
            reading.take(content, told=loading.progress.rows)
            reading.link(linked)
            loaded = self._file(reading, file.name, digest, f"{self.id}-{number:06}", loading)
        loading.progress.advance(file.name)
        return loaded

    def _file(self, reading: Reading, name: str, digest: str, part: str, loading: Loading) -> LoadedFile:
        notes = (*self._place(reading, loading), *reading.unlisted_words())
        read, kept = reading.counted()
        if read == 0:
            return LoadedFile(name, digest, {}, 0, 0, 0, notes=("has a header and no rows",))
        if kept == 0:
            raise BadInput(
                f"none of its {read:,} rows can be used (most often: {reading.commonest_reason()})",
                where=name,
                do="check the card that reads it, or ask for the file again",
            )
        filing = Filing(reading, loading.writing, part=part)
        filing.write()
        if read > kept:
            filing.write_quarantine(name)
        return LoadedFile(name, digest, filing.filled, read, kept, read - kept, filing.superseded, notes)

    def _place(self, reading: Reading, loading: Loading) -> tuple[str, ...]:
        if self.card.table != "events" or not reading.counted()[1]:
            return ()
        outlines = _outlines(loading)
        without = place_points(reading.cursor, snap_m=self.card.snap_m, outlines=outlines)
        if not without:
            return ()
        advice = "" if outlines else ": load boundaries, and then this file again"
        return (f"{without:,} {'point has' if without == 1 else 'points have'} no LSOA{advice}",)

    def _digest(
        self,
        content: bytes,
        key: Key | None,
        places: Sequence[str],
        outlines: Sequence[Path],
        linked: Sequence[LinkedRow],
    ) -> str:
        """What the store would hold after reading: the file, as this card, this key, and what is known of places have it.

        So a file that was loaded before its lookups and boundaries is read anew when it is given again after them,
        and one whose people are linked otherwise than before is too.
        """
        known = "" if self.card.table != "events" else f"{sorted(places)} {sorted(path.name for path in outlines)}"
        how = f"{self.card.model_dump_json()} {key.name if key else ''} {known}{sorted(linked) or ''}"
        return hashlib.sha256(hashlib.sha256(content).digest() + how.encode()).hexdigest()


def _outlines(loading: Loading) -> list[Path]:
    return [path for paths in loading.writing.files_held(BOUNDARIES).values() for path in paths]
