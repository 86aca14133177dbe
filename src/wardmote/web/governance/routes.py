"""Who may use each route of governance."""

from wardmote.web.core.routes import LINK, Routes, member

_READ = ("board", "board-changes", "groups", "group-map", "group", "meetings", "meeting", "meeting-pack", "paper")
_CHANGE = (
    "group-add",
    "group-change",
    "group-close",
    "cadence-add",
    "hat-add",
    "seat-add",
    "seat-end",
    "meeting-add",
    "meeting-change",
    "item-add",
    "item-change",
    "paper-add",
    "attendance",
    "decision-add",
    "meeting-action-add",
    "minutes",
    "minutes-publish",
)

ROUTES: Routes = {
    **dict.fromkeys(_READ, member("board.read")),
    **dict.fromkeys(_CHANGE, member("board.change")),
    "meeting-action": member("action.update", is_own_agency=True),
    "scrutiny": member("scrutiny.read"),
    "recommendation": member("scrutiny.read"),
    "recommendation-add": member("scrutiny.change"),
    "recommendation-answer": member("scrutiny.answer"),
    "recommendation-review": member("scrutiny.change"),
    "requests": member("scrutiny.read"),
    "request": member("scrutiny.read"),
    "request-add": member("scrutiny.change"),
    "request-answer": member("scrutiny.answer"),
    "referrals": member("scrutiny.read"),
    "referral": member("scrutiny.read"),
    "referral-add": member("scrutiny.change"),
    "referral-settle": member("scrutiny.change"),
    "compliance": member("duty.read"),
    "duty": member("duty.read"),
    "proof-add": member("duty.change"),
    "calendars": member("calendar.give"),
    "calendar-give": member("calendar.give"),
    "calendar-withdraw": member("calendar.give", is_own_agency=True),
    "calendar-feed": LINK,
}
