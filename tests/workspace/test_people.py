"""People, agencies, officers and tokens, as members see and change them."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from web.pages import words

from wardmote.web.accounts.actions.appointments import appoint
from wardmote.web.accounts.actions.officers import elect
from wardmote.web.accounts.models import Member, Officer, Partnership, Token

PEOPLE = "/p/exampleshire/people/"


def test_a_manager_adds_a_person(scenario):
    answer = scenario.browser("manager").post(
        f"{PEOPLE}add/", {"name": "Ada Clerk", "agency": scenario.agencies["Exampleshire Police"].pk}, follow=True
    )

    assert "Ada Clerk" in words(answer)
    assert "No: they have no account" in words(answer)


def test_what_was_typed_is_kept_when_something_is_wrong(scenario):
    answer = scenario.browser("manager").post(f"{PEOPLE}add/", {"name": "Ada Clerk", "email": "no address"})

    assert answer.status_code == 400
    assert "There is a problem" in words(answer)
    assert "Agency is missing" in words(answer)
    assert 'value="Ada Clerk"' in answer.text
    assert not Member.objects.filter(name="Ada Clerk").exists()


def test_another_partnership_s_agency_cannot_be_chosen(scenario):
    answer = scenario.browser("manager").post(
        f"{PEOPLE}add/", {"name": "Ada", "agency": scenario.agencies["Elsewhere Council"].pk}
    )

    assert answer.status_code == 400
    assert "Select a valid choice" in words(answer)


def test_a_role_is_given_for_one_agency(scenario):
    reader = scenario.people["reader"]

    answer = scenario.browser("manager").post(
        f"{PEOPLE}{reader.pk}/role/",
        {"role": "action-owner", "agency": scenario.agencies["Exampleshire Police"].pk},
        follow=True,
    )

    assert "action owner for Exampleshire Police" in words(answer)


def test_the_same_role_is_not_given_twice(scenario):
    answer = scenario.browser("manager").post(f"{PEOPLE}{scenario.people['reader'].pk}/role/", {"role": "reader"})

    assert answer.status_code == 400
    assert "There is a problem" in words(answer)


def test_a_new_chair_ends_the_old_one_s_term_and_the_history_stays(scenario):
    manager, board = scenario.people["manager"], scenario.people["board"]

    elect(manager, by=scenario.actor("manager"), office="chair", started_on=date(2024, 4, 1))
    elect(board, by=scenario.actor("manager"), office="chair", started_on=date(2026, 1, 20))

    chairs = Officer.objects.filter(office="chair").order_by("started_on")
    terms = [(str(one.member), one.started_on.year, one.ended_on) for one in chairs]
    assert terms == [("Manager", 2024, date(2026, 1, 20)), ("Board", 2026, None)]
    assert "Board (Exampleshire Police) chairs." in words(scenario.browser("reader").get("/p/exampleshire/"))
    history = words(scenario.browser("reader").get("/p/exampleshire/officers/?office=chair"))
    assert "Manager Chair Exampleshire Council 1 April 2024 20 January 2026" in history


def test_one_person_can_speak_for_several_authorities(scenario):
    both = [scenario.agencies["Exampleshire Council"], scenario.agencies["Exampleshire Police"]]

    appointment = appoint(
        scenario.people["manager"], by=scenario.actor("manager"), agencies=both, started_on=date(2026, 4, 1)
    )

    assert set(appointment.agencies.all()) == set(both)


def test_a_term_cannot_end_before_it_starts(scenario):
    with pytest.raises(ValidationError, match="The last day cannot come before the first"):
        appoint(
            scenario.people["manager"],
            by=scenario.actor("manager"),
            agencies=[],
            started_on=date(2026, 4, 1),
            ended_on=date(2026, 3, 31),
        )


def test_nobody_is_their_own_deputy(scenario):
    first = appoint(scenario.people["manager"], by=scenario.actor("manager"), agencies=[], started_on=date(2026, 4, 1))

    with pytest.raises(ValidationError, match="their own deputy"):
        appoint(
            scenario.people["manager"],
            by=scenario.actor("manager"),
            agencies=[],
            started_on=date(2026, 4, 1),
            deputy_for=first,
        )


def test_a_pan_area_partnership_has_nothing_above_it(scenario):
    third = Partnership(name="Third", slug="third", above=scenario.partnerships["Exampleshire"])

    with pytest.raises(ValidationError, match="nothing above it"):
        third.full_clean()


def test_members_read_the_partnership_above_theirs_and_change_nothing_there(scenario):
    browser = scenario.browser("manager")

    assert browser.get("/p/pan-example/").status_code == 200
    assert browser.get("/p/pan-example/people/add/").status_code == 403
    assert scenario.browser("neighbour").get("/p/exampleshire/").status_code == 200
    assert scenario.browser("neighbour").get("/p/elsewhere/").status_code == 404


def test_a_token_is_shown_once_and_opens_what_its_role_may(scenario, client):
    browser = scenario.browser("manager")
    answer = browser.post(
        "/p/exampleshire/tokens/give/", {"title": "Monthly pull", "role": "reader", "expires_on": "31/12/2099"}
    )
    token = answer.text.split("<code>")[1].split("</code>")[0]
    program = {"authorization": f"Bearer {token}", "host": "127.0.0.1"}

    assert "Copy it now." in words(answer)
    assert client.get("/api/v1/p/exampleshire/people/", headers=program).status_code == 200
    assert token not in browser.get("/p/exampleshire/tokens/").text
    assert not Token.objects.filter(digest=token).exists()


def test_a_withdrawn_token_opens_nothing(scenario):
    token = Token.objects.get(member=scenario.people["reader"])
    scenario.browser("manager").post(f"/p/exampleshire/tokens/{token.pk}/withdraw/")

    assert scenario.program("reader").get("/api/v1/p/exampleshire/people/").status_code == 401


def test_a_token_past_its_last_day_opens_nothing(scenario):
    Token.objects.filter(member=scenario.people["reader"]).update(expires_on=date(2020, 1, 1))

    assert scenario.program("reader").get("/api/v1/p/exampleshire/people/").status_code == 401


def test_the_api_describes_itself(client):
    described = client.get("/api/v1/openapi.json", headers={"host": "127.0.0.1"}).json()

    assert "/api/v1/p/{partnership}/people/" in described["paths"]
