"""What the rooms of the site offer through core, which knows none of them: in modules of a set name, beside `urls.py`."""

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.conf import settings


def offered(module: str, name: str) -> Iterator[Any]:
    """What stands under a name in each room's module, such as `due` in `overview.py`, in the order of the settings.

    A room that has nothing to offer has no such module, or nothing of that name in it.
    """
    for app in settings.INSTALLED_APPS:
        if app.startswith("wardmote.web.") and not app.endswith(".core") and find_spec(f"{app}.{module}"):
            room = import_module(f"{app}.{module}")
            if hasattr(room, name):
                yield getattr(room, name)
