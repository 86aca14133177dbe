"""What records of other rooms may be tied to."""

from wardmote.web.core.targets import Offer, Targets
from wardmote.web.plans.queries.actions import actions_of
from wardmote.web.plans.queries.priorities import priorities_in_force

TARGETS: Targets = {"priority": Offer(priorities_in_force, "priority"), "action": Offer(actions_of, "action")}
