"""Calendar addresses as a list."""

from wardmote.web.core.actors import Actor
from wardmote.web.core.components import Cell
from wardmote.web.core.lists import Column, Listing
from wardmote.web.core.wording import moment
from wardmote.web.governance.models import FeedAddress
from wardmote.web.governance.presenters.addresses import to


def address_listing(actor: Actor) -> Listing[FeedAddress]:
    """Addresses, and whether each still answers."""

    def state(one: FeedAddress) -> Cell:
        if one.withdrawn_at:
            return Cell("withdrawn")
        return Cell(f"Withdraw {one.title}", href=to(actor, "calendar-withdraw", one.pk))

    return Listing(
        name="calendar-addresses",
        noun="address",
        nouns="addresses",
        order="title",
        columns=(
            Column("title", "What it is for", lambda one: Cell(one.title), sort="title"),
            Column("member", "Whose", lambda one: Cell(one.member.name), sort="member__name"),
            Column("given", "Given", lambda one: Cell(moment(one.created_at)), sort="created_at"),
            Column("state", "State", state),
        ),
    )
