"""Activities, their figures, the places that belong to them, and the standards that they are held to."""

from wardmote.web.activity.models.activity import Activity
from wardmote.web.activity.models.figure import ActivityFigure
from wardmote.web.activity.models.site import Site
from wardmote.web.activity.models.standard import Standard

__all__ = ["Activity", "ActivityFigure", "Site", "Standard"]
