"""Whatever the two reports name has its place, and Exampleshire shows it."""

import re
from datetime import timedelta
from importlib.util import find_spec

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from web.pages import words
from workspace.report_rows import ROWS, Evidence, Later, Measures, Page

from wardmote.definitions.catalogue import all_measures
from wardmote.web.accounts.gate import SECOND_FACTOR_SEEN
from wardmote.web.accounts.models import Member
from wardmote.web.core.clock import today
from wardmote.web.core.demo import fill_all
from wardmote.web.core.routes import all_routes

SAMPLE = [*(f"B{n:03}" for n in range(1, 102)), *(f"D{n:03}" for n in range(1, 56))]
# What the next issues bring; a row may wait for these and for nothing else.
PARTS = {"the vault of cases", "sharing", "hotspots", "reports that people sign", "claims"}


@pytest.fixture(scope="module")
def reader(django_db_setup, django_db_blocker):
    """A browser in which Exampleshire's manager has signed in, after a year that ended a day ago."""
    with django_db_blocker.unblock(), transaction.atomic():
        stage = fill_all(last_day=today() - timedelta(days=1), password="an invented password")
        client = Client(headers={"host": "127.0.0.1"})
        client.force_login(Member.objects.get(pk=stage.actors["manager"].id).user)
        session = client.session
        session[SECOND_FACTOR_SEEN] = True
        session.save()
        yield client
        transaction.set_rollback(True)


def test_every_row_of_both_reports_is_listed():
    assert list(ROWS) == SAMPLE


@pytest.mark.parametrize("row", [row for row, (_, where) in ROWS.items() if isinstance(where, Page)])
def test_exampleshire_shows_the_row(reader, row, db):
    _, page = ROWS[row]

    assert page.words in read(reader, page), row


def read(reader, page):
    args = {"partnership": "exampleshire", **({"kind": page.kind} if page.kind else {})}
    answer = reader.get(reverse(page.route, kwargs=args) + f"?{page.query}")
    assert answer.status_code == 200
    if page.opened:
        found = re.search(rf'href="([^"]+)"[^>]*>\s*{re.escape(page.opened)}\s*<', answer.text)
        assert found, page.opened
        answer = reader.get(found[1])
    return words(answer)


@pytest.mark.parametrize("row", [row for row, (_, where) in ROWS.items() if not isinstance(where, Page)])
def test_the_row_has_its_place(row):
    short_words, where = ROWS[row]

    match where:
        case Measures(ids):
            assert set(ids) <= {one.id for one in all_measures()}, short_words
        case Evidence(route, tests):
            assert route in all_routes()
            assert find_spec(f"web.{tests}")
        case Later(part):
            assert part in PARTS
