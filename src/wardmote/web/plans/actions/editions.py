"""Adopting the plan as it stands, and laying it beside the Police and Crime Plan."""

from datetime import date

from wardmote.web.core.actions import action
from wardmote.web.core.actors import Actor
from wardmote.web.core.audit import save_changes, save_new
from wardmote.web.plans.models import Alignment, Edition, Plan, PolicePriority, Priority
from wardmote.web.plans.queries.editions import content_of
from wardmote.web.plans.queries.serving import all_serving


@action("plan.change")
def adopt_edition(plan: Plan, *, by: Actor, title: str, adopted_on: date, adopted_at: str) -> Edition:
    """Keep the plan's words as they stand, as the edition that a meeting adopted on that day."""
    edition = Edition(
        partnership_id=plan.partnership_id,
        plan=plan,
        title=title,
        adopted_on=adopted_on,
        adopted_at=adopted_at,
        content=content_of(plan, all_serving(by)),
    )
    return save_new(edition, by=by, doing="adopted an edition of the plan")


@action("plan.change")
def record_police_priority(*, by: Actor, title: str, plan_title: str, position: int = 1) -> PolicePriority:
    """Enter a priority of the Police and Crime Plan."""
    record = PolicePriority(partnership_id=by.partnership_id, title=title, plan_title=plan_title, position=position)
    return save_new(record, by=by, doing="recorded a police priority")


@action("plan.change")
def align(priority: Priority, *, by: Actor, police_priority: PolicePriority, strength: str, how: str = "") -> Alignment:
    """Say how closely a priority serves one of the Police and Crime Plan; saying it again changes what was said."""
    held = Alignment.objects.filter(priority=priority, police_priority=police_priority).first()
    if held:
        return save_changes(held, by=by, doing="changed an alignment", strength=strength, how=how)
    record = Alignment(
        partnership_id=priority.partnership_id,
        priority=priority,
        police_priority=police_priority,
        strength=strength,
        how=how,
    )
    return save_new(record, by=by, doing="aligned a priority")
