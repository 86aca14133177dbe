"""What the addresses of governance name: a board that met, what it dealt with, and what scrutiny asked."""

from datetime import date, timedelta

from supplied_pdfs import pdf_of

from wardmote.web.core.clock import today
from wardmote.web.governance.actions.calendars import give_address
from wardmote.web.governance.actions.groups import give_hat, give_seat, set_up_group
from wardmote.web.governance.actions.meetings import add_item, call_meeting, record_action, record_decision
from wardmote.web.governance.actions.papers import add_paper
from wardmote.web.governance.actions.scrutiny import record_recommendation, record_referral, record_request

PDF = pdf_of("An invented paper.", "Its second page.")


def examples(made):
    by = made.commander()
    board = set_up_group(
        by=by,
        name="Executive Board",
        kind="executive-board",
        remit="Directs the partnership, agrees its plan and follows its money.",
        opened_on=date(2023, 4, 1),
        quorum=2,
        meetings_a_year=6,
    )
    give_hat(board, by=by, capacity="strategy-group", since=date(2023, 4, 1))
    seat = give_seat(board, by=by, member=made.people["board"], started_on=date(2023, 4, 1))
    give_seat(board, by=by, member=made.people["manager"], started_on=date(2023, 4, 1))
    give_seat(board, by=by, member=made.people["colleague"], started_on=date(2023, 4, 1), is_deputy=True)
    meeting = call_meeting(board, by=by, held_on=today() - timedelta(days=30), place="Town Hall")
    item = add_item(meeting, by=by, title="Plan for the year", purpose="discuss")
    decision = record_decision(meeting, by=by, item=item, text="Agreed for a year.")
    came = today() - timedelta(days=10)
    return {
        "group": board.pk,
        "seat": seat.pk,
        "meeting": meeting.pk,
        "agenda_item": item.pk,
        "decision": decision.pk,
        "paper": add_paper(item, by=by, name="plan.pdf", content=PDF).pk,
        "meeting_action": record_action(
            meeting, by=by, text="Write to the landlords", owner=made.people["reader"], due_on=came
        ).pk,
        "recommendation": record_recommendation(by=by, text="Say what the grant is for.", received_on=came).pk,
        "information_request": record_request(by=by, what="Incidents by ward.", received_on=came).pk,
        "referral": record_referral(
            by=by,
            councillor="Ada Ward",
            ward="Harbour",
            raised_by="resident",
            matter="Motorcycles in the park after dark.",
            received_on=came,
        ).pk,
        "duty": "annual-scrutiny",
        "address": give_address(made.people["manager"], by=by, title="My phone")[0].pk,
    }
