"""What holds for every model of the workspace."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection

from wardmote.web.core.models import Record

MODELS = [model for model in apps.get_models() if issubclass(model, Record)]
# What every record has, and what says only where it belongs.
GIVEN = {"id", "created_at", "changed_at", "partnership"}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_says_what_it_may_reveal(model):
    fields = {field.name for field in model._meta.get_fields() if field.concrete and not field.many_to_many}

    assert sorted(model.classified()) == sorted(fields - GIVEN)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_an_id_tells_neither_counts_nor_order(model):
    assert model._meta.pk.get_internal_type() == "UUIDField"


def test_every_change_of_a_model_has_its_migration(db):
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_the_run_uses_the_database_that_it_was_started_with(db):
    import os

    assert connection.vendor == ("postgresql" if os.environ.get("WARDMOTE_DATABASE") else "sqlite")
