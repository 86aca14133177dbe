"""Who may use each route of the plan."""

from wardmote.web.core.routes import LINK, Routes, member

_READ, _CHANGE = member("plan.read"), member("plan.change")

ROUTES: Routes = {
    "plan": _READ,
    "plan-begin": _CHANGE,
    "plan-change": _CHANGE,
    "priority-adopt": _CHANGE,
    "priority": _READ,
    "priority-change": _CHANGE,
    "objective-add": _CHANGE,
    "priority-end": _CHANGE,
    "objective-change": _CHANGE,
    "objective-move": _CHANGE,
    "objective-retire": _CHANGE,
    "cross-cutting": _READ,
    "actions": _READ,
    "blocked": _READ,
    "late": _READ,
    "action": _READ,
    "action-give": member("action.change"),
    "action-change": member("action.change"),
    "action-update": member("action.update", is_own_agency=True),
    "action-escalate": member("action.update", is_own_agency=True),
    "action-link": member("link.give"),
    "action-link-withdraw": member("link.give"),
    "action-by-link": LINK,
    "plan-changes": _READ,
    "editions": _READ,
    "edition-adopt": _CHANGE,
    "edition": _READ,
    "strategies": _READ,
    "strategy-add": _CHANGE,
    "strategy-change": _CHANGE,
    "alignment": _READ,
    "alignment-set": _CHANGE,
}
