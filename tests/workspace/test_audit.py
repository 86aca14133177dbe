"""The audit: what it says, that nothing changes it, and that a break shows."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from web.pages import words

from wardmote.web.accounts.actions.people import add_member, end_membership, grant_role
from wardmote.web.accounts.models import Member
from wardmote.web.core.actions import action
from wardmote.web.core.actors import Refused
from wardmote.web.core.audit import first_break, is_sealed, newest, save_changes
from wardmote.web.core.models import AuditEntry, AuditHead
from wardmote.web.plans.actions.actions import change_action
from wardmote.web.plans.models import Action


def newest_entry():
    return AuditEntry.objects.order_by("-number").first()


def tamper(sql, *parameters):
    """As somebody would who can reach the database and takes the triggers off first."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER core_auditentry_no_update")
            cursor.execute("DROP TRIGGER core_auditentry_no_delete")
        else:
            cursor.execute("ALTER TABLE core_auditentry DISABLE TRIGGER ALL")
        cursor.execute(sql, parameters)


def test_an_entry_says_who_did_what_from_what_to_what(scenario):
    reader, manager = scenario.people["reader"], scenario.actor("manager")

    save_changes(reader, by=manager, doing="renamed a member", job_title="Clerk")

    entry = newest_entry()
    assert (entry.actor_name, entry.agency_name, entry.doing) == ("Manager", "Exampleshire Council", "renamed a member")
    assert (entry.kind, entry.record_id, entry.record_name) == ("accounts.member", reader.pk, "Reader")
    assert entry.changes == {"job_title": [None, "Clerk"]}


def test_the_chain_holds_as_it_is_written(scenario):
    assert first_break() is None
    assert newest() == (newest_entry().number, newest_entry().digest)


def test_an_entry_cannot_be_changed_through_the_models(scenario):
    entry = newest_entry()

    for change in (
        entry.save,
        entry.delete,
        AuditEntry.objects.all().delete,
        lambda: AuditEntry.objects.update(doing="nothing"),
        lambda: AuditEntry.objects.bulk_update([entry], ["doing"]),
    ):
        with pytest.raises(TypeError, match="audit"):
            change()


@pytest.mark.parametrize("sql", ["UPDATE core_auditentry SET doing = 'nothing'", "DELETE FROM core_auditentry"])
def test_the_database_itself_refuses_to_change_an_entry(scenario, sql):
    with pytest.raises(DatabaseError, match="only be added to"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


def test_a_changed_entry_is_found(scenario):
    tamper("UPDATE core_auditentry SET actor_name = 'Nobody' WHERE number = 3")

    assert first_break().sentence == "Entry 3 is not as it was written."


def test_a_missing_entry_is_found(scenario):
    tamper("DELETE FROM core_auditentry WHERE number = 3")

    assert first_break().sentence == "Entry 3 is missing."


def test_a_missing_end_is_found(scenario):
    number, _ = newest()
    tamper("DELETE FROM core_auditentry WHERE number = %s", number)

    assert first_break().sentence == f"Entries after {number - 1} are missing."


def test_a_chain_that_was_written_anew_is_found_by_the_seal(scenario):
    seal = "{}:{}".format(*newest())
    tamper("DELETE FROM core_auditentry")
    AuditHead.objects.update(number=0, digest="")

    assert first_break() is None
    assert not is_sealed(seal)


def test_an_audit_that_was_tampered_with_says_so_on_its_page(scenario):
    tamper("UPDATE core_auditentry SET actor_name = 'Nobody' WHERE number = 3")

    page = words(scenario.browser("manager").get("/p/exampleshire/audit/"))

    assert "The audit has been tampered with. Entry 3 is not as it was written." in page


def test_an_action_that_fails_leaves_neither_change_nor_entry(scenario):
    before = newest()

    with pytest.raises(ValidationError):
        add_member(by=scenario.actor("manager"), agency=scenario.agencies["Exampleshire Council"], name="")

    assert newest() == before


def test_an_action_without_an_entry_is_undone(scenario):
    @action("partnership.change")
    def rename_quietly(member, *, by):
        Member.objects.filter(pk=member.pk).update(name="Nobody")

    with pytest.raises(RuntimeError, match="rename_quietly left no entry in the audit"):
        rename_quietly(scenario.people["reader"], by=scenario.actor("manager"))

    assert Member.objects.get(pk=scenario.people["reader"].pk).name == "Reader"


def test_an_action_is_refused_to_whom_it_is_not_for(scenario):
    with pytest.raises(Refused, match="Only those who answer for it may do that"):
        grant_role(scenario.people["reader"], by=scenario.actor("reader"), role="partnership-manager")


def test_an_action_on_another_partnership_s_record_is_refused(scenario):
    with pytest.raises(Refused):
        grant_role(scenario.people["reader"], by=scenario.actor("outsider"), role="reader")


def test_history_shows_what_happened_to_one_record(scenario):
    save_changes(scenario.people["reader"], by=scenario.actor("manager"), doing="renamed a member", job_title="Clerk")

    page = words(scenario.browser("reader").get(f"/p/exampleshire/history/{scenario.people['reader'].pk}/"))

    assert "Renamed a member by Manager, Exampleshire Council" in page
    assert "Job title: Clerk" in page


def test_the_history_of_another_partnership_s_record_is_not_there(scenario):
    asked = f"/p/exampleshire/history/{scenario.people['outsider'].pk}/"

    assert scenario.browser("manager").get(asked).status_code == 404


def test_what_is_secret_never_reaches_the_audit(scenario):
    held = " ".join(str(entry.changes) for entry in AuditEntry.objects.all())

    assert "'digest': [None, 'set']" in held
    assert not any(token.removeprefix("wm_") in held for token in scenario.tokens.values())


def test_when_somebody_leaves_their_roles_end_and_are_remembered(scenario):
    member = scenario.people["reader"]
    end_membership(member, by=scenario.actor("manager"), on=date(2026, 3, 31))

    assert scenario.browser("reader").get("/p/exampleshire/").status_code == 404
    assert {entry.doing for entry in AuditEntry.objects.order_by("-number")[:2]} == {
        "ended a membership",
        "took away a role",
    }


def test_two_of_the_same_name_are_told_apart(scenario):
    by, council = scenario.actor("manager"), scenario.agencies["Exampleshire Council"]
    first, second = (add_member(by=by, agency=council, name="Sam Sergeant") for _ in range(2))
    action = Action.objects.get(title="Visit every school")
    change_action(action, by=by, owner=first)

    change_action(action, by=by, owner=second)

    assert Action.objects.get(pk=action.pk).owner == second
    assert AuditEntry.objects.order_by("-number").first().changes == {"owner": ["Sam Sergeant", "Sam Sergeant"]}
