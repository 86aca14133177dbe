"""The site before anybody has an account."""

import pytest
from django.test import Client, override_settings
from web.pages import words

from wardmote.evidence.workspace import Workspace


def test_while_nobody_has_an_account_the_partnership_s_pages_say_how_to_make_one(db):
    answer = Client(headers={"host": "127.0.0.1"}).get("/p/")

    assert answer.status_code == 404
    assert "wardmote account add EMAIL" in words(answer)


@pytest.mark.parametrize("address", ["/account/login/", "/account/password/reset/", "/account/2fa/authenticate/"])
def test_while_nobody_has_an_account_nobody_is_asked_to_sign_in(db, address):
    answer = Client(headers={"host": "127.0.0.1"}).get(address)

    assert answer.status_code == 404
    assert "wardmote account add EMAIL" in words(answer)


def test_venues_are_told_by_town_before_any_evidence_is_loaded(scenario, tmp_path):
    Workspace.create(tmp_path / "workspace", areas=("Exampleshire",))
    with override_settings(WARDMOTE_WORKSPACE=tmp_path / "workspace"):
        assert scenario.browser("manager").get("/p/exampleshire/activity/places/").status_code == 200
