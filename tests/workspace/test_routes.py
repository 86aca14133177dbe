"""The register of routes: whatever is not listed is refused, and each listed route answers exactly whom it says.

Each is tried by a member whose role may, by a colleague of another agency, by an outsider and by somebody unknown; in a
browser and, for the API, by a program.
"""

import re

import pytest
from django.urls import get_resolver, reverse

from wardmote.web.accounts.gate import API
from wardmote.web.accounts.rules.roles import ROLES
from wardmote.web.accounts.tokens import Needs
from wardmote.web.config.api import api
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


def operations():
    for router in api._get_bound_routers():
        for path, view in router.path_operations.items():
            for operation in view.operations:
                yield pytest.param(router.prefix + path, operation, id=f"{min(operation.methods)} {path}")


def address(scenario, name):
    for candidate in get_resolver().reverse_dict.getlist(name):
        _, needed = candidate[0][0]
        return reverse(name, kwargs={key: scenario.examples[key] for key in needed})
    return reverse(name)


def test_every_route_is_listed():
    names = {name for name, _ in patterns(get_resolver()) if name and not name.startswith(API)}

    assert names == set(ROUTES), "List it in routes.py beside the room's urls.py."


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
    asked = reverse(name, kwargs=dict.fromkeys(needed, 1))

    assert scenario.browser().get(asked).status_code == 302


def test_administration_is_not_there_for_a_partnership_manager(scenario):
    assert scenario.browser("manager").get(reverse("administration")).status_code == 404


@pytest.mark.parametrize(("path", "operation"), list(operations()))
class TestOperation:
    """Each operation of the API."""

    def ask(self, program, scenario, path, operation):
        kwargs = {key: scenario.examples[key] for key in re.findall(r"{(?:\w+:)?(\w+)}", path)}
        asked = "/api/v1" + re.sub(r"{(?:\w+:)?(\w+)}", lambda found: str(kwargs[found[1]]), path)
        return program.generic(min(operation.methods), asked, data=b"{}", content_type="application/json")

    def test_it_says_whom_it_answers(self, path, operation):
        (needs,) = operation.auth_callbacks

        assert isinstance(needs, Needs)
        assert needs.permission in PERMISSIONS

    def test_it_answers_a_member_whose_role_may(self, scenario, path, operation):
        # Something that changes a record is asked with nothing to say, and answers that it needs more.
        answers = {200} if "GET" in operation.methods else {200, 201, 204, 400, 422}

        assert self.ask(scenario.program("manager"), scenario, path, operation).status_code in answers

    def test_it_answers_a_colleague_only_as_their_role_says(self, scenario, path, operation):
        may = scenario.actor("colleague").may(operation.auth_callbacks[0].permission)

        status = self.ask(scenario.program("colleague"), scenario, path, operation).status_code

        assert (status in REFUSED) is (not may)

    def test_it_is_not_there_for_an_outsider(self, scenario, path, operation):
        assert self.ask(scenario.program("outsider"), scenario, path, operation).status_code == 404

    def test_it_asks_somebody_unknown_for_a_token(self, scenario, path, operation):
        assert self.ask(scenario.program(), scenario, path, operation).status_code == 401
