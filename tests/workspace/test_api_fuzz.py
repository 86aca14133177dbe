"""Whatever a program sends: never a fault of ours, always what the description says, nothing of another partnership."""

import json
import re
from functools import cache
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from workspace.api_values import NASTY, body_of

from wardmote.web.core.api.offers import Asks, Gives, Lists
from wardmote.web.core.api.openapi import address_of, all_operations, description
from wardmote.web.core.api.problems import API as ROOT

OF_MEMBERS = [one for one in all_operations() if one.access.who == "member"]
# Loading figures needs a workspace of evidence; it takes nothing that could be wrong.
FORMS = [one for one in OF_MEMBERS if isinstance(one.offer, Asks) and one.name != "activity-load"]
LISTS = [one for one in OF_MEMBERS if isinstance(one.offer, Lists)]
FEW = settings(
    max_examples=6,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
THEIRS = re.compile("Outsider|Elsewhere Council")


@pytest.fixture
def ids(scenario):
    """Ids of records of this partnership, of another, and of none."""
    ours = [str(one) for one in scenario.examples.values() if re.fullmatch("[0-9a-f-]{36}", str(one))]
    theirs = [scenario.people["outsider"].pk, scenario.agencies["Elsewhere Council"].pk]
    ours += [str(scenario.people["owner"].pk), str(scenario.agencies["Exampleshire Council"].pk)]
    return [*ours, *map(str, theirs), "00000000-0000-4000-8000-000000000000"]


@cache
def answers_of(address, method, status):
    described = description()["paths"][address][method.lower()]["responses"]
    assert str(status) in described, f"{address} answers {status}, which its description does not name"
    schema = described[str(status)]["content"]["application/json"]["schema"]
    return Draft202012Validator({**schema, "components": description()["components"]})


def address(scenario, operation):
    return re.sub(r"<(?:\w+:)?(\w+)>", lambda part: str(scenario.examples[part[1]]), ROOT + operation.route)


def checked(operation, method, answer):
    assert answer.status_code < 500
    # A file may be of any bytes.
    assert not THEIRS.search(answer.content.decode(errors="replace"))
    if not isinstance(operation.offer, Gives) or answer.status_code != 200:
        answers_of(address_of(operation), method, answer.status_code).validate(answer.json())
    return answer


@pytest.mark.parametrize("operation", OF_MEMBERS, ids=lambda one: one.name)
@pytest.mark.parametrize("person", ["manager", "owner", "reader"])
def test_what_is_read_is_as_described(scenario, operation, person):
    checked(operation, "GET", scenario.program(person).get(address(scenario, operation)))


@pytest.mark.parametrize("operation", FORMS, ids=lambda one: one.name)
@FEW
@given(data=st.data())
def test_whatever_is_sent_is_answered_as_described(scenario, ids, operation, data):
    ((_, described),) = description()["paths"][address_of(operation)]["post"]["requestBody"]["content"].items()
    body = data.draw(body_of(described["schema"], ids=ids))
    person = data.draw(st.sampled_from(["manager", "manager", "owner", "colleague"]))

    answer = scenario.program(person).post(
        address(scenario, operation),
        json.dumps(body),
        content_type="application/json",
        headers={"if-match": data.draw(st.sampled_from(["*", '"1"', ""]))},
    )

    checked(operation, "POST", answer)


@pytest.mark.parametrize("operation", LISTS, ids=lambda one: one.name)
@FEW
@given(asked=st.dictionaries(st.sampled_from(["page", "size", "sort", "search", "since", "status", "x"]), NASTY))
def test_however_a_list_is_asked_for_it_answers_as_described(scenario, operation, asked):
    checked(operation, "GET", scenario.program("manager").get(f"{address(scenario, operation)}?{urlencode(asked)}"))


@FEW
@given(
    body=st.one_of(st.binary(max_size=40), st.sampled_from([b'{"a":' * 5000, b'{"title": NaN}', b'"\\ud800"', b"[]"]))
)
def test_what_is_no_object_is_said_in_a_sentence(scenario, body):
    answer = scenario.program("manager").post(
        "/api/v1/p/exampleshire/money/grants/add/", body, content_type="application/json"
    )

    assert answer.status_code in {400, 422}
    assert answer.json()["detail"]
