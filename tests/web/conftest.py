"""The site, asked without a browser."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wardmote.web.config.settings")

import django
from django.test import Client, override_settings
from web.dock import analyst
from web.smallshire import make_workspace

from wardmote.evidence.workspace import Workspace
from wardmote.web.insight.actions.loading import LOADER
from wardmote.web.insight.models.uploads import WAITING

django.setup()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The gate asks the database whether anybody has an account, so each of these may."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.django_db)


@pytest.fixture(scope="session")
def smallshire(tmp_path_factory) -> Path:
    """The folder of a workspace that holds something on every page."""
    return make_workspace(tmp_path_factory.mktemp("web"))


@pytest.fixture
def site(smallshire):
    """The site of Smallshire."""
    with override_settings(WARDMOTE_WORKSPACE=smallshire):
        yield Client(headers={"host": "127.0.0.1"})


@pytest.fixture
def empty_site(tmp_path):
    """The site of a workspace in which nothing was loaded."""
    Workspace.create(tmp_path / "empty", areas=("Smallshire",))
    with override_settings(WARDMOTE_WORKSPACE=tmp_path / "empty"):
        yield Client(headers={"host": "127.0.0.1"})


@pytest.fixture
def at(tmp_path, settings):
    """Somebody at the site of a workspace of their own, into which they load files."""
    somebody = analyst(tmp_path)
    settings.WARDMOTE_WORKSPACE = somebody.at.folder
    yield somebody
    LOADER.stop(within_s=60)
    LOADER.job = None
    WAITING.forget_all()
