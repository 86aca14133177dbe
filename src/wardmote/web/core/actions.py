"""An action: one atomic, audited function for each thing that a person can do."""

from collections.abc import Callable
from functools import wraps

from django.db import transaction

from wardmote.web.core.actors import Actor
from wardmote.web.core.audit import entries_written
from wardmote.web.core.models import PartnershipRecord


def action[**P, R](permission: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a function an action that needs `permission`.

    The function takes the record it acts on first, where there is one, and `by=` the actor; it changes records
    through `save_new`, `save_changes` and `remove`. It runs in one transaction, and only when the actor may do this to
    that record. One that returns without an entry in the audit is a fault of ours, and is undone.
    """

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        @wraps(function)
        def act(*args: P.args, **kwargs: P.kwargs) -> R:
            subject = args[0] if args and isinstance(args[0], PartnershipRecord) else None
            actor = kwargs["by"]
            if not isinstance(actor, Actor):
                raise TypeError(f"{function.__name__} was not told who acts")
            actor.check(permission, subject)
            with transaction.atomic():
                before = entries_written.get()
                result = function(*args, **kwargs)
                if entries_written.get() == before:
                    raise RuntimeError(f"{function.__name__} left no entry in the audit")
            return result

        act.permission = permission  # type: ignore[attr-defined]
        return act

    return decorate
