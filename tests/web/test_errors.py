"""Errors in words."""

import pytest
from django.test import Client, RequestFactory, override_settings

from wardmote.errors import BadInput, NotAvailable, StoreError
from wardmote.web.core.errors import ErrorsInWords, server_error


@pytest.mark.parametrize(
    ("error", "status", "heading"),
    [
        (BadInput("is wrong", where="this", do="mend it"), 400, "That cannot be shown as asked"),
        (NotAvailable("is not loaded", where="this", do="load it"), 404, "Not available yet"),
        (StoreError("is locked", where="this", do="wait"), 500, "The evidence cannot be read"),
    ],
)
def test_what_a_person_can_mend_is_a_page_with_its_sentence(smallshire, error, status, heading):
    with override_settings(WARDMOTE_WORKSPACE=smallshire):
        answer = ErrorsInWords(server_error).process_exception(RequestFactory().get("/"), error)

    assert answer.status_code == status
    assert heading in answer.text
    assert error.sentence in answer.text


def test_a_fault_of_ours_is_left_to_the_page_that_says_sorry(smallshire):
    request = RequestFactory().get("/")

    assert ErrorsInWords(server_error).process_exception(request, ZeroDivisionError()) is None
    with override_settings(WARDMOTE_WORKSPACE=smallshire):
        answer = server_error(request)

    assert answer.status_code == 500
    assert "Sorry, there is a problem" in answer.text


def test_a_workspace_that_went_away_is_said_in_words(tmp_path):
    with override_settings(WARDMOTE_WORKSPACE=tmp_path):
        answer = Client(headers={"host": "127.0.0.1"}).get("/")

    assert answer.status_code == 400
    assert "is not a workspace" in answer.text
