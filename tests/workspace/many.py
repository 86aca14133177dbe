"""Rows of every kind that a partnership keeps, so many of each: what lists and pages have to cope with."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.db.models import Model

from wardmote.web.accounts.models import (
    Agency,
    Appointment,
    Member,
    Officer,
    PartnerAgency,
    Partnership,
    RoleGrant,
    Token,
)
from wardmote.web.activity.models import Activity, ActivityFigure, Site, Standard
from wardmote.web.core.clock import today
from wardmote.web.core.models import AuditEntry, Comment, Follow, Mention, Tie
from wardmote.web.governance.models import (
    AgendaItem,
    Attendance,
    Cadence,
    Decision,
    DutyProof,
    FeedAddress,
    Group,
    Hat,
    InformationRequest,
    Meeting,
    MeetingAction,
    Paper,
    Recommendation,
    Referral,
    Seat,
)
from wardmote.web.plans.models import (
    Action,
    ActionLink,
    Aim,
    Alignment,
    CrossCuttingIssue,
    Edition,
    Objective,
    ObjectiveMeasure,
    Plan,
    PolicePriority,
    Priority,
    ProgressNote,
    Strategy,
)
from wardmote.web.risks.models import Dependent, Grant, HorizonItem, Risk, RiskScore, Saving

DAY = date(2025, 5, 1)


class Many:
    """Adds rows number `numbers` of each kind.

    What varies is a value, words with the row's number in them ("Group {n}"), or a function of the number. Every other
    row belongs to the row that the addresses of the examples name, the rest each to one that was added.
    """

    def __init__(self, scenario: Any, numbers: range) -> None:
        self.scenario, self.numbers = scenario, numbers
        self.place = scenario.partnerships["Exampleshire"]
        self.added: dict[type[Model], list[Any]] = {}

    def example[M: Model](self, model: type[M], name: str) -> M:
        return model._default_manager.get(pk=self.scenario.examples[name])

    def add[M: Model](self, like: M, **varying: Any) -> list[M]:
        """As many rows like this one, each with an id of its own."""
        held = {field.attname: getattr(like, field.attname) for field in like._meta.concrete_fields}
        rows = [type(like)(**{**held, "id": uuid4(), **_varied(varying, n)}) for n in self.numbers]
        self.added.setdefault(type(like), []).extend(rows)
        return type(like)._default_manager.bulk_create(rows)

    def each(self, model: type[Model]) -> Callable[[int], Any]:
        """The ids of the rows of a kind that were added last."""
        rows = self.added[model][-len(self.numbers) :]
        return lambda n: rows[n - self.numbers.start].pk

    def either(self, one: Model, *, is_odd: bool = False) -> Callable[[int], Any]:
        """The id of this very row for every other number, and of one that was added for the rest."""
        added = self.each(type(one))
        return lambda n: one.pk if (n % 2 == 1) is is_odd else added(n)

    def join(self, name: str, holders: Iterable[Model], held: Iterable[Model]) -> None:
        """Join each of the holders to all of these."""
        held = tuple(held)
        for holder in holders:
            getattr(holder, name).set(held)


def _varied(varying: dict[str, Any], n: int) -> dict[str, Any]:
    def value(given: Any) -> Any:
        if callable(given):
            return given(n)
        return given.format(n=n) if isinstance(given, str) else given

    return {name: value(given) for name, given in varying.items()}


def fill(scenario: Any, numbers: range) -> None:
    """Add rows of every kind to Exampleshire."""
    many = Many(scenario, numbers)
    _people(many)
    _plan(many)
    _activity(many)
    _registers(many)
    _board(many)
    _scrutiny(many)
    _about_records(many)


def ago(n: int) -> date:
    return today() - timedelta(days=n + 1)


def _people(many: Many) -> None:
    manager, council = many.scenario.people["manager"], many.scenario.agencies["Exampleshire Council"]
    agencies = many.add(council, name="Agency {n}")
    many.add(many.example(PartnerAgency, "place"), agency_id=many.each(Agency))
    many.add(manager.user, email="user{n}@example.org", name="User {n}")
    many.add(manager, name="Gone {n}", user_id=None, left_on=DAY)
    many.add(manager, name="Member {n}", user_id=None, agency_id=many.either(council))
    either = many.either(manager)
    many.add(RoleGrant.objects.get(pk=many.scenario.examples["role"]), member_id=either, area="E{n:08}", agency_id=None)
    many.add(many.example(Token, "token"), member_id=either, digest="{n}", title="Token {n}")
    appointments = many.add(many.example(Appointment, "appointment"), member_id=either)
    many.join("agencies", appointments, [council, agencies[0]])
    many.add(many.example(Officer, "officer"), member_id=either, ended_on=date(2025, 1, 1))
    many.add(Partnership(name="", slug="", above=None), name="Partnership {n}", slug="partnership-{n}")


def _plan(many: Many) -> None:
    place, manager = many.place, many.scenario.people["manager"]
    priority = many.example(Priority, "priority")
    agencies = many.added[Agency]
    many.add(Aim.objects.filter(partnership=place).first(), title="Aim {n}")
    issues = many.add(CrossCuttingIssue(partnership=place), title="Issue {n}")
    many.add(Plan.objects.get(pk=priority.plan_id), starts_on=lambda n: date(2000, 1, 1) + timedelta(days=n))
    priorities = many.add(priority, title="Priority {n}", lead_id=many.either(manager))
    many.join("issues", [priority, *priorities], issues[:3])
    many.join("replaces", priorities, [priority])
    objective, of_priority = many.example(Objective, "objective"), many.either(priority)
    objectives = many.add(objective, title="Objective {n}", priority_id=of_priority)
    many.join("agencies", objectives, agencies[:2])
    measure = ObjectiveMeasure.objects.filter(objective=objective).first()
    many.add(measure, objective_id=many.each(Objective))
    action, owned = many.example(Action, "action"), many.either(manager, is_odd=True)
    stuck = {"status": "stuck", "blocker": "No hall is free.", "escalated_on": DAY, "escalated_to": "the board"}
    for said in ({}, {"due_on": ago}, stuck, {"status": "done", "done_on": today()}):
        many.add(action, title="Action {n}", priority_id=of_priority, owner_id=owned, **said)
    of_action = many.either(action)
    many.add(
        ProgressNote(partnership=place, status="going", author="Owner", said_on=today()),
        action_id=of_action,
        text="Note {n}",
    )
    many.add(many.example(ActionLink, "link"), action_id=of_action)
    many.add(many.example(Edition, "edition"), title="Edition {n}")
    strategies = many.add(many.example(Strategy, "strategy"), title="Strategy {n}", refresh_due_on=ago)
    many.join("priorities", strategies, [priority, priorities[0]])
    many.add(PolicePriority(partnership=place, plan_title="Police and Crime Plan"), title="Theirs {n}")
    alignment = Alignment(partnership=place, priority=priority, strength="close")
    many.add(alignment, police_priority_id=many.each(PolicePriority))
    many.add(alignment, police_priority_id=many.each(PolicePriority), priority_id=many.each(Priority))


def _activity(many: Many) -> None:
    place, council = many.place, many.scenario.agencies["Exampleshire Council"]
    scheme, figure = many.example(Activity, "activity"), many.example(ActivityFigure, "figure")
    agency, day = many.either(council), {"first_on": today(), "last_on": today()}
    for kind, item in (("training", "booked"), ("daha", None), ("safe-places", "trained")):
        like = Activity(partnership=place, kind=kind, agency=council, started_on=DAY, funding_ends_on=today())
        many.add(like, title=f"{kind} {{n}}", agency_id=agency)
        if item:
            many.add(figure, activity_id=many.either(scheme), of_agency_id=agency, item=item, **day)
    many.add(figure, **day)
    many.add(many.example(Site, "site"), activity_id=many.either(scheme), name="Venue {n}")
    standard = many.example(Standard, "standard")
    many.add(standard, activity_id=many.either(scheme), position=lambda n: 100 + n, due_on=ago)


def _registers(many: Many) -> None:
    manager, council = many.scenario.people["manager"], many.scenario.agencies["Exampleshire Council"]
    agency, owner = many.either(council), many.either(manager)
    own = {"agency_id": agency, "owner_id": owner}
    grant, risk = many.example(Grant, "grant"), many.example(Risk, "risk")
    many.add(grant, title="Grant {n}", ends_on=date(2030, 3, 31), **own)
    of_grant = many.either(grant)
    many.add(many.example(Dependent, "dependent"), grant_id=of_grant, title="Post {n}", agency_id=agency)
    many.add(risk, title="Risk {n}", grant_id=of_grant, **own)
    many.add(RiskScore.objects.filter(risk=risk).first(), risk_id=many.either(risk))
    many.add(many.example(Saving, "saving"), title="Saving {n}", agency_id=agency)
    many.add(many.example(HorizonItem, "coming"), title="Act {n}", **own)


def _board(many: Many) -> None:
    place, manager, council = (
        many.place,
        many.scenario.people["manager"],
        many.scenario.agencies["Exampleshire Council"],
    )
    board, meeting, item = (
        many.example(Group, "group"),
        many.example(Meeting, "meeting"),
        many.example(AgendaItem, "agenda_item"),
    )
    many.add(board, name="Closed {n}", kind="forum", closed_on=DAY)
    many.add(board, name="Group {n}", kind="forum", reports_to_id=board.pk, led_by_id=many.either(council))
    many.add(Cadence.objects.get(group=board), group_id=many.each(Group))
    many.add(Hat.objects.get(group=board), group_id=many.each(Group))
    seated, sat_in = many.either(manager), many.either(board, is_odd=True)
    seat = many.example(Seat, "seat")
    many.add(seat, group_id=sat_in, member_id=seated)
    for status, published in (("held", today()), ("planned", None)):
        many.add(
            meeting,
            group_id=sat_in,
            status=status,
            held_on=lambda n, status=status: ago(n + 40) if status == "held" else today() + timedelta(days=n),
            minutes="Minutes {n}",
            minutes_published_on=published,
        )
    of_meeting = many.either(meeting)
    many.add(item, meeting_id=of_meeting, title="Item {n}")
    of_item = many.either(item)
    many.add(many.example(Paper, "paper"), item_id=of_item, name="paper{n}.pdf")
    many.add(many.example(Decision, "decision"), meeting_id=of_meeting, item_id=of_item, text="Decision {n}")
    given = many.example(MeetingAction, "meeting_action")
    many.add(given, meeting_id=of_meeting, item_id=of_item, text="Task {n}", owner_id=many.either(manager))
    many.add(
        Attendance(partnership=place, agency=council, status="present"),
        meeting_id=of_meeting,
        member_id=many.each(Member),
    )
    proof = DutyProof(partnership=place, duty="strategies", what="Approved", done_on=DAY)
    many.add(proof, subject="Strategy {n}")
    many.add(proof, duty="annual-scrutiny")
    many.add(many.example(FeedAddress, "address"), digest="{n}", member_id=many.either(manager))


def _scrutiny(many: Many) -> None:
    council = many.scenario.agencies["Exampleshire Council"]
    of_meeting = many.either(many.example(Meeting, "meeting"))
    for answered in ({}, {"answer": "accepted", "response": "Yes.", "responded_on": today()}):
        recommendation = many.example(Recommendation, "recommendation")
        many.add(recommendation, text="Say {n}", meeting_id=of_meeting, addressee_id=many.either(council), **answered)
    many.add(many.example(InformationRequest, "information_request"), what="Figure {n}")
    many.add(many.example(Referral, "referral"), matter="Matter {n}")


def _about_records(many: Many) -> None:
    """Comments, ties and the audit of the example's records and of those that were added."""
    place, manager, person = many.place, many.scenario.people["manager"], many.scenario.people["reader"]
    comment = many.example(Comment, "comment")
    many.add(comment, text="Comment {n}", author_id=many.either(manager), subject_id=many.either(person))
    many.add(Mention(partnership=place, member=manager), comment_id=many.each(Comment))
    follow = Follow(partnership=place, member=manager, subject_kind="accounts.member", read_at=None)
    many.add(follow, subject_id=many.each(Member), subject_name="Member {n}", read_at=manager.created_at)
    _ties(many)
    _entries(many, person)


def _ties(many: Many) -> None:
    """Records of other rooms that serve the example's priority, and the example's records, which serve all."""
    priority = many.example(Priority, "priority")
    for name, model in (("activity", Activity), ("grant", Grant), ("risk", Risk)):
        tie = Tie(partnership=many.place, subject_kind=model._meta.label_lower, target_kind="priority", target_name="x")
        many.add(tie, subject_id=many.each(model), target_id=priority.pk, is_first=True)
        many.add(tie, subject_id=many.scenario.examples[name], target_id=many.each(Priority))


def _entries(many: Many, person: Member) -> None:
    """Entries as the audit has them, without their chain: no page reads it."""
    newest, members = AuditEntry.objects.order_by("-number").first(), many.added[Member]
    held = {field.attname: getattr(newest, field.attname) for field in AuditEntry._meta.concrete_fields}
    about = {"partnership_id": many.place.pk, "kind": "accounts.member", "actor_id": uuid4()}
    for place, member in enumerate(members):
        record_id = person.pk if place % 2 else member.pk
        AuditEntry(**{**held, **about, "number": newest.number + place + 1, "record_id": record_id}).save()
