"""The survey cards that there are: those of the catalogue, and the partnership's own in a folder."""

from difflib import get_close_matches
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from wardmote.definitions.catalogue import read_definition
from wardmote.definitions.survey import SurveyCard
from wardmote.errors import BadInput


@cache
def shipped_survey_cards() -> tuple[SurveyCard, ...]:
    """The survey cards of the catalogue, by id."""
    return _cards_in(resources.files("wardmote.catalogue") / "surveys")


def all_survey_cards(own: Path | None = None) -> tuple[SurveyCard, ...]:
    """The partnership's own cards from the folder `own`, then those of the catalogue that it does not replace."""
    mine = _cards_in(own) if own is not None and own.is_dir() else ()
    taken = {card.id for card in mine}
    return (*mine, *(card for card in shipped_survey_cards() if card.id not in taken))


def find_survey_card(name: str, own: Path | None = None) -> SurveyCard:
    """The survey card with this id; the error names the nearest."""
    known = {card.id: card for card in all_survey_cards(own)}
    if name not in known:
        near = get_close_matches(name, known, n=1)
        advice = f"did you mean {near[0]}?" if near else f"choose one of: {', '.join(sorted(known))}"
        raise BadInput(f"there is no survey called {name}", where="the catalogue", do=advice)
    return known[name]


def _cards_in(folder: Path | Traversable) -> tuple[SurveyCard, ...]:
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".yaml")), key=lambda file: file.name)
    return tuple(read_definition(SurveyCard, file.read_text(encoding="utf-8"), name=file.name) for file in files)
