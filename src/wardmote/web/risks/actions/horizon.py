"""Watching what is coming."""

from typing import Any

from wardmote.definitions.horizon import ShippedHorizon
from wardmote.web.core.actions import action
from wardmote.web.core.actors import Actor
from wardmote.web.core.audit import save_changes, save_new
from wardmote.web.risks.models import HorizonItem


@action("risk.change")
def add_horizon_item(*, by: Actor, **values: Any) -> HorizonItem:
    """Put something on the horizon."""
    item = HorizonItem(partnership_id=by.partnership_id, **values)
    by.check("risk.change", item)
    return save_new(item, by=by, doing="added to the horizon")


@action("risk.change")
def change_horizon_item(item: HorizonItem, *, by: Actor, **values: Any) -> HorizonItem:
    """Change what is said of it, or say that it has happened."""
    return save_changes(item, by=by, doing="changed what is on the horizon", **values)


@action("risk.change")
def decide_on_shipped(*, by: Actor, shipped: ShippedHorizon, is_ours: bool) -> HorizonItem:
    """Take an item of the catalogue over, or say that it is not for this partnership: it is offered once."""
    item = HorizonItem(
        partnership_id=by.partnership_id,
        title=shipped.title,
        pestelo=shipped.pestelo,
        effect=shipped.effect,
        source=shipped.source,
        expected_on=shipped.expected_on,
        expected=f"{shipped.expected}. To check: {shipped.to_check}."[:300],
        state=HorizonItem.State.WATCHING if is_ours else HorizonItem.State.NOT_OURS,
        rule_pack=shipped.rule_pack,
        rules_change_on=shipped.expected_on if shipped.rule_pack else None,
        shipped=shipped.id,
    )
    doing = "took an item of the catalogue over" if is_ours else "passed an item of the catalogue over"
    return save_new(item, by=by, doing=doing)
