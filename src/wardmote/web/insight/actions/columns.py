"""Making a card of what somebody said of a file's columns."""

import re
from pathlib import Path

from wardmote.definitions.card import Card
from wardmote.definitions.cards import all_cards, copied_text, read_card_text
from wardmote.errors import BadInput, DefinitionError
from wardmote.evidence.dock.outline import Outline, card_text
from wardmote.evidence.sources.partner import CARDS_FOLDER, Dock
from wardmote.evidence.workspace import Workspace
from wardmote.web.insight.models.uploads import Waiting

_LONGEST_ID = 60


def say_columns(workspace: Workspace, waiting: Waiting, outline: Outline) -> None:
    """Read the file by a card of this outline, from now on; raises BadInput where that card could not read it."""
    text = card_text(outline)
    card = _card(workspace, text, _slug(outline.title))
    if not Dock(workspace.folder, (card,)).fitting(waiting.file):
        raise BadInput("the file does not have these columns together", do="choose the columns again")
    waiting.chosen, waiting.card_text = card, text


def choose_card(waiting: Waiting, card: Card) -> None:
    """Read the file by one of the cards that there are."""
    waiting.chosen, waiting.card_text, waiting.outline = card, "", None


def keep_apart(workspace: Workspace, waiting: Waiting, card: Card, *, partner: str) -> None:
    """Read the file by a copy of a card, for another partner who sends files of the same form."""
    if not partner:
        raise BadInput("Enter who sends the file")
    text = copied_text(card, partner=partner)
    waiting.chosen, waiting.card_text = _card(workspace, text, _slug(f"{card.id}-{partner}")), text


def _card(workspace: Workspace, text: str, id_: str) -> Card:
    if id_ in {one.id for one in all_cards(workspace.folder / CARDS_FOLDER)}:
        raise BadInput(f"There is a card called “{id_}” already", do="choose another name")
    try:
        return read_card_text(text, Path(f"{id_}.yaml"))
    except DefinitionError as error:
        raise BadInput(error.what, do=error.do) from error


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:_LONGEST_ID].strip("-") or "card"
