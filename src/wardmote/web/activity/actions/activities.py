"""Recording activities, what they serve, and how far their standards are met."""

from collections.abc import Iterable
from typing import Any

from wardmote.web.activity.models import Activity, Standard
from wardmote.web.core.actions import action
from wardmote.web.core.actors import Actor
from wardmote.web.core.audit import save_changes, save_new
from wardmote.web.core.targets import Target
from wardmote.web.core.ties import set_ties


@action("activity.change")
def add_activity(*, by: Actor, **values: Any) -> Activity:
    """Record an activity; an accreditation gets the standards that the catalogue names for its kind."""
    activity = Activity(partnership_id=by.partnership_id, **values)
    by.check("activity.change", activity)
    save_new(activity, by=by, doing="added an activity")
    for position, title in enumerate(activity.kind_of.standards, start=1):
        standard = Standard(partnership_id=by.partnership_id, activity=activity, position=position, title=title)
        save_new(standard, by=by, doing="added a standard")
    return activity


@action("activity.change")
def change_activity(activity: Activity, *, by: Actor, **values: Any) -> Activity:
    """Change what is said of an activity; one may hand it to another agency, and then changes it no more."""
    return save_changes(activity, by=by, doing="changed an activity", **values)


@action("activity.change")
def set_priorities(activity: Activity, *, by: Actor, first: Target | None, others: Iterable[Target]) -> Activity:
    """Say which priority the activity serves first, where it is counted, and which it serves as well (CC)."""
    set_ties(activity, by=by, kind="priority", first=first, others=others)
    return save_changes(activity, by=by, doing="said which priorities an activity serves")


@action("activity.change")
def change_standard(standard: Standard, *, by: Actor, **values: Any) -> Standard:
    """Say how far a standard is met, and by what evidence."""
    return save_changes(standard, by=by, doing="changed a standard", **values)
