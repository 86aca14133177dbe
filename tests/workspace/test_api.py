"""The REST API: what it does, what it never says, and that nobody overwrites what another changed meanwhile."""

import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from web.pages import words
from workspace.examples.governance import PDF

from wardmote.web.accounts.models import Member, Token
from wardmote.web.core.api.offers import Asks, Lists
from wardmote.web.core.api.openapi import all_operations
from wardmote.web.core.api.records import readable_fields
from wardmote.web.core.models import AuditEntry
from wardmote.web.governance.models import Paper
from wardmote.web.risks.models import Grant

API = "/api/v1/p/exampleshire"
GRANT = {
    "title": "Safer Streets",
    "funder": "Home Office",
    "amount": "1000.50",
    "conditions": "Lighting only.",
    "started_on": "2026-04-01",
    "ends_on": "2027-03-31",
}


def send(program, address, given, **headers):
    return program.post(address, json.dumps(given), content_type="application/json", headers=headers)


def add_grant(scenario, **more):
    given = {**GRANT, "agency": str(scenario.agencies["Exampleshire Council"].pk), **more}
    return send(scenario.program("manager"), f"{API}/money/grants/add/", given)


@pytest.fixture
def grant(scenario):
    """The address of a grant that a program has added."""
    return f"/api/v1{add_grant(scenario).json()['page']}"


@pytest.mark.parametrize("address", ["nowhere/", "p/exampleshire/risks/%0A/", "p/%0A/plan/", "%0A"])
def test_an_address_that_is_no_operation_is_answered_as_all_else(scenario, address):
    answer = scenario.program("manager").get(f"/api/v1/{address}")

    assert (answer.status_code, answer.headers["Content-Type"]) == (404, "application/json")
    assert "GET /api/v1/openapi.json lists all" in answer.json()["detail"]


class TestMaking:
    def test_a_form_is_described_with_the_choices_of_whoever_asks(self, scenario):
        asked = scenario.program("manager").get(f"{API}/money/grants/add/").json()

        assert asked["fields"]["amount"]["is_required"] is True
        agencies = {one["text"] for one in asked["fields"]["agency"]["choices"]}
        assert agencies == {"Exampleshire Council", "Exampleshire Police"}

    def test_a_program_adds_what_a_person_would(self, scenario):
        answer = add_grant(scenario)

        (made,) = answer.json()["done"]
        assert Grant.objects.get(pk=made["id"]).amount == pytest.approx(1000.5)
        entry = AuditEntry.objects.order_by("-number").first()
        assert (entry.way, str(entry.record_id)) == ("token", made["id"])

    def test_each_field_that_is_wrong_is_named(self, scenario):
        answer = add_grant(scenario, amount="much", ends_on="2020-01-01x", title="")

        assert answer.status_code == 422
        assert set(answer.json()["fields"]) == {"amount", "ends_on", "title"}
        assert answer.json()["fields"]["title"] == ["Grant is missing"]

    def test_a_field_that_there_is_not_is_named_with_the_nearest(self, scenario):
        answer = add_grant(scenario, condition="x")

        assert answer.json()["fields"] == {
            "condition": ["There is no field of this name here; did you mean “conditions”?"]
        }

    def test_another_partnership_s_agency_cannot_be_chosen(self, scenario):
        answer = add_grant(scenario, agency=str(scenario.agencies["Elsewhere Council"].pk))

        assert answer.status_code == 422

    def test_a_file_is_sent_as_a_browser_sends_it(self, scenario):
        address = f"{API}/items/{scenario.examples['agenda_item']}/papers/add/"

        answer = scenario.program("manager").post(address, {"file": SimpleUploadedFile("note.pdf", PDF)})

        (made,) = answer.json()["done"]
        paper = Paper.objects.get(pk=made["id"])
        assert scenario.program("reader").get(f"{API}/papers/{paper.pk}/").content == PDF
        assert paper.page_count == 2


class TestChanging:
    def test_what_is_left_out_stays(self, scenario, grant):
        seen = scenario.program("manager").get(f"{grant}change/").headers["ETag"]

        answer = send(scenario.program("manager"), f"{grant}change/", {"title": "Safer Streets 5"}, if_match=seen)

        fields = scenario.program("manager").get(grant).json()["fields"]
        assert answer.status_code == 200
        assert (fields["title"], fields["funder"], fields["amount"]) == ("Safer Streets 5", "Home Office", "1000.50")

    def test_a_change_says_which_version_it_saw(self, scenario, grant):
        assert send(scenario.program("manager"), f"{grant}change/", {"title": "x"}).status_code == 428

    def test_nobody_overwrites_what_another_changed_meanwhile(self, scenario, grant):
        program = scenario.program("manager")
        seen = program.get(grant).headers["ETag"]
        send(program, f"{grant}change/", {"title": "First"}, if_match=seen)

        answer = send(program, f"{grant}change/", {"title": "Second"}, if_match=seen)

        assert answer.status_code == 412
        assert answer.json()["detail"].startswith("Manager changed this on")
        assert program.get(grant).json()["fields"]["title"] == "First"

    def test_a_star_replaces_whatever_stands_there(self, scenario, grant):
        assert send(scenario.program("manager"), f"{grant}change/", {"title": "x"}, if_match="*").status_code == 200

    def test_a_person_is_told_too_and_keeps_what_they_typed(self, scenario, grant):
        browser, page = scenario.browser("manager"), f"{grant.removeprefix('/api/v1')}change/"
        seen = browser.get(page).text.split('name="version" value="')[1].split('"')[0]
        send(scenario.program("manager"), f"{grant}change/", {"title": "First"}, if_match="*")
        typed = {**GRANT, "title": "Second", "state": "secured", "agency": scenario.agencies["Exampleshire Council"].pk}

        told = browser.post(page, {**typed, "version": seen})
        again = told.text.split('name="version" value="')[1].split('"')[0]

        assert told.status_code == 400
        assert "Manager changed this on" in words(told)
        assert 'value="Second"' in told.text
        assert browser.post(page, {**typed, "version": again}).status_code == 302


class TestReading:
    def test_a_list_is_narrowed_and_sorted_as_on_its_page(self, scenario, grant):
        program = scenario.program("reader")

        found = program.get(f"{API}/money/grants/?sort=-title&size=1").json()

        assert (found["count"], found["pages"], len(found["rows"])) == (2, 2, 1)
        assert found["rows"][0]["shown"]["title"] == "Serious violence grant"
        assert "title" in found["sorts"]

    @pytest.mark.parametrize("asked", ["page=0", "size=501", "size=x", "sort=password", "stat=open"])
    def test_what_a_list_cannot_be_asked_by_is_said(self, scenario, asked):
        answer = scenario.program("reader").get(f"{API}/money/grants/?{asked}")

        assert answer.status_code == 400
        assert answer.json()["detail"]

    def test_what_belongs_to_a_record_comes_with_it(self, scenario):
        read = scenario.program("reader").get(f"{API}/money/grants/{scenario.examples['grant']}/").json()

        assert [one["fields"]["title"] for one in read["parts"]["dependents"]] == ["Knife crime worker"]

    @pytest.mark.parametrize("model", [Member, Token], ids=lambda one: one.__name__)
    def test_no_secret_and_nothing_personal_is_a_field(self, model):
        assert not set(readable_fields(model)) & {*model.SECRET, *model.PERSONAL}

    def test_an_address_of_a_person_is_read_nowhere(self, scenario):
        for one in all_operations():
            if isinstance(one.offer, Lists) and one.access.who == "member" and "<uuid:" not in one.route:
                asked = f"/api/v1/{one.route}".replace("<slug:partnership>", "exampleshire")
                assert "@" not in scenario.program("reader").get(asked).text


class TestDescription:
    def test_it_needs_no_token(self, client):
        described = client.get("/api/v1/openapi.json", headers={"host": "127.0.0.1"}).json()

        assert described["openapi"] == "3.1.0"

    def test_an_operation_that_there_is_not_is_said_in_a_sentence(self, scenario):
        answer = scenario.program("manager").get(f"{API}/nowhere/")

        assert (answer.status_code, answer.json()["detail"][:27]) == (404, "There is no operation at th")

    @pytest.mark.parametrize(
        "operation", [one for one in all_operations() if isinstance(one.offer, Asks)], ids=lambda one: one.name
    )
    def test_the_description_names_every_field_and_whether_a_version_is_needed(self, scenario, operation):
        if operation.access.who != "member" or operation.name == "undo":
            return
        address = re.sub(r"<(?:\w+:)?(\w+)>", lambda part: str(scenario.examples[part[1]]), operation.route)
        answer = scenario.program("manager").get(f"/api/v1/{address}")
        named = set(operation.offer.form.described())

        assert set(answer.json()["fields"]) <= named or operation.offer.form.asks_more
        # Whatever else is read has an ETag too, which says only whether it was read before.
        assert bool(re.fullmatch(r'"\d+"', answer.headers["ETag"])) is operation.offer.is_correction


def council_partnership(scenario):
    return scenario.partnerships["Exampleshire"]
