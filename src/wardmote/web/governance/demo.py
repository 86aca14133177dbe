"""Exampleshire's year of boards, scrutiny and duties. All of it is invented."""

from datetime import date, time, timedelta
from decimal import Decimal

from wardmote.clocks.working_days import working_day_after
from wardmote.web.core.actors import Actor
from wardmote.web.core.demo import Stage
from wardmote.web.governance.actions import agenda, duties, groups, meetings, scrutiny
from wardmote.web.governance.demo_papers import add_papers
from wardmote.web.governance.demo_words import (
    CLOSED,
    GROUPS,
    ITEMS,
    MINUTES,
    NEXT_ITEMS,
    PROOFS,
    PUBLIC_MINUTES,
    RECOMMENDATIONS,
    REFERRALS,
    REQUESTS,
    WITHDRAWN,
)
from wardmote.web.governance.models import Group, Meeting

# Who sits on the executive board: their word, and whether as a deputy.
SEATS = {
    "chair": False,
    "vice-chair": False,
    "fire": False,
    "probation": False,
    "health": False,
    "manager": True,
    "police": True,
}
# Who sits on the other groups: two of them are much the same people.
OTHER_SEATS = {
    "Domestic Abuse Strategic Group": ("coordinator", "chair", "health", "centre", "homes"),
    "Serious Violence Delivery Group": ("police", "probation", "health", "analyst", "vice-chair"),
    "Knife Crime Prevention Group": ("police", "probation", "health", "analyst"),
    "Anti-social Behaviour Forum": ("asb", "police", "homes", "fire"),
    "Harbour Co-ordinating Group": ("asb", "police", "analyst", "homes"),
}
HOURS = {"Executive Board": Decimal(3), "Domestic Abuse Strategic Group": Decimal("1.5")}
# Every second month at first, and quarterly from the day on which money ran short.
BOARD_DAYS = (380, 319, 258, 197, 136, 45)


def fill(stage: Stage) -> None:
    """Groups, a year of meetings, what scrutiny asked, and what shows that duties were met."""
    by = stage.actors["manager"]
    with stage.on(_ago(stage, 390)):
        made = _groups(stage, by)
    board = made["Executive Board"]
    held = [_board_meeting(stage, board, days, number, by) for number, days in enumerate(BOARD_DAYS)]
    with stage.on(_ago(stage, 136)):
        reason = "Less money for serious violence, and fewer people"
        groups.set_cadence(board, by=by, meetings_a_year=4, started_on=_ago(stage, 100), reason=reason)
    _other_meetings(stage, made, by)
    _scrutiny(stage, made, by)
    _proofs(stage, by)
    next_meeting = working_day_after(stage.last_day, 25, nations=("England", "Wales"))
    with stage.on(stage.last_day):
        planned = meetings.call_meeting(
            board, by=by, held_on=next_meeting, starts_at=time(14), place="Town Hall", capacity="strategy-group"
        )
        for values in NEXT_ITEMS:
            meetings.add_item(planned, by=by, **values)
        add_papers(planned, by=by, on=stage.last_day)
        agenda.withdraw_item(planned.items.get(title=WITHDRAWN[0]), by=by, because=WITHDRAWN[1])
    stage.made["board"], stage.made["board-meetings"] = board, held


def _ago(stage: Stage, days: int) -> date:
    return stage.last_day - timedelta(days=days)


def _groups(stage: Stage, by: Actor) -> dict[str, Group]:
    made: dict[str, Group] = {}
    agencies = stage.made["agencies"]
    for name, (kind, remit, above, led_by, often, quorum) in GROUPS.items():
        made[name] = groups.set_up_group(
            by=by,
            name=name,
            kind=kind,
            remit=remit,
            reports_to=made.get(above),
            led_by=agencies[led_by] if led_by else None,
            quorum=quorum,
            meeting_hours=HOURS.get(name),
            opened_on=_ago(stage, 700),
            meetings_a_year=often,
        )
    board = made["Executive Board"]
    for capacity, quorum in {"strategy-group": 3, "serious-violence-partnership": 4, "domestic-abuse-board": 3}.items():
        groups.give_hat(board, by=by, capacity=capacity, since=_ago(stage, 700), quorum=quorum)
    committee = made["Overview and Scrutiny Committee"]
    groups.give_hat(committee, by=by, capacity="crime-and-disorder-committee", since=_ago(stage, 700))
    for word, is_deputy in SEATS.items():
        member = stage.made["members"][word]
        groups.give_seat(board, by=by, member=member, started_on=_ago(stage, 390), is_deputy=is_deputy)
    groups.give_seat(committee, by=by, member=stage.made["members"]["scrutiny"], started_on=_ago(stage, 390))
    for name, words in OTHER_SEATS.items():
        for word in words:
            member = stage.made["members"][word]
            groups.give_seat(made[name], by=by, member=member, started_on=_ago(stage, 390))
    closed = made[CLOSED]
    groups.close_group(
        closed, by=by, closed_on=_ago(stage, 390), output="Its work went to the delivery group that does the same."
    )
    return made


def _board_meeting(stage: Stage, board: Group, days: int, number: int, by: Actor) -> Meeting:
    day = _ago(stage, days)
    with stage.on(day - timedelta(days=14)):
        meeting = meetings.call_meeting(
            board, by=by, held_on=day, starts_at=time(14), place="Town Hall", capacity="strategy-group"
        )
        items = [
            meetings.add_item(meeting, by=by, **values)
            for values in (ITEMS[number % len(ITEMS)], ITEMS[(number + 1) % len(ITEMS)])
        ]
    with stage.on(day, hour=14):
        seats = list(board.seats.select_related("member__agency"))
        # One partner after another is missing, and the police send a deputy twice.
        absent = seats[(number + 2) % len(seats)]
        came = {seat: "apologies" if seat == absent else "present" for seat in seats}
        meetings.record_attendance(meeting, by=by, came=came)
        meetings.record_decision(meeting, by=by, item=items[0], text=f"Agreed: {items[0].recommendation or 'noted.'}")
        owner = stage.made["members"][("asb", "police", "fire", "health", "homes", "centre")[number]]
        taken = meetings.record_action(
            meeting,
            by=by,
            item=items[1],
            text=f"Bring what is known about “{items[1].title.lower()}” to the next meeting.",
            owner=owner,
            due_on=day + timedelta(days=30),
        )
    with stage.on(day + timedelta(days=10)):
        meetings.write_minutes(meeting, by=by, minutes=MINUTES)
    if number < len(BOARD_DAYS) - 1:
        with stage.on(day + timedelta(days=28)):
            meetings.publish_minutes(meeting, by=by, minutes_published_on=day + timedelta(days=28), minutes_address="")
            meetings.finish_action(
                taken, by=by, done_on=day + timedelta(days=28), outcome="Circulated with the minutes."
            )
    return meeting


def _other_meetings(stage: Stage, made: dict[str, Group], by: Actor) -> None:
    for name, days, capacity, is_public in (
        ("Overview and Scrutiny Committee", 310, "crime-and-disorder-committee", True),
        ("Executive Board", 170, "public-meeting", True),
        ("Domestic Abuse Strategic Group", 60, "domestic-abuse-board", False),
        ("Harbour Co-ordinating Group", 21, "", False),
        ("Serious Violence Delivery Group", 33, "", False),
    ):
        day = _ago(stage, days)
        with stage.on(day - timedelta(days=21)):
            meeting = meetings.call_meeting(
                made[name],
                by=by,
                held_on=day,
                capacity=capacity,
                is_public=is_public,
                notice_on=day - timedelta(days=21) if is_public else None,
                place="Town Hall",
            )
        with stage.on(day):
            meetings.change_meeting(meeting, by=by, status="held")
        if capacity == "public-meeting":
            _public_meeting(stage, meeting, day, by)
        if capacity == "crime-and-disorder-committee":
            stage.made["scrutiny-meeting"] = meeting


def _public_meeting(stage: Stage, meeting: Meeting, day: date, by: Actor) -> None:
    """Who came from each responsible authority, and what was discussed made known, as regulation 12 asks."""
    with stage.on(day, hour=20):
        came = {seat: "present" for seat in meeting.group.seats.select_related("member__agency") if not seat.is_deputy}
        meetings.record_attendance(meeting, by=by, came=came)
        meetings.write_minutes(meeting, by=by, minutes=PUBLIC_MINUTES)
    published = day + timedelta(days=14)
    with stage.on(published):
        meetings.publish_minutes(meeting, by=by, minutes_published_on=published)


def _scrutiny(stage: Stage, made: dict[str, Group], by: Actor) -> None:
    agencies = stage.made["agencies"]
    for text, days, agency, answered, answer, response in RECOMMENDATIONS:
        with stage.on(_ago(stage, days)):
            recommendation = scrutiny.record_recommendation(
                by=by,
                text=text,
                received_on=_ago(stage, days),
                meeting=stage.made["scrutiny-meeting"] if days == 310 else None,
                concern="agency" if agency else "partnership",
                addressee=agencies[agency] if agency else None,
            )
        if answered is not None:
            with stage.on(_ago(stage, answered)):
                day = _ago(stage, answered)
                scrutiny.answer_recommendation(
                    recommendation, by=by, answer=answer, response=response, responded_on=day
                )
    for what, days, answered, withheld in REQUESTS:
        with stage.on(_ago(stage, days)):
            asked = scrutiny.record_request(by=by, what=what, received_on=_ago(stage, days))
        if answered is not None:
            with stage.on(_ago(stage, answered)):
                scrutiny.answer_request(
                    asked, by=by, answered_on=_ago(stage, answered), is_depersonalised=True, withheld=withheld
                )
    for councillor, ward, matter, days, considered, outcome in REFERRALS:
        with stage.on(_ago(stage, days)):
            referral = scrutiny.record_referral(
                by=by,
                councillor=councillor,
                ward=ward,
                raised_by="resident",
                matter=matter,
                received_on=_ago(stage, days),
            )
        if considered is not None:
            with stage.on(_ago(stage, considered)):
                day = _ago(stage, considered)
                scrutiny.settle_referral(referral, by=by, considered_on=day, outcome=outcome, letter_on=day)


def _proofs(stage: Stage, by: Actor) -> None:
    for duty, subject, what, days in PROOFS:
        # What was done before anybody wrote here is recorded on the first day.
        with stage.on(_ago(stage, min(days, 385))):
            duties.record_proof(by=by, duty=duty, subject=subject, what=what, done_on=_ago(stage, days))
