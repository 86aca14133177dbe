"""Who may use each route of activity."""

from wardmote.web.core.routes import Routes, member

_OWN = member("activity.change", is_own_agency=True)

ROUTES: Routes = {
    "activity-overview": member("activity.read"),
    "activities": member("activity.read"),
    "activity-kind": member("activity.read"),
    "activity-places": member("activity.read"),
    "activity-training": member("activity.read"),
    "activity": member("activity.read"),
    "figures": member("activity.read"),
    "sites": member("activity.read"),
    "activity-kinds": member("activity.change"),
    "activity-add": member("activity.change"),
    "activity-change": _OWN,
    "activity-serves": _OWN,
    "figure-add": _OWN,
    "figure-change": _OWN,
    "figure-remove": _OWN,
    "site-add": _OWN,
    "site-change": _OWN,
    "standard-change": _OWN,
    "activity-sheets": member("activity.change"),
    "activity-sheet": member("activity.read"),
    "activity-sheet-in": member("activity.change"),
    "activity-load": member("evidence.load"),
}
