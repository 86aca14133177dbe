"""Whatever is sent to a form: a sentence, nothing lost or leaked, and never a fault of ours.

Every form of the register is tried: what its page asks for is read off the page, filled with what is bad, and sent.
"""

import re
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.forms import CharField, DateField, FileField, ModelChoiceField
from django.urls import get_resolver, reverse
from django.urls.converters import UUIDConverter
from web.pages import words
from workspace.form_on_page import form_on

from wardmote.web.core.api.offers import Asks
from wardmote.web.core.api.operations import operations
from wardmote.web.core.audit import newest
from wardmote.web.core.routes import all_routes

SCRIPT = "<script>alert('x')</script><img src=x onerror=alert(1)>"
TEN_MB = "a long story " * 800_000
OF_MEMBERS = sorted(name for name, access in all_routes().items() if access.who == "member")
# Taking back the last change is a form only after a change: it has tests of its own.
FORMS = {
    one.name: one.offer.form.described()
    for one in operations(get_resolver().url_patterns)
    if isinstance(one.offer, Asks) and one.access.who == "member" and one.name != "undo"
}
IN_WORDS = {200, 302, 400, 403, 404, 405, 413}
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


def address(scenario, name):
    return reverse(name, kwargs={key: scenario.examples[key] for key in needed_by(name)})


def needed_by(name):
    """The arguments of a route's address."""
    candidates = get_resolver().reverse_dict.getlist(name)
    return candidates[0][0][0][1]


def names_record(name):
    """Whether its address holds a record's id."""
    converters = get_resolver().reverse_dict.getlist(name)[0][3]
    return any(isinstance(converter, UUIDConverter) for converter in converters.values())


@pytest.fixture
def form(scenario, request):
    """The form on a page, with the browser that asked for it."""
    browser, asked = scenario.browser("manager"), address(scenario, request.param)
    found = form_on(browser.get(asked))
    assert found is not None
    return browser, asked, found


def said_in_words(answer):
    assert answer.status_code in IN_WORDS
    if answer.status_code >= 400:
        assert "Sorry, there is a problem" not in answer.text
        assert "Traceback" not in answer.text
        assert len(words(answer)) > 20
    return answer


EVERY = pytest.mark.parametrize("form", sorted(FORMS), indirect=True)


def each(kind, *, least=1):
    """Every form that asks for at least so many fields of a kind, with their names."""
    asked = {form: [name for name, one in fields.items() if isinstance(one, kind)] for form, fields in FORMS.items()}
    cases = [pytest.param(form, names, id=form) for form, names in sorted(asked.items()) if len(names) >= least]
    return pytest.mark.parametrize(("form", "names"), cases, indirect=["form"])


@EVERY
def test_script_in_every_field_is_shown_as_typed_or_refused(form):
    browser, asked, fields = form

    answer = said_in_words(browser.post(asked, fields.filled(text=SCRIPT), follow=True))

    assert "<script>alert" not in answer.text
    assert "<img src=x" not in answer.text


@each(CharField)
def test_ten_megabytes_of_text_are_refused_and_change_nothing(form, names):
    browser, asked, fields = form
    before = newest()

    answer = browser.post(asked, {**fields.filled(text="A word"), names[0]: TEN_MB})

    assert answer.status_code in {400, 403, 413}
    assert len(words(answer)) < 100_000
    assert newest() == before


@EVERY
def test_values_of_another_kind_are_refused_in_a_sentence(form):
    browser, asked, fields = form
    for text in ("\0 ’", "31/02/2026", "-99999999999999999999"):
        said_in_words(browser.post(asked, fields.filled(text=text, choice=text)))


@each(ModelChoiceField)
def test_another_partnership_s_records_cannot_be_chosen(form, names, scenario):
    browser, asked, fields = form
    theirs = [scenario.people["outsider"].pk, scenario.agencies["Elsewhere Council"].pk, uuid.uuid4()]

    for one in theirs:
        answer = browser.post(asked, {**fields.filled(text="A word"), **dict.fromkeys(names, str(one))})

        assert answer.status_code in {400, 403}
        assert "Outsider" not in words(answer)


@each(FileField)
def test_a_file_of_the_wrong_kind_is_refused_in_a_sentence(form, names):
    browser, asked, fields = form
    before = newest()
    for name, content in (("picture.csv", PICTURE), ("nothing.ods", b""), ("../../x.exe", b"MZ" + PICTURE)):
        files = {field: SimpleUploadedFile(name, content) for field in names}

        answer = said_in_words(browser.post(asked, {**fields.filled(text="A word"), **files}))

        assert answer.status_code == 400
    assert newest() == before


@each(DateField, least=2)
def test_days_in_the_wrong_order_are_refused_or_make_no_difference(form, names):
    browser, asked, fields = form
    for order in (("31/12/2031", "1/1/2020"), ("1/1/0001", "31/12/9999")):
        days = {name: order[min(at, 1)] for at, name in enumerate(names)}

        said_in_words(browser.post(asked, {**fields.filled(text="A word"), **days}))


@pytest.mark.parametrize("name", [name for name in OF_MEMBERS if names_record(name) and name != "calendar-feed"])
def test_another_partnership_s_identifiers_in_the_address_are_not_there(scenario, name):
    asked = address(scenario, name)
    ids = re.findall(r"[0-9a-f]{8}-[0-9a-f-]{27}", asked)
    assert ids
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
