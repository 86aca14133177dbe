"""A partnership's workspace after many years: the demonstration's rows, copied until there are very many.

`python -m bench.ours.busy_workspace FOLDER ROWS PEOPLE` fills the database of the workspace in FOLDER with ROWS actions,
as many notes, attendances and entries of the audit, and writes `busy.json` there: the pages that a manager may open, and
the cookies of PEOPLE managers who have signed in.
"""

import json
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import batched
from pathlib import Path
from typing import Any
from uuid import uuid4

from wardmote.web.administration import fill_demo

SLUG = "exampleshire"
_BATCH = 2_000
_ATTENDANCES_OF_A_MEETING = 50
_HISTORY_OF_A_RECORD = 20


def fill(folder: Path, *, rows: int, people: int) -> None:
    """Fill the database and write `busy.json`."""
    fill_demo(folder)
    from django.apps import apps
    from django.db import connection, transaction

    with transaction.atomic():
        members = _members(people)
        if apps.is_installed("wardmote.web.plans"):
            _plan(rows, members)
        if apps.is_installed("wardmote.web.governance"):
            _meetings(rows, members)
        _audit(rows)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    cookies = [_signed_in(member) for member in members[:people]]
    busy = {"pages": _pages(cookies[0]), "cookies": cookies}
    (folder / "busy.json").write_text(json.dumps(busy), encoding="utf-8")


def _copies(template: Any, number: int, **varying: Callable[[int], Any]) -> list[Any]:
    """The row so many times over, each with an id of its own and with what varies; stored in batches."""
    model = type(template)
    held = {field.attname: getattr(template, field.attname) for field in model._meta.concrete_fields}  # noqa: SLF001
    made = (
        model(**{**held, "id": uuid4(), **{name: value(at) for name, value in varying.items()}}) for at in range(number)
    )
    stored = model._default_manager.bulk_create  # noqa: SLF001
    return [one for some in batched(made, _BATCH, strict=False) for one in stored(some)]


def _members(people: int) -> list[Any]:
    """Managers with accounts, and as many members as sit in all meetings."""
    from wardmote.web.accounts.models import Member, RoleGrant, User

    manager = Member.objects.get(partnership__slug=SLUG, user__email="manager@exampleshire.example")
    users = _copies(User.objects.get(pk=manager.user_id), people, email=lambda at: f"m{at}@exampleshire.example")
    number = max(people, _ATTENDANCES_OF_A_MEETING)
    user_ids = [user.pk for user in users] + [None] * number
    names: dict[str, Callable[[int], Any]] = {"name": lambda at: f"Member {at:03}", "user_id": lambda at: user_ids[at]}
    members = _copies(manager, number, **names)
    grant = RoleGrant.objects.filter(member=manager).first()
    _copies(grant, people, member_id=lambda at: members[at].pk)
    return members


def _plan(rows: int, members: list[Any]) -> None:
    from wardmote.web.plans.models import Action, ProgressNote

    seeds = list(Action.objects.filter(partnership__slug=SLUG).exclude(status="done")[:20])
    made: list[Any] = []
    for at, seed in enumerate(seeds):
        share = rows // len(seeds) + (at < rows % len(seeds))
        varying: dict[str, Callable[[int], Any]] = {
            "title": lambda n, at=at: f"Action {at}-{n:05} of the plan",
            "due_on": lambda n, seed=seed: seed.due_on + timedelta(days=n % 700 - 350),
            "owner_id": lambda n: members[n % len(members)].pk,
        }
        made += _copies(seed, share, **varying)
    note = ProgressNote.objects.filter(partnership__slug=SLUG).first()
    _copies(note, rows, action_id=lambda n: made[n].pk)


def _meetings(rows: int, members: list[Any]) -> None:
    from wardmote.web.governance.models import Attendance, Meeting

    seed = Attendance.objects.filter(partnership__slug=SLUG).select_related("meeting").first()
    number = -(-rows // _ATTENDANCES_OF_A_MEETING)
    before: Callable[[int], Any] = lambda n: seed.meeting.held_on - timedelta(days=n + 1)  # noqa: E731
    blank: dict[str, Callable[[int], Any]] = {
        "held_on": before, "notice_on": lambda _: None, "minutes_published_on": lambda _: None
    }  # fmt: skip
    meetings = _copies(Meeting.objects.get(pk=seed.meeting_id), number, **blank)
    places: dict[str, Callable[[int], Any]] = {
        "meeting_id": lambda n: meetings[n // _ATTENDANCES_OF_A_MEETING].pk,
        "member_id": lambda n: members[n % _ATTENDANCES_OF_A_MEETING].pk,
    }
    _copies(seed, rows, **places)


def _audit(rows: int) -> None:
    """Entries as they are written, in one go: the chain holds."""
    from django.db.models import QuerySet

    from wardmote.web.core.audit import _digest
    from wardmote.web.core.models import AuditEntry, AuditHead

    head = AuditHead.objects.select_for_update().get(pk=1)
    newest = AuditEntry.objects.get(number=head.number)
    held = {field.attname: getattr(newest, field.attname) for field in AuditEntry._meta.concrete_fields}  # noqa: SLF001
    entries = []
    record_id = uuid4()
    for at in range(rows):
        record_id = record_id if at % _HISTORY_OF_A_RECORD else uuid4()
        head.number += 1
        entry = AuditEntry(**{**held, "number": head.number, "previous": head.digest, "record_id": record_id})
        entry.digest = head.digest = _digest(entry)
        entries.append(entry)
    for some in batched(entries, _BATCH, strict=False):
        QuerySet(AuditEntry).bulk_create(some)
    head.save()


def _signed_in(member: Any) -> str:
    from django.conf import settings
    from django.test import Client

    from wardmote.web.accounts.gate import SECOND_FACTOR_SEEN

    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(member.user)
    session = client.session
    session[SECOND_FACTOR_SEEN] = True
    session.save()
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"


def _pages(cookie: str) -> dict[str, str]:
    """Every page of the register that names the partnership, or one record of the directory, and shows something."""
    from django.test import Client

    client = Client(headers={"host": "127.0.0.1", "cookie": cookie})
    found = {}
    for name, address in _addresses():
        answer = client.get(address)
        if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html"):
            found[name] = address
    return found


def _addresses() -> Iterator[tuple[str, str]]:
    from django.urls import NoReverseMatch, reverse

    from wardmote.web.accounts.models import Member
    from wardmote.web.accounts.queries.actors import actor_for
    from wardmote.web.core.directory import kinds, pages
    from wardmote.web.core.routes import all_routes

    manager = Member.objects.get(partnership__slug=SLUG, user__email="manager@exampleshire.example")
    actor = actor_for(manager, partnership=manager.partnership)
    shown = {name: kind.seen(actor).first() for name, kind in pages().items()}
    for name, access in all_routes().items():
        if access.who != "member":
            continue
        try:
            yield name, reverse(name, args=[SLUG])
        except NoReverseMatch:
            if shown.get(name) is not None:
                yield name, pages()[name].address(actor, shown[name])
    yield "search for a word", reverse("search", args=[SLUG]) + "?q=plan+action"
    yield "search for nothing", reverse("search", args=[SLUG]) + "?q=zebedee"
    for kind in kinds().values():
        if kind.listed and kind.searched:
            yield f"{kind.listed}, searched", reverse(kind.listed, args=[SLUG]) + "?search=action"


if __name__ == "__main__":
    fill(Path(sys.argv[1]), rows=int(sys.argv[2]), people=int(sys.argv[3]))
