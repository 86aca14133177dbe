"""However many rows there are, a page asks the database as often: every page and every list that there is, as the
register of routes and the description of the API name them, in a browser and by a program.
"""

import re
from typing import NamedTuple

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse
from workspace.many import fill

from wardmote.web.activity.forms.sheets import SHEETS as ACTIVITY_SHEETS
from wardmote.web.core.api.offers import Asks, Lists
from wardmote.web.core.api.openapi import all_operations
from wardmote.web.core.api.problems import API
from wardmote.web.core.routes import all_routes
from wardmote.web.risks.forms.sheets import SHEETS as RISK_SHEETS

pytestmark = pytest.mark.django_db
FEW, MANY = 3, 300
# What stands in an address and is no id, so that there is a page for each.
EACH = {
    "sheet": [*ACTIVITY_SHEETS],
    "register": [*RISK_SHEETS],
    "kind": ["training", "safe-places", "daha"],
}


def addresses():
    """Each page of the register, with what stands in its address beside the ids."""
    for name, access in all_routes().items():
        if access.who in {"member", "administrator"}:
            needed = get_resolver().reverse_dict.getlist(name)[0][0][0][1]
            which = next((key for key in EACH if key in needed), "")
            for value in EACH.get(which, [""]):
                yield f"{name} {value}".strip(), name, {which: value} if which else {}, needed


PAGES = {called: (name, also, needed) for called, name, also, needed in addresses()}
OPERATIONS = {
    one.name: one for one in all_operations() if one.access.who == "member" and not isinstance(one.offer, Asks)
}
LISTS = sorted(name for name, one in OPERATIONS.items() if isinstance(one.offer, Lists))


def page_address(examples, called):
    name, also, needed = PAGES[called]
    return reverse(name, kwargs={key: {**examples, **also}[key] for key in needed})


def operation_address(examples, name):
    return API + re.sub(r"<(?:\w+:)?(\w+)>", lambda part: str(examples[part[1]]), OPERATIONS[name].route)


class Answer(NamedTuple):
    """What an address was answered with, and after how many queries."""

    status: int
    queries: int


class Counted:
    """How often each page and operation asks the database now, and how many rows each list has."""

    def __init__(self, made):
        browser, program, examples = (
            made.browser("manager"),
            made.program("manager"),
            {**made.examples, "slug": "exampleshire"},
        )
        self.pages = {name: self.queries(browser, page_address(examples, name)) for name in PAGES}
        self.operations = {
            name: self.queries(program, operation_address(examples, name) + self.size(name)) for name in OPERATIONS
        }
        self.rows = {name: program.get(operation_address(examples, name)).json()["count"] for name in LISTS}

    def size(self, name):
        takes_size = isinstance(OPERATIONS[name].offer, Lists) or "size" in getattr(OPERATIONS[name].offer, "takes", ())
        return "?size=500" if takes_size else ""

    def queries(self, client, address):
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            status = client.get(address).status_code
        return Answer(status, len(captured))


@pytest.fixture(scope="module")
def counted(made, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        user = made.people["manager"].user
        user.is_system_administrator = True
        user.save()
        fill(made, range(FEW))
        few = Counted(made)
        fill(made, range(FEW, MANY))
        many = Counted(made)
        transaction.set_rollback(True)
    return few, many


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_the_database_as_often_for_300_rows_as_for_3(counted, name):
    few, many = counted

    assert few.pages[name].status in {200, 302, 405}
    assert many.pages[name] == few.pages[name]


@pytest.mark.parametrize("name", OPERATIONS)
def test_an_operation_asks_the_database_as_often_for_300_rows_as_for_3(counted, name):
    few, many = counted

    assert few.operations[name].status == 200
    assert many.operations[name] == few.operations[name]


@pytest.mark.parametrize("name", LISTS)
def test_there_are_so_many_rows_of_what_each_list_has(counted, name):
    few, many = counted

    assert many.rows[name] - few.rows[name] >= (MANY - FEW) // 2, "Add rows of this kind to many.py."
