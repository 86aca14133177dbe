"""What records of other rooms may be tied to."""

from collections.abc import Iterable

from wardmote.web.core.actors import Actor
from wardmote.web.core.targets import Target, Targets
from wardmote.web.plans.presenters.listings import action_address
from wardmote.web.plans.presenters.plan import priority_address
from wardmote.web.plans.queries.actions import actions_of
from wardmote.web.plans.queries.priorities import priorities_in_force


def _priorities(actor: Actor) -> Iterable[Target]:
    return [Target(one.pk, one.title, priority_address(actor, one)) for one in priorities_in_force(actor)]


def _actions(actor: Actor) -> Iterable[Target]:
    return [Target(one.pk, one.title, action_address(actor, one)) for one in actions_of(actor)]


TARGETS: Targets = {"priority": _priorities, "action": _actions}
