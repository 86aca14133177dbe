"""The register of routes: whatever is not listed is refused, and each listed route answers exactly whom it says.

Each is tried by a member whose role may, by a colleague of another agency, by an outsider and by somebody unknown; in a
browser and, for the API, by a program.
"""

import re

import pytest
from django.urls import get_resolver, reverse

from wardmote.web.accounts.gate import API
from wardmote.web.accounts.rules.roles import ROLES
from wardmote.web.core.api.offers import Asks
from wardmote.web.core.api.openapi import all_operations
from wardmote.web.core.api.problems import API as ROOT
from wardmote.web.core.routes import all_routes

PERMISSIONS = frozenset().union(*(role.may for role in ROLES.values()))
ROUTES = all_routes()
OF_MEMBERS = sorted(name for name, access in ROUTES.items() if access.who == "member")
OF_SIGNED_IN = sorted(name for name, access in ROUTES.items() if access.who in {"signed in", "administrator"})
REFUSED = {403, 404}


def patterns(resolver, prefix=""):
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns"):
            space = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from patterns(pattern, prefix + space)
        else:
            yield prefix + (pattern.name or ""), str(pattern.pattern)


def address(scenario, name):
    for candidate in get_resolver().reverse_dict.getlist(name):
        _, needed = candidate[0][0]
        return reverse(name, kwargs={key: scenario.examples[key] for key in needed})
    return reverse(name)


def test_every_route_is_listed():
    names = {name for name, _ in patterns(get_resolver()) if name and not name.startswith(API)}

    assert names == set(ROUTES), "List it in routes.py beside the room's urls.py."


# What is sent to a page and is no form of a partnership's record; each with the reason.
NO_OPERATION = {
    "for-you": "it only says that a person has looked",
}


@pytest.mark.parametrize("name", OF_MEMBERS)
def test_every_form_has_its_operation(scenario, name):
    answers_a_form = scenario.browser("manager").post(address(scenario, name)).status_code != 405

    asks = {one.name for one in all_operations() if isinstance(one.offer, Asks)}

    assert (name in asks) is (answers_a_form and name not in NO_OPERATION)


def test_a_route_that_is_in_no_register_is_refused(scenario):
    # allauth keeps a few old addresses that have no name, and so none in the register.
    assert [name for name, _ in patterns(get_resolver())].count("") == 4
    assert scenario.browser("manager").get("/account/social/connections/").status_code == 403


@pytest.mark.parametrize("name", OF_MEMBERS)
def test_a_page_of_a_partnership_names_it_in_its_address(name):
    found = [pattern for listed, pattern in patterns(get_resolver()) if listed == name]

    assert [pattern for pattern in found if not pattern.startswith("p/<slug:partnership>/")] == []


def test_every_permission_that_a_route_needs_is_some_role_s():
    assert {access.permission for access in ROUTES.values() if access.permission} <= PERMISSIONS


@pytest.mark.parametrize("name", OF_MEMBERS)
def test_a_page_answers_a_member_whose_role_may(scenario, name):
    assert scenario.browser("manager").get(address(scenario, name)).status_code in {200, 302, 405}


@pytest.mark.parametrize("name", OF_MEMBERS)
@pytest.mark.parametrize("person", ["colleague", "reader", "board", "scrutiny"])
def test_a_page_answers_a_colleague_only_as_their_role_says(scenario, name, person):
    access = ROUTES[name]
    may = scenario.actor(person).may(access.permission) and not access.is_own_agency

    status = scenario.browser(person).get(address(scenario, name)).status_code

    assert status in ({200, 302, 405} if may else {403})


@pytest.mark.parametrize("name", OF_MEMBERS)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_page_is_not_there_for_an_outsider(scenario, name, method):
    browser = scenario.browser("outsider")

    assert getattr(browser, method)(address(scenario, name)).status_code == 404


@pytest.mark.parametrize("name", OF_MEMBERS)
def test_another_partnership_s_record_is_not_there_under_one_s_own_address(scenario, name):
    if not re.search("<uuid:", next(pattern for listed, pattern in patterns(get_resolver()) if listed == name)):
        return
    elsewhere = address(scenario, name).replace("/p/exampleshire/", "/p/elsewhere/")

    assert scenario.browser("outsider").get(elsewhere).status_code == 404


@pytest.mark.parametrize("name", OF_MEMBERS)
def test_a_page_sends_somebody_unknown_to_sign_in(scenario, name):
    asked = address(scenario, name)

    answer = scenario.browser().get(asked)

    assert (answer.status_code, answer.headers["Location"]) == (302, f"/account/login/?next={asked}")


@pytest.mark.parametrize("name", [name for name, access in ROUTES.items() if access.who == "evidence"])
def test_figures_need_sign_in_once_somebody_has_an_account(scenario, name):
    examples = {"measure_id": "burglary", "name": "figures.csv", "number": 1, "year": "2023-24", "figure_id": "nothing"}
    needed = next(iter(get_resolver().reverse_dict.getlist(name)))[0][0][1]
    asked = reverse(name, kwargs={key: examples.get(key, "x") for key in needed})

    answer = scenario.browser().get(asked)

    assert (answer.status_code, answer.headers["Location"]) == (302, f"/account/login/?next={asked}")


@pytest.mark.parametrize("name", OF_SIGNED_IN)
def test_a_page_of_one_s_own_account_needs_sign_in(scenario, name):
    needed = next(iter(get_resolver().reverse_dict.getlist(name)))[0][0][1]
    asked = reverse(name, kwargs={key: scenario.examples.get(key, 1) for key in needed})

    assert scenario.browser().get(asked).status_code == 302


@pytest.mark.parametrize("name", [name for name, access in ROUTES.items() if access.who == "administrator"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_administration_is_not_there_for_a_partnership_manager(scenario, name, method):
    needed = next(iter(get_resolver().reverse_dict.getlist(name)))[0][0][1]
    asked = reverse(name, kwargs={key: scenario.examples.get(key, "exampleshire") for key in needed})

    assert getattr(scenario.browser("manager"), method)(asked).status_code == 404


class TestOperation:
    """Each operation of the API on a partnership's pages; those on evidence are tried in `tests/web/test_api.py`."""

    @pytest.fixture(params=[one for one in all_operations() if one.access.who == "member"], ids=lambda one: one.name)
    def operation(self, request):
        return request.param

    def ask(self, program, scenario, operation, method):
        asked = re.sub(r"<(?:\w+:)?(\w+)>", lambda part: str(scenario.examples[part[1]]), ROOT + operation.route)
        return program.generic(method, asked, data=b"{}", content_type="application/json")

    def test_it_answers_a_member_whose_role_may(self, scenario, operation):
        # The last thing done to the record of the example cannot be undone, and the answer says so.
        answers = {200, 400} if operation.name == "undo" else {200}

        assert self.ask(scenario.program("manager"), scenario, operation, "GET").status_code in answers

    def test_it_says_what_is_wrong_in_words(self, scenario, operation):
        answer = self.ask(scenario.program("manager"), scenario, operation, "POST")

        assert answer.status_code in ({200, 400, 403, 409, 422, 428} if isinstance(operation.offer, Asks) else {405})
        assert answer.status_code == 200 or answer.json()["detail"]

    @pytest.mark.parametrize("person", ["owner", "colleague", "reader", "board", "scrutiny"])
    @pytest.mark.parametrize("method", ["GET", "POST"])
    def test_it_answers_a_colleague_only_as_their_role_says(self, scenario, operation, person, method):
        if method == "POST" and not isinstance(operation.offer, Asks):
            return
        access = operation.access
        may = scenario.actor(person).may(access.permission)

        status = self.ask(scenario.program(person), scenario, operation, method).status_code

        if not may:
            assert status == 403
        elif not access.is_own_agency:
            assert status in {200, 400, 403, 409, 422, 428}
        elif person == "colleague":
            assert status == 403

    @pytest.mark.parametrize("method", ["GET", "POST"])
    def test_it_is_not_there_for_an_outsider(self, scenario, operation, method):
        if method == "POST" and not isinstance(operation.offer, Asks):
            return
        assert self.ask(scenario.program("outsider"), scenario, operation, method).status_code == 404

    def test_another_partnership_s_record_is_not_there_under_one_s_own_address(self, scenario, operation):
        asked = re.sub(r"<(?:\w+:)?(\w+)>", lambda part: str(scenario.examples[part[1]]), ROOT + operation.route)
        if "<uuid:" not in operation.route:
            return
        elsewhere = asked.replace("/p/exampleshire/", "/p/elsewhere/")

        assert scenario.program("outsider").get(elsewhere).status_code == 404

    def test_it_asks_somebody_unknown_for_a_token(self, scenario, operation):
        answer = self.ask(scenario.program(), scenario, operation, "GET")

        assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, 'Bearer realm="Wardmote"')

    def test_a_session_does_not_open_it(self, scenario, operation):
        assert self.ask(scenario.browser("manager"), scenario, operation, "GET").status_code == 401


# What the addresses of evidence name; who may ask is decided before anything is looked for.
OF_EVIDENCE = {
    "year": "2024-25",
    "figure_id": "map",
    "quarter": "2024-25-Q4",
    "name": "figures.json",
    "key": "none",
    "number": "1",
    "measure_id": "burglary",
}


class TestOperationOnEvidence:
    """Each operation of the API on evidence, which belongs to the installation: only who may use it is tried here."""

    @pytest.fixture(params=[one for one in all_operations() if one.access.who == "evidence"], ids=lambda one: one.name)
    def operation(self, request):
        return request.param

    def ask(self, program, operation):
        asked = re.sub(r"<(?:\w+:)?(\w+)>", lambda part: OF_EVIDENCE[part[1]], ROOT + operation.route)
        method = "POST" if isinstance(operation.offer, Asks) else "GET"
        return program.generic(method, asked, data=b"{}", content_type="application/json").status_code

    @pytest.mark.parametrize("person", ["", "manager"])
    def test_it_asks_whoever_shows_no_token_for_one(self, scenario, operation, person):
        client = scenario.browser(person) if person else scenario.program()

        assert self.ask(client, operation) == 401

    @pytest.mark.parametrize("person", ["manager", "owner", "colleague", "reader", "board", "scrutiny", "outsider"])
    def test_it_refuses_whose_role_may_not_and_nobody_else(self, scenario, operation, person):
        may = scenario.actor(person).may(operation.access.permission)

        assert (self.ask(scenario.program(person), operation) == 403) is not may
