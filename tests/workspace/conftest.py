"""The partnership's workspace, on whichever database the run was started with."""

import pytest
from django.db import transaction
from django.test import override_settings
from workspace.scenario import Scenario, build


@pytest.fixture(scope="session", autouse=True)
def folder(tmp_path_factory):
    """A workspace's folder for the files that records keep."""
    chosen = tmp_path_factory.mktemp("workspace")
    with override_settings(WARDMOTE_WORKSPACE=chosen):
        yield chosen


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker) -> Scenario:
    """Three partnerships and their people, built once for a file of tests and rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build()
        transaction.set_rollback(True)


@pytest.fixture
def scenario(made, db) -> Scenario:
    """The same, for one test: what the test changes is rolled back after it."""
    return made
