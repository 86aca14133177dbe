"""What scrutiny recommends and asks for, as lists and one by one."""

from datetime import date

from wardmote.web.core.actors import Actor
from wardmote.web.core.components import Cell, Fact, Link
from wardmote.web.core.lists import Choice, Column, Listing
from wardmote.web.core.wording import plain_day, sentence_case
from wardmote.web.governance.models import InformationRequest, Recommendation, Referral
from wardmote.web.governance.presenters.addresses import may_link, to
from wardmote.web.governance.presenters.page import Page, Section
from wardmote.web.governance.rules.deadlines import Deadlines


def due_words(due: date | None, answered: date | None, *, on: date) -> str:
    """By when, and whether that was kept."""
    if due is None:
        return "no date is set"
    if answered:
        return f"{plain_day(due)}: {'answered in time' if answered <= due else f'answered {(answered - due).days} days late'}"
    left = (due - on).days
    if left < 0:
        return f"{plain_day(due)}: {-left} days overdue"
    return f"{plain_day(due)}: {left} days left" if left else f"{plain_day(due)}: today"


def _answered(field: str, words: str = "Answered") -> Choice:
    return Choice(
        "state",
        "State",
        (("waiting", "Waiting", {field: None}), ("answered", words, {f"{field}__isnull": False})),
    )


def recommendation_listing(actor: Actor, deadlines: Deadlines, *, on: date) -> Listing[Recommendation]:
    """Every recommendation, with where it goes and when its answer is due."""

    def due(one: Recommendation) -> Cell:
        return Cell(due_words(deadlines.due("recommendations", one.received_on), one.responded_on, on=on))

    return Listing(
        name="recommendations",
        noun="recommendation",
        nouns="recommendations",
        order="-received",
        searched=("text", "response"),
        choices=(_answered("responded_on"),),
        columns=(
            Column("text", "Recommendation", lambda one: Cell(one.text, href=to(actor, "recommendation", one.pk))),
            Column("received", "Received", lambda one: Cell(plain_day(one.received_on)), sort="received_on"),
            Column("route", "Goes to", lambda one: Cell(sentence_case(one.route))),
            Column("due", "Answer due by", due),
            Column("answer", "How it was taken", lambda one: Cell(sentence_case(one.get_answer_display()))),
        ),
    )


def request_listing(actor: Actor, deadlines: Deadlines, *, on: date) -> Listing[InformationRequest]:
    """Every request for information."""

    def due(one: InformationRequest) -> Cell:
        return Cell(due_words(one.wanted_by or deadlines.due("requests", one.received_on), one.answered_on, on=on))

    return Listing(
        name="requests",
        noun="request",
        nouns="requests",
        order="-received",
        searched=("what",),
        choices=(_answered("answered_on"),),
        columns=(
            Column("what", "What is asked for", lambda one: Cell(one.what, href=to(actor, "request", one.pk))),
            Column("received", "Received", lambda one: Cell(plain_day(one.received_on)), sort="received_on"),
            Column("due", "Answer due by", due),
            Column("withheld", "Withheld", lambda one: Cell(one.withheld)),
        ),
    )


def referral_listing(actor: Actor, deadlines: Deadlines, *, on: date) -> Listing[Referral]:
    """Every matter that a councillor referred."""

    def due(one: Referral) -> Cell:
        return Cell(due_words(deadlines.due("referrals", one.received_on), one.considered_on, on=on))

    return Listing(
        name="referrals",
        noun="referral",
        nouns="referrals",
        order="-received",
        searched=("ward", "matter"),
        choices=(_answered("considered_on", "Considered"),),
        columns=(
            Column("matter", "Matter", lambda one: Cell(one.matter, href=to(actor, "referral", one.pk))),
            Column("ward", "Ward", lambda one: Cell(one.ward), sort="ward"),
            Column("received", "Referred", lambda one: Cell(plain_day(one.received_on)), sort="received_on"),
            Column("due", "Consider by", due),
            Column("letter", "Letter sent", lambda one: Cell(plain_day(one.letter_on) if one.letter_on else "")),
        ),
    )


def recommendation_page(one: Recommendation, actor: Actor, deadlines: Deadlines, *, on: date) -> Page:
    """One recommendation, its response and its review."""
    due = deadlines.due("recommendations", one.received_on)
    buttons: tuple[Link, ...] = ()
    if one.responded_on is None:
        buttons = may_link(actor, "scrutiny.answer", "Answer it", "recommendation-answer", one.pk)
    elif one.reviewed_on is None:
        buttons = may_link(actor, "scrutiny.change", "Record the committee’s review", "recommendation-review", one.pk)
    facts = (
        Fact("Recommended", one.text),
        Fact("Received", plain_day(one.received_on)),
        Fact("Made at", str(one.meeting) if one.meeting else "not said"),
        Fact("Goes to", sentence_case(one.route)),
        Fact("Answer due by", due_words(due, one.responded_on, on=on)),
    )
    return Page(
        heading="Recommendation of scrutiny",
        lead=_due_lead(due, one.responded_on, on=on),
        sections=(
            Section("What is recommended", facts=facts),
            Section("Response", facts=_response_facts(one), empty="It has not been answered."),
            Section("Review by the committee", facts=_review_facts(one), empty="It has not been reviewed."),
        ),
        buttons=(*buttons, Link("History", to(actor, "history", one.pk))),
        back=Link("Recommendations", to(actor, "scrutiny")),
    )


def _due_lead(due: date | None, answered: date | None, *, on: date) -> str:
    if answered:
        return f"Answered on {plain_day(answered)}."
    if due is None:
        return "Waiting for an answer."
    return f"Waiting for an answer, which {'is' if due >= on else 'was'} due by {plain_day(due)}."


def _response_facts(one: Recommendation) -> tuple[Fact, ...]:
    if one.responded_on is None:
        return ()
    return (
        Fact("How it was taken", sentence_case(one.get_answer_display())),
        Fact("Response", one.response),
        Fact("Answered on", plain_day(one.responded_on)),
    )


def _review_facts(one: Recommendation) -> tuple[Fact, ...]:
    return (Fact("Reviewed on", plain_day(one.reviewed_on)), Fact("Found", one.review)) if one.reviewed_on else ()


def request_page(one: InformationRequest, actor: Actor, deadlines: Deadlines, *, on: date) -> Page:
    """One request for information."""
    due = one.wanted_by or deadlines.due("requests", one.received_on)
    facts = (
        Fact("Asked for", one.what),
        Fact("Received", plain_day(one.received_on)),
        Fact("Answer due by", due_words(due, one.answered_on, on=on)),
        Fact("Points to no person", "Yes" if one.is_depersonalised else "Not confirmed"),
        Fact("Withheld", one.withheld or "Nothing"),
    )
    answer = () if one.answered_on else may_link(actor, "scrutiny.answer", "Answer it", "request-answer", one.pk)
    return Page(
        heading="Request for information",
        lead=_due_lead(due, one.answered_on, on=on),
        sections=(Section("The request", facts=facts),),
        buttons=(*answer, Link("History", to(actor, "history", one.pk))),
        back=Link("Requests", to(actor, "requests")),
    )


def referral_page(one: Referral, actor: Actor, deadlines: Deadlines, *, on: date) -> Page:
    """One referral, and the letter that tells the councillor what was decided."""
    due = deadlines.due("referrals", one.received_on)
    facts = (
        Fact("Referred by", f"Councillor {one.councillor}, {one.ward}, for {one.get_raised_by_display()}"),
        Fact("Matter", one.matter),
        Fact("Referred on", plain_day(one.received_on)),
        Fact("Consider by", due_words(due, one.considered_on, on=on)),
        Fact("Decided", one.outcome or "Not yet"),
        Fact("Letter sent", plain_day(one.letter_on) if one.letter_on else "Not yet"),
    )
    settle = (
        () if one.letter_on else may_link(actor, "scrutiny.change", "Record the decision", "referral-settle", one.pk)
    )
    return Page(
        heading=f"Referral from {one.ward}",
        lead=f"Considered on {plain_day(one.considered_on)}." if one.considered_on else "Waiting to be considered.",
        sections=(
            Section("The matter", facts=facts),
            Section("Letter to the councillor", text=letter(one, actor) if one.considered_on else "", empty=_NO_LETTER),
        ),
        buttons=(*settle, Link("History", to(actor, "history", one.pk))),
        back=Link("Referrals", to(actor, "referrals")),
    )


_NO_LETTER = "Its words stand here once the committee has decided."


def letter(one: Referral, actor: Actor) -> str:
    """The letter, to be copied: what was referred, what was decided, and why."""
    assert one.considered_on is not None
    return (
        f"Dear Councillor {one.councillor}\n\n"
        f"On {plain_day(one.received_on)} you referred a local crime and disorder matter in {one.ward} to the crime and "
        f"disorder committee, for {one.get_raised_by_display()}:\n\n{one.matter}\n\n"
        f"The committee considered it on {plain_day(one.considered_on)} and decided:\n\n{one.outcome}\n\n"
        f"For the {actor.partnership} partnership"
    )
