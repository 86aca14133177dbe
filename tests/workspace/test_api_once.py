"""A request that is sent again under its key: done once, answered as it was, for a day, and nobody else is told."""

import json
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from workspace.examples.governance import PDF, pdf_of

from wardmote.web.accounts.models import RoleGrant, Token
from wardmote.web.core.api.offers import Asks
from wardmote.web.core.api.openapi import address_of, all_operations, description
from wardmote.web.core.clock import now, pretending
from wardmote.web.core.models import AuditEntry, KeptAnswer
from wardmote.web.governance.models import Paper
from wardmote.web.risks.models import HorizonItem

P = "/api/v1/p/exampleshire/"
ADD = f"{P}horizon/add/"
ACT = {"title": "A new Act", "pestelo": "legal", "effect": "New duties.", "source": "bills.parliament.uk"}


@pytest.fixture
def program(scenario):
    return scenario.program("manager")


def send(program, given, *, key, address=ADD, **headers):
    headers["idempotency-key"] = key
    return program.post(address, json.dumps(given), content_type="application/json", headers=headers)


def acts():
    return HorizonItem.objects.filter(source="bills.parliament.uk", effect="New duties.", agency=None).count()


def test_sent_again_it_is_not_done_again_and_is_answered_as_it_was(program):
    before, entries = acts(), AuditEntry.objects.count()

    first = send(program, ACT, key="a")
    made = AuditEntry.objects.count() - entries
    again = send(program, dict(reversed(ACT.items())), key="a")

    assert (first.status_code, again.status_code) == (200, 200)
    assert (again.json(), again.headers["Content-Type"]) == (first.json(), "application/json")
    assert (acts() - before, AuditEntry.objects.count() - entries) == (1, made)


def test_without_a_key_or_with_another_it_is_done_again(program):
    before = acts()

    send(program, ACT, key="a")
    send(program, ACT, key="b")
    send(program, ACT, key="")

    assert acts() - before == 3


@pytest.mark.parametrize("given", [{**ACT, "title": "Another"}, {}], ids=["other words", "nothing"])
def test_something_else_under_the_same_key_is_refused_in_a_sentence(program, given):
    send(program, ACT, key="a")
    before = acts()

    told = send(program, given, key="a")

    assert told.status_code == 422
    assert told.json()["detail"].startswith("Something else was sent with this Idempotency-Key on ")
    assert told.json()["detail"].endswith(" Take a new key for each request.")
    assert acts() == before


def test_the_same_key_for_another_record_is_something_else(scenario, program):
    addresses = [f"{P}people/{scenario.people[person].pk}/role/" for person in ("reader", "board")]

    statuses = [send(program, {"role": "analyst"}, key="a", address=one).status_code for one in addresses]

    assert statuses == [200, 422]


def test_what_was_refused_leaves_its_key_free(program):
    refused = send(program, {**ACT, "title": ""}, key="a")
    done = send(program, ACT, key="a")

    assert (refused.status_code, done.status_code) == (422, 200)
    assert KeptAnswer.objects.count() == 1


def test_after_a_day_the_key_is_free_again_and_the_answer_gone(program):
    before = acts()
    send(program, ACT, key="a")

    with pretending(now() + timedelta(hours=23)):
        send(program, ACT, key="a")
    kept = acts()
    with pretending(now() + timedelta(hours=25)):
        send(program, ACT, key="b")

    assert (kept - before, acts() - before) == (1, 2)
    assert KeptAnswer.objects.count() == 1


def test_a_key_is_one_token_s_own_and_one_operation_s(scenario, program):
    before = acts()
    first = send(program, ACT, key="a")

    other = send(scenario.program("coordinator"), ACT, key="a")
    asked = {"what": "Incidents by ward.", "received_on": "2026-01-05"}
    elsewhere = send(program, asked, key="a", address=f"{P}scrutiny/requests/add/")

    assert acts() - before == 2
    assert other.json()["page"] != first.json()["page"]
    assert elsewhere.status_code == 200


def test_whoever_may_not_any_more_is_not_told_what_was_done(scenario, program):
    send(program, ACT, key="a")
    RoleGrant.objects.filter(member=scenario.people["manager"]).delete()

    assert send(program, ACT, key="a").status_code == 403


def test_a_token_is_told_once_and_kept_nowhere(program):
    address = f"{P}tokens/give/"
    given = {"title": "Figures", "role": "reader", "expires_on": "2099-01-01"}
    before = Token.objects.count()

    first = send(program, given, key="a", address=address)
    again = send(program, given, key="a", address=address)

    assert first.json()["token"].startswith("wm_")
    assert again.status_code == 409
    assert again.json()["detail"].endswith("what it told is told once. Do not send it again.")
    assert Token.objects.count() - before == 1
    assert "wm_" not in "".join(KeptAnswer.objects.values_list("answer", flat=True))


def test_a_file_is_told_from_another_by_what_is_in_it(scenario, program):
    address = f"{P}items/{scenario.examples['agenda_item']}/papers/add/"
    before = Paper.objects.count()

    def post(content):
        file = SimpleUploadedFile("note.pdf", content)
        return program.post(address, {"file": file}, headers={"idempotency-key": "a"}).status_code

    statuses = [post(PDF), post(PDF), post(pdf_of("Another."))]

    assert statuses == [200, 200, 422]
    assert Paper.objects.count() - before == 1


def test_a_correction_that_was_made_is_not_told_to_have_come_too_late(scenario, program):
    address = f"{P}horizon/{scenario.examples['coming']}/change/"
    seen = program.get(address).headers["ETag"]

    statuses = [send(program, {"effect": "More duties."}, key="a", address=address, if_match=seen) for _ in range(2)]

    assert [one.status_code for one in statuses] == [200, 200]
    assert send(program, {"effect": "Less."}, key="b", address=address, if_match=seen).status_code == 412


def test_a_key_that_is_too_long_is_said(program):
    told = send(program, ACT, key="a" * 201)

    assert told.status_code == 400
    assert "The Idempotency-Key is too long" in told.json()["detail"]


def test_two_at_the_same_moment_cannot_both_keep_an_answer(program):
    send(program, ACT, key="a")
    kept = KeptAnswer.objects.get()

    with pytest.raises(IntegrityError), transaction.atomic():
        KeptAnswer(key_digest=kept.key_digest, request_digest="").save(force_insert=True)


def test_reading_takes_no_notice_of_a_key(program):
    assert program.get(ADD, headers={"idempotency-key": "a"}).status_code == 200
    assert not KeptAnswer.objects.exists()


def test_each_operation_that_does_something_is_described_with_it():
    for one in all_operations():
        methods = description()["paths"][address_of(one)]
        headers = {name: [part["name"] for part in of["parameters"]] for name, of in methods.items()}
        assert [name for name, held in headers.items() if "Idempotency-Key" in held] == (
            ["post"] if isinstance(one.offer, Asks) else []
        )
