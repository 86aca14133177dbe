"""The demonstration: each room has a `demo.py` whose `fill(stage)` lives a part of Exampleshire's year."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from django.db import transaction
from django.utils import timezone

from wardmote.web.core.actors import Actor
from wardmote.web.core.clock import pretending
from wardmote.web.core.rooms import offered


@dataclass
class Stage:
    """What the rooms build upon each other. Rooms are filled in the order of the settings.

    `last_day` is the day on which the year ends; `actors` are the people, by a word such as "manager"; `made` holds
    what a room leaves for the rooms after it, under a name of its own, such as made["priorities"].
    """

    last_day: date
    password: str
    actors: dict[str, Actor] = field(default_factory=dict)
    made: dict[str, Any] = field(default_factory=dict)

    @contextmanager
    def on(self, day: date, *, hour: int = 10) -> Iterator[None]:
        """Let it be this day, so that records and the audit say so."""
        moment = timezone.make_aware(datetime.combine(day, time(hour)))
        with pretending(moment):
            yield


@transaction.atomic
def fill_all(*, last_day: date, password: str) -> Stage:
    """Fill every room, all or none."""
    stage = Stage(last_day=last_day, password=password)
    for fill in offered("demo", "fill"):
        fill(stage)
    return stage
