"""Evidence over the API: figures as the pages show them, and files that a program loads."""

import json
import time
from datetime import date, datetime

import pytest
from django.test import Client
from web.test_routes import BOTH, FORMS

from wardmote.web.accounts.actions.installation import add_account, add_partnership, commander
from wardmote.web.accounts.actions.tokens import give_token
from wardmote.web.core.api.offers import Asks
from wardmote.web.core.api.openapi import all_operations

API = "/api/v1"


def program(role: str) -> Client:
    """A program of somebody in this role."""
    partnership = add_partnership(name="Smallshire")
    member = add_account(
        email="ann@smallshire.example",
        name="Ann",
        password="a long pass phrase",
        partnership=partnership,
        agency_name="Smallshire Council",
        agency_kind="council",
        role=role,
    )
    _, token = give_token(member, by=commander(partnership), title="Pull", role=role, expires_on=date(2099, 1, 1))
    return Client(headers={"host": "127.0.0.1", "authorization": f"Bearer {token}"})


class TestReading:
    @pytest.fixture
    def analyst(self, site):
        return program("analyst")

    def test_every_measure_is_told(self, analyst):
        assert "burglary" in {one["id"] for one in analyst.get(f"{API}/measures/").json()}

    def test_a_measure_is_the_promised_json(self, analyst):
        told = json.loads(analyst.get(f"{API}/measures/burglary/figures.json").content)

        assert {"series", "findings", "unit", "load", "notes"} <= set(told)

    def test_loads_say_what_was_kept_and_set_aside(self, analyst):
        loads = analyst.get(f"{API}/loads/").json()

        assert analyst.get(f"{API}/loads/{loads[0]['number']}/").json() == loads[0]
        assert {"name", "read", "kept", "set_aside"} == set(loads[0]["files"][0])
        assert datetime.fromisoformat(loads[0]["loaded_at"]).tzinfo is not None

    def test_quarters_have_their_reports(self, analyst):
        (newest, *_) = analyst.get(f"{API}/kpi/").json()

        assert newest["address"].startswith("/kpi/")
        assert analyst.get(f"{API}{newest['address']}kpi.exe").status_code == 404

    def test_somebody_unknown_reads_nothing(self, analyst):
        for address in ("measures/", "measures/burglary/figures.json", "loads/", "kpi/"):
            assert Client(headers={"host": "127.0.0.1"}).get(f"{API}/{address}").status_code == 401


class TestLoading:
    def test_a_reader_may_not_load(self, at):
        assert program("reader").post(f"{API}/loads/files/").status_code == 403

    def test_a_program_loads_a_file(self, at, tmp_path):
        analyst, file = program("analyst"), tmp_path / "nothing.txt"
        file.write_text("no table", encoding="utf-8")
        with file.open("rb") as sent:
            page = analyst.post(f"{API}/loads/files/", {"files": sent}).json()["page"]
        key = page.split("/")[3]

        (waiting,) = analyst.get(f"{API}/loads/files/{key}/").json()
        begun = analyst.post(f"{API}/loads/files/{key}/load/")

        assert (waiting["name"], waiting["number"]) == ("nothing.txt", 1)
        assert begun.json()["page"] == "/loads/under-way/"
        until = time.monotonic() + 60
        while not (told := analyst.get(f"{API}/loads/under-way/").json())["is_done"]:
            assert time.monotonic() < until
        assert len(told["left_out"]) == 1

    def test_no_file_is_said_in_a_sentence(self, at):
        answer = program("analyst").post(f"{API}/loads/files/")

        assert (answer.status_code, answer.json()["detail"][:18]) == (400, "No file was chosen")


# What is sent to a page of evidence and has no operation, each with the reason.
NO_OPERATION = {
    "decide-pairs": "that two records are of one person is for a human to confirm",
    "waiting-file": "how one file is read is chosen while looking at it; a card in the workspace says it for good",
    "waiting-columns": "what the columns of a new file are is said while looking at it; a card says it for good",
}


def test_every_form_of_evidence_has_its_operation():
    asks = {one.name for one in all_operations() if isinstance(one.offer, Asks) and one.access.who == "evidence"}

    assert asks | set(NO_OPERATION) == set(FORMS) | BOTH


def test_more_than_can_be_taken_is_said_as_json(site):
    answer = Client(headers={"host": "127.0.0.1"}).post(
        f"{API}/loads/files/", b"x", content_type="application/json", headers={"content-length": str(10**9)}
    )

    assert (answer.status_code, answer.headers["Content-Type"]) == (413, "application/json")
