"""Undoing the last change of a record, and when that is refused."""

import pytest
from web.pages import words

from wardmote.web.accounts.actions.officers import elect
from wardmote.web.accounts.actions.people import change_member
from wardmote.web.accounts.models import Agency, Member
from wardmote.web.core.audit import first_break, save_changes
from wardmote.web.core.clock import today
from wardmote.web.core.models import AuditEntry
from wardmote.web.core.subjects import subject_of
from wardmote.web.core.undoing import CannotBeUndone, undo_last_change, undo_of


@pytest.fixture
def changed(scenario):
    """The reader, who is a clerk of the police since the last change."""
    member = Member.objects.get(pk=scenario.people["reader"].pk)
    police = scenario.agencies["Exampleshire Police"]
    values = {"name": "Reader", "agency": police, "email": "", "job_title": "Clerk"}
    return change_member(member, by=scenario.actor("manager"), **values)


def newest(record):
    return AuditEntry.objects.filter(record_id=record.pk).order_by("-number").first()


def address(record):
    return f"/p/exampleshire/history/{record.pk}/undo/"


def refusal(scenario, record, person="manager"):
    actor = scenario.actor(person)
    with pytest.raises(CannotBeUndone) as refused:
        undo_of(subject_of(actor, record.pk), by=actor)
    return refused.value.sentence


def test_the_last_change_goes_back_and_the_audit_says_so(scenario, changed):
    browser = scenario.browser("manager")
    asked = words(browser.get(address(changed)))

    page = words(browser.post(address(changed), {"entry": newest(changed).number}, follow=True))

    member = Member.objects.get(pk=changed.pk)
    assert "Agency: from “Exampleshire Police” back to “Exampleshire Council”" in asked
    assert (member.agency.name, member.email, member.job_title) == ("Exampleshire Council", "reader@example.org", "")
    assert "Undid: changed a person by Manager" in page
    assert first_break() is None


def test_what_was_undone_is_not_undone_again(scenario, changed):
    undo_last_change(
        subject_of(scenario.actor("manager"), changed.pk), by=scenario.actor("manager"), entry=newest(changed).number
    )

    assert "cannot be undone here" in refusal(scenario, changed)


def test_a_change_since_it_was_looked_at_is_refused(scenario, changed):
    old = newest(changed).number
    change_member(
        changed, by=scenario.actor("manager"), name="Reader", agency=changed.agency, email="", job_title="Head clerk"
    )

    answer = scenario.browser("manager").post(address(changed), {"entry": old})

    assert answer.status_code == 400
    assert "The record has been changed again since you looked." in words(answer)


@pytest.mark.parametrize("sent", ["", "x", "-1", "9" * 40, "²"])
def test_a_form_without_a_number_is_answered_in_a_sentence(scenario, changed, sent):
    assert scenario.browser("manager").post(address(changed), {"entry": sent}).status_code == 400


def test_whoever_may_not_make_a_change_may_not_undo_it(scenario, changed):
    assert "Only those who may make this change may undo it." in refusal(scenario, changed, "analyst")


def test_a_change_on_which_something_later_depends_stays(scenario, changed):
    elect(changed, by=scenario.actor("manager"), office="chair", started_on=today())

    assert "something was added that may depend on it: Reader, chair." in refusal(scenario, changed)


def test_a_change_that_its_room_does_not_list_stays(scenario, changed):
    save_changes(changed, by=scenario.actor("manager"), doing="ended a membership", job_title="Nothing")

    assert "cannot be undone here" in refusal(scenario, changed)


def test_where_the_audit_s_words_lead_to_no_one_record_nobody_guesses(scenario, changed):
    Member.objects.filter(pk=changed.pk).update(job_title="Somebody else’s doing")

    assert "Job title is no longer as the audit says." in refusal(scenario, changed)
    Agency.objects.filter(name="Exampleshire Council").update(name="Renamed")
    Member.objects.filter(pk=changed.pk).update(job_title="Clerk")
    assert "cannot be told from the audit without doubt" in refusal(scenario, changed)


def test_another_partnership_s_record_cannot_be_undone(scenario):
    assert scenario.browser("manager").get(address(scenario.people["outsider"])).status_code == 404
