"""Whatever is sent to a form: a sentence, nothing lost or leaked, and never a fault of ours.

Every form of the register is tried: what its page asks for is read off the page, filled with what is bad, and sent.
"""

import re
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import get_resolver, reverse
from web.pages import words
from workspace.form_on_page import form_on

from wardmote.web.core.audit import newest
from wardmote.web.core.routes import all_routes

SCRIPT = "<script>alert('x')</script><img src=x onerror=alert(1)>"
TEN_MB = "a long story " * 800_000
OF_MEMBERS = sorted(name for name, access in all_routes().items() if access.who == "member")
FORMS = [name for name in OF_MEMBERS if name not in {"audit", "search", "history"}]
IN_WORDS = {200, 302, 400, 403, 404, 405, 413}
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


def address(scenario, name):
    candidates = get_resolver().reverse_dict.getlist(name)
    _, needed = candidates[0][0][0]
    return reverse(name, kwargs={key: scenario.examples[key] for key in needed})


@pytest.fixture
def form(scenario, request):
    """The form on a page, with the browser that asked for it; what is no form is left out."""
    browser, asked = scenario.browser("manager"), address(scenario, request.param)
    answer = browser.get(asked)
    found = form_on(answer) if answer.status_code == 200 and "text/html" in answer.headers["Content-Type"] else None
    if found is None:
        pytest.skip("This page has no form to send.")
    return browser, asked, found


def said_in_words(answer):
    assert answer.status_code in IN_WORDS
    if answer.status_code >= 400:
        assert "Sorry, there is a problem" not in answer.text
        assert "Traceback" not in answer.text
        assert len(words(answer)) > 20
    return answer


EACH = pytest.mark.parametrize("form", FORMS, indirect=True)


@EACH
def test_script_in_every_field_is_shown_as_typed_or_refused(form):
    browser, asked, fields = form

    answer = said_in_words(browser.post(asked, fields.filled(text=SCRIPT), follow=True))

    assert "<script>alert" not in answer.text
    assert "<img src=x" not in answer.text


@EACH
def test_ten_megabytes_of_text_are_refused_and_change_nothing(form):
    browser, asked, fields = form
    if not fields.takes_text:
        pytest.skip("Nothing can be typed here.")
    before = newest()

    answer = browser.post(asked, {**fields.filled(text="A word"), fields.texts[0]: TEN_MB})

    assert answer.status_code in {400, 403, 413}
    assert len(words(answer)) < 100_000
    assert newest() == before


@EACH
def test_values_of_another_kind_are_refused_in_a_sentence(form):
    browser, asked, fields = form
    for text in ("\0 ’", "31/02/2026", "-99999999999999999999"):
        said_in_words(browser.post(asked, fields.filled(text=text, choice=text)))


@EACH
def test_another_partnership_s_records_cannot_be_chosen(form, scenario):
    browser, asked, fields = form
    if not fields.choices_of_records:
        pytest.skip("No record is chosen here.")
    theirs = [scenario.people["outsider"].pk, scenario.agencies["Elsewhere Council"].pk, uuid.uuid4()]

    for one in theirs:
        answer = browser.post(asked, fields.filled(text="A word", record=str(one)))

        assert answer.status_code in {400, 403}
        assert "Outsider" not in words(answer)


@EACH
def test_a_file_of_the_wrong_kind_is_refused_in_a_sentence(form):
    browser, asked, fields = form
    if not fields.files:
        pytest.skip("No file is sent here.")
    before = newest()
    for name, content in (("picture.csv", PICTURE), ("nothing.ods", b""), ("../../x.exe", b"MZ" + PICTURE)):
        files = {field: SimpleUploadedFile(name, content) for field in fields.files}

        answer = said_in_words(browser.post(asked, {**fields.filled(text="A word"), **files}))

        assert answer.status_code == 400
    assert newest() == before


@EACH
def test_days_in_the_wrong_order_are_refused_or_make_no_difference(form):
    browser, asked, fields = form
    if len(fields.days) < 2:
        pytest.skip("There is one day at most here.")
    for order in (("31/12/2031", "1/1/2020"), ("1/1/0001", "31/12/9999")):
        days = {name: order[min(at, 1)] for at, name in enumerate(fields.days)}

        said_in_words(browser.post(asked, {**fields.filled(text="A word"), **days}))


@pytest.mark.parametrize("name", [name for name in OF_MEMBERS if name != "calendar-feed"])
def test_another_partnership_s_identifiers_in_the_address_are_not_there(scenario, name):
    asked = address(scenario, name)
    ids = re.findall(r"[0-9a-f]{8}-[0-9a-f-]{27}", asked)
    if not ids:
        pytest.skip("The address names no record.")
    for theirs in (scenario.people["outsider"].pk, scenario.agencies["Elsewhere Council"].pk, uuid.UUID(int=0)):
        for method in ("get", "post"):
            answer = getattr(scenario.browser("manager"), method)(asked.replace(ids[0], str(theirs)))

            assert answer.status_code in {404, 405}
            assert "Outsider" not in words(answer)


@pytest.mark.parametrize("query", ["?page=-99999999999999999999&sort=", "?page=x&sort=password"])
@pytest.mark.parametrize("name", OF_MEMBERS)
def test_a_nonsensical_query_is_answered_in_words(scenario, name, query):
    asked = address(scenario, name)

    said_in_words(scenario.browser("manager").get(f"{asked}{query}&search=%00%25&download=exe&q=%00"))
