"""The source cards that there are: those of the catalogue, and the partnership's own in a folder."""

import re
from difflib import get_close_matches
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from wardmote.definitions.card import Card
from wardmote.definitions.catalogue import read_definition
from wardmote.errors import BadInput, DefinitionError

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@cache
def shipped_cards() -> tuple[Card, ...]:
    """The cards of the catalogue, by id."""
    return _cards_in(resources.files("wardmote.catalogue") / "sources")


def all_cards(own: Path | None = None) -> tuple[Card, ...]:
    """The partnership's own cards from the folder `own`, then those of the catalogue that it does not replace."""
    mine = _cards_in(own) if own is not None and own.is_dir() else ()
    taken = {card.id for card in mine}
    return (*mine, *(card for card in shipped_cards() if card.id not in taken))


def find_card(name: str, own: Path | None = None) -> Card:
    """The card with this id, or the one in the file of this name; the error names the nearest."""
    if name.endswith((".yaml", ".yml")):
        return read_card(Path(name))
    known = {card.id: card for card in all_cards(own)}
    if name not in known:
        near = get_close_matches(name, known, n=1)
        advice = f"did you mean {near[0]}?" if near else f"choose one of: {', '.join(sorted(known))}"
        raise BadInput(f"there is no card called {name}", do=advice)
    return known[name]


def read_card(path: Path | Traversable) -> Card:
    """The card in a file, whose name without its ending is the id."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DefinitionError("cannot be read as text in UTF-8", where=str(path), do="check the file") from error
    return read_card_text(text, path)


def read_card_text(text: str, path: Path | Traversable) -> Card:
    """The card in a text, as if it stood in a file of this name."""
    return read_definition(Card, text, name=path.name)


def copy_card(card: Card, folder: Path, *, id_: str, partner: str) -> Path:
    """Write a copy of a card into the folder of the partnership's own, for another partner's files of the same form.

    The copy is chosen by name alone. Raises BadInput where the id is no id, or is taken.
    """
    if not _ID.fullmatch(id_):
        raise BadInput(
            f"“{id_}” is no id for a card", do="use small letters, figures and hyphens, such as council-asb-north"
        )
    if id_ in {one.id for one in all_cards(folder)}:
        raise BadInput(f"there is a card called {id_} already", do="choose another id")
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{id_}.yaml"
    target.write_text(copied_text(card, partner=partner), encoding="utf-8")
    return target


def copied_text(card: Card, *, partner: str) -> str:
    """The file of a copy of a card, for another partner; it is chosen by name alone."""
    import yaml

    content = card.model_dump(mode="json", exclude_defaults=True, exclude={"id"})
    content |= {"title": f"{card.title}: {partner}", "partner": partner, "is_by_name_only": True}
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=120)


def _cards_in(folder: Path | Traversable) -> tuple[Card, ...]:
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".yaml")), key=lambda file: file.name)
    return tuple(read_card(file) for file in files)
