"""Run as a program: the addresses of every page of a filled workspace that its manager may open, as JSON.

A route's address is made from what the database holds: an argument called `priority` or `agenda_item` takes the id of
such a record, `person` that of a member. Printed are `pages`, the address of each route that answers with a page, and
`left`, the routes for which no record is there.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SLUG, MANAGER = "exampleshire", "manager@exampleshire.example"
# Arguments whose name is not that of the record.
_OTHERWISE = {
    "address": "feedaddress",
    "coming": "horizonitem",
    "figure": "activityfigure",
    "link": "actionlink",
    "person": "member",
    "place": "partneragency",
    "record": "member",
    "role": "rolegrant",
}
# Arguments that are words.
_WORDS = {
    "duty": "annual-scrutiny",
    "ending": "csv",
    "kind": "training",
    "operation": "grant-add",
    "register": "risks",
    "sheet": "sites",
    "shipped": "csp-review",
}


def every_page(folder: Path) -> dict[str, Any]:
    """`pages` by the route's name, and `left`."""
    from wardmote.web.administration import start

    start(folder)
    from django.test import Client

    from wardmote.web.accounts.models import User

    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(User.objects.get(email=MANAGER))
    pages, left = {}, []
    for name, address in _addresses():
        if address is None:
            left.append(name)
            continue
        answer = client.get(address)
        if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html"):
            pages[name] = address
    return {"pages": pages, "left": left}


def _addresses() -> Iterator[tuple[str, str | None]]:
    from django.urls import NoReverseMatch, get_resolver, reverse

    from wardmote.web.core.routes import all_routes

    arguments = get_resolver().reverse_dict
    for name, access in all_routes().items():
        if access.who not in {"member", "signed-in"}:
            continue
        possible = arguments.getlist(name) if name in arguments else []
        wanted = possible[0][0][0][1] if possible else []
        given = {one: SLUG if one == "partnership" else _example(one) for one in wanted}
        try:
            yield name, None if None in given.values() else reverse(name, kwargs=given)
        except NoReverseMatch:
            yield name, None


def _example(argument: str) -> object:
    """A record of the demonstration, or a word that stands for one; None where there is none."""
    from django.apps import apps

    if argument in _WORDS:
        return _WORDS[argument]
    wanted = _OTHERWISE.get(argument, argument.replace("_", ""))
    for model in apps.get_models():
        if model.__module__.startswith("wardmote.") and model._meta.model_name == wanted:
            here = {"partnership__slug": SLUG} if hasattr(model, "partnership") else {}
            found = model._default_manager.filter(**here).first()
            return found.pk if found else None
    return None


if __name__ == "__main__":
    print(json.dumps(every_page(Path(sys.argv[1]))))  # noqa: T201
