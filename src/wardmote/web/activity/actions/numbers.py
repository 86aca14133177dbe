"""Entering figures and sites."""

from typing import Any

from wardmote.web.activity.models import Activity, ActivityFigure, Site
from wardmote.web.core.actions import action
from wardmote.web.core.actors import Actor
from wardmote.web.core.audit import remove, save_changes, save_new


@action("activity.change")
def add_figure(*, by: Actor, activity: Activity, **values: Any) -> ActivityFigure:
    """Enter one figure of an activity."""
    by.check("activity.change", activity)
    figure = ActivityFigure(partnership_id=by.partnership_id, activity=activity, **values)
    return save_new(figure, by=by, doing="entered a figure")


@action("activity.change")
def change_figure(figure: ActivityFigure, *, by: Actor, **values: Any) -> ActivityFigure:
    """Correct a figure; the audit keeps what it was."""
    return save_changes(figure, by=by, doing="corrected a figure", **values)


@action("activity.change")
def remove_figure(figure: ActivityFigure, *, by: Actor) -> None:
    """Take a figure back that should not have been entered."""
    remove(figure, by=by, doing="took a figure back")


@action("activity.change")
def add_site(*, by: Actor, activity: Activity, **values: Any) -> Site:
    """Add a venue, a business or a camera."""
    by.check("activity.change", activity)
    site = Site(partnership_id=by.partnership_id, activity=activity, **values)
    return save_new(site, by=by, doing="added a site")


@action("activity.change")
def change_site(site: Site, *, by: Actor, **values: Any) -> Site:
    """Change what is said of a site, or say when it left."""
    return save_changes(site, by=by, doing="changed a site", **values)
