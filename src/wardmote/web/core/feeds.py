"""Figures that the workspace gives to the evidence store: each room offers its own in `feeds.py`, beside `urls.py`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from importlib import import_module
from importlib.util import find_spec

from django.conf import settings

from wardmote.web.core.actors import Actor

OWN_CARD = "workspace-activity"


@dataclass(frozen=True)
class FedFigure:
    """One figure for one period, as the source card with the id `card` reads it.

    `item` is the card's own word for what is counted, or any word where the card is the workspace's own. `record` tells
    apart what stands on rows of its own; figures of one record and period share a row.
    """

    card: str
    first: date
    last: date
    item: str
    value: Decimal
    detail: str
    place: str = ""
    record: str = ""


def figures(actor: Actor) -> tuple[FedFigure, ...]:
    """Core keeps no figures of its own."""
    return ()


def fed_figures(actor: Actor) -> tuple[FedFigure, ...]:
    """Every figure that the actor's partnership keeps, from all rooms."""
    found: list[FedFigure] = []
    for app in settings.INSTALLED_APPS:
        if app.startswith("wardmote.web.") and find_spec(f"{app}.feeds"):
            offered: Iterable[FedFigure] = import_module(f"{app}.feeds").figures(actor)
            found.extend(offered)
    return tuple(found)
