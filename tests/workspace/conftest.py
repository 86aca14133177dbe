"""The partnership's workspace, on whichever database the run was started with."""

import pytest
from django.db import transaction
from workspace.scenario import Scenario, build


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
