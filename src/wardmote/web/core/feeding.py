"""Loading the workspace's own figures into the evidence store, through the dock that reads every partner's files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from wardmote.definitions.card import Card
from wardmote.definitions.cards import find_card
from wardmote.errors import BadInput
from wardmote.evidence.inputs import InputFile
from wardmote.evidence.loading import Delivery, NotLoaded, load_each
from wardmote.evidence.progress import Silent
from wardmote.evidence.sources.partner import CARDS_FOLDER, Dock
from wardmote.evidence.store import Store
from wardmote.evidence.tables import TALLIES
from wardmote.evidence.workspace import Workspace
from wardmote.web.core.actors import Actor
from wardmote.web.core.feeds import OWN_CARD, FedFigure, fed_figures
from wardmote.web.core.lists.files import csv_text
from wardmote.web.core.wording import plural

NAME = "the partnership's own activity"


@dataclass(frozen=True)
class Fed:
    """What became of the figures of one card."""

    card: str
    sentence: str
    is_fault: bool = False


def feed_evidence(workspace: Workspace, actor: Actor) -> tuple[Fed, ...]:
    """Load all figures of the actor's partnership, one load for each source card that reads some.

    Raises `BadInput` where the evidence store is another partnership's: two would overwrite each other there.
    """
    if actor.partnership != workspace.name:
        raise BadInput(
            f"The evidence here is that of {workspace.name}",
            where=actor.partnership,
            do=f"give {actor.partnership} a workspace of its own",
        )
    figures = sorted(fed_figures(actor), key=lambda one: one.card)
    return tuple(_feed_card(workspace, card, list(of_card)) for card, of_card in groupby(figures, lambda one: one.card))


def _feed_card(workspace: Workspace, card_id: str, figures: list[FedFigure]) -> Fed:
    card = find_card(card_id, workspace.folder / CARDS_FOLDER)
    theirs, ours = _days_of_others(workspace.store, card_id), _days_of_ours(workspace.store, card_id)
    months = {day.replace(day=1) for day in theirs}
    kept = [one for one in figures if one.first.replace(day=1) not in months]
    left = plural(len(figures) - len(kept), "figure") if len(kept) < len(figures) else ""
    also = f" {left} left out, because a partner’s own file is loaded for the same months." if left else ""
    rows = [*_rows(card, kept), *_emptied(card, kept, ours - theirs)]
    if not rows:
        return Fed(card.title, f"Nothing to load.{also}")
    source = Dock(workspace.folder, (card,)).sources()[0]
    content = csv_text(_heads(card), [[str(cell) for cell in row] for row in rows]).encode()
    file = InputFile(Path(f"{card_id}.csv"), f"{card_id}.csv", held=content)
    became = next(iter(load_each(workspace.store, [Delivery(source, NAME, (file,))], progress=Silent())))
    if isinstance(became, NotLoaded):
        return Fed(card.title, became.reason, is_fault=True)
    words = (
        f"load {became.number}: {plural(became.kept, 'row')}" if became.number else "nothing new since the last load"
    )
    return Fed(card.title, f"{words[0].upper()}{words[1:]}.{also}")


def _heads(card: Card) -> list[str]:
    columns = card.columns
    named = [columns.first, columns.last, columns.item, columns.detail, columns.area_name, *card.values.values()]
    return [headings[0] for headings in named if headings]


def _rows(card: Card, figures: list[FedFigure]) -> Iterator[list[object]]:
    """One row for each record, period and place; on the workspace's own card one for each figure."""

    def row_of(one: FedFigure) -> tuple[date, date, str, str, str, str]:
        return (one.first, one.last, one.detail, one.place, one.record, one.item if card.id == OWN_CARD else "")

    for _, together in groupby(sorted(figures, key=row_of), row_of):
        of_row = list(together)
        values = {one.item: one.value for one in of_row}
        yield _row(card, of_row[0], values)


def _row(card: Card, one: FedFigure, values: Mapping[str, object]) -> list[object]:
    given = [(card.columns.first, one.first), (card.columns.last, one.last), (card.columns.item, one.item)]
    given += [(card.columns.detail, one.detail), (card.columns.area_name, one.place)]
    if card.id == OWN_CARD:
        values = dict.fromkeys(card.values, values[one.item])
    return [value for headings, value in given if headings] + [values.get(item, "") for item in card.values]


def _emptied(card: Card, figures: list[FedFigure], before: set[date]) -> Iterator[list[object]]:
    """What was loaded for a day and has been taken back since is written as 0, because a load only replaces days."""
    now = {_slice_of(card, one.first) for one in figures}
    for day in sorted(before - now):
        nothing = FedFigure(card.id, day, day, "", 0, "taken back")  # type: ignore[arg-type]
        values: dict[str, object] = dict.fromkeys(("", *card.values), 0)
        yield _row(card, nothing, values)


def _slice_of(card: Card, first: date) -> date:
    return first.replace(day=1) if card.period == "month" else first


def _days_of_ours(store: Store, card_id: str) -> set[date]:
    return {day for name, day in _days(store, card_id) if name == NAME}


def _days_of_others(store: Store, card_id: str) -> set[date]:
    return {day for name, day in _days(store, card_id) if name != NAME}


def _days(store: Store, card_id: str) -> Iterator[tuple[str, date]]:
    for load in store.loads():
        for file in load.files:
            for source, day in file.slices.get(TALLIES.name, ()):
                if source == card_id:
                    yield load.name, date.fromisoformat(day)
