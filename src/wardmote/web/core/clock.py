"""What time it is. Everything of the workspace asks here, so that the demonstration can live through a year."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

_pretended: ContextVar[datetime | None] = ContextVar("pretended", default=None)


def now() -> datetime:
    """This moment."""
    return _pretended.get() or timezone.now()


def today() -> date:
    """The day that it is in the United Kingdom."""
    return timezone.localdate(now())


@contextmanager
def pretending(moment: datetime) -> Iterator[None]:
    """Let it be another moment, for the demonstration and for tests."""
    token = _pretended.set(moment)
    try:
        yield
    finally:
        _pretended.reset(token)
