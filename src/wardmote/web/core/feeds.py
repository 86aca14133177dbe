"""Figures that the workspace gives to the evidence store: each room offers its own in `feeds.py`, beside `urls.py`."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from wardmote.web.core.actors import Actor
from wardmote.web.core.rooms import offered

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


def fed_figures(actor: Actor) -> tuple[FedFigure, ...]:
    """Every figure that the actor's partnership keeps, from all rooms."""
    return tuple(one for figures in offered("feeds", "figures") for one in figures(actor))
