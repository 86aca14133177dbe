"""What the registers give to the evidence store: savings, which a measure adds up."""

from collections.abc import Iterator
from decimal import Decimal

from wardmote.web.core.actors import Actor
from wardmote.web.core.feeds import FedFigure
from wardmote.web.risks.queries.registers import savings_of


def figures(actor: Actor) -> Iterator[FedFigure]:
    """Each saving in the month in which its period begins, because the card that reads them goes by months."""
    for saving in savings_of(actor).order_by("first_on", "pk"):
        given = {"savings": saving.amount}
        if saving.cases is not None:
            given["cases"] = Decimal(saving.cases)
        for item, value in given.items():
            yield FedFigure(
                "savings", saving.first_on, saving.last_on, item, value, detail=saving.title, record=str(saving.pk)
            )
