"""The dates of the BCP annual report of 2026 that bear on its duties, told by invented people.

Only months are known of most of them; the report names the day of one sitting, 23 February 2026.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from wardmote.web.core.clock import pretending
from wardmote.web.governance.actions.duties import record_proof
from wardmote.web.governance.actions.groups import give_hat, set_cadence, set_up_group
from wardmote.web.governance.actions.meetings import call_meeting, change_meeting

# The day on which the report went to its second body.
REPORT_DAY = date(2026, 3, 9)
SCRUTINY_DAY = date(2026, 2, 23)
# Duty, which one, what, first of the month.
PROOFS = (
    ("sharing-protocol", "", "Information sharing protocols in place", date(2025, 1, 1)),
    ("strategic-assessment", "", "Strategic assessment on the data of 2024/25", date(2025, 10, 1)),
    ("partnership-plan", "", "Priorities agreed by the Executive Board", date(2025, 10, 1)),
    ("strategies", "Pan-Dorset Reducing Reoffending Strategy", "Approved by both partnerships", date(2024, 1, 1)),
    ("strategies", "Serious Violence Strategy", "Adopted", date(2024, 1, 1)),
    ("death-reviews", "", "Four notifications since January 2025; no detail of any", date(2026, 2, 1)),
    ("annual-scrutiny", "", "Report to the Overview and Scrutiny Panel", date(2025, 1, 1)),
)


def tell(scenario) -> None:
    """Record it all as it stood on the day of the report."""
    with pretending(datetime(2026, 3, 9, 10, tzinfo=ZoneInfo("Europe/London"))):
        by = scenario.actor("manager")
        board = set_up_group(
            by=by,
            name="CSP Executive Board",
            kind="executive-board",
            remit="Directs the work.",
            opened_on=date(2019, 4, 1),
            meetings_a_year=6,
        )
        give_hat(board, by=by, capacity="strategy-group", since=date(2019, 4, 1))
        reason = "Reduced serious violence funding and staff capacity"
        set_cadence(board, by=by, meetings_a_year=4, started_on=date(2026, 1, 1), reason=reason)
        scrutiny = set_up_group(
            by=by,
            name="Overview and Scrutiny Board",
            kind="scrutiny-committee",
            remit="Scrutiny as a critical friend.",
            opened_on=date(2019, 4, 1),
        )
        for group, day, capacity in (
            (board, date(2025, 10, 15), "strategy-group"),
            (scrutiny, SCRUTINY_DAY, "crime-and-disorder-committee"),
            # On other business, which is no sitting in that capacity.
            (scrutiny, date(2025, 9, 8), ""),
        ):
            meeting = call_meeting(group, by=by, held_on=day, capacity=capacity)
            change_meeting(meeting, by=by, status="held")
        for duty, subject, what, month in PROOFS:
            record_proof(by=by, duty=duty, subject=subject, what=what, done_on=month, is_month_only=True)
