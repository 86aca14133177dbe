"""Answers to programs, each kept for a day under the key of its request."""

from datetime import timedelta

from wardmote.web.core.clock import now
from wardmote.web.core.models import KeptAnswer

_KEPT_FOR = timedelta(hours=24)


def claim(*, key_digest: str, request_digest: str) -> tuple[KeptAnswer, bool]:
    """What is kept under a key, and whether it is new: then its answer is still to come.

    Called within a transaction. Of two who claim one key at the same moment, the second waits here until the first has
    been answered, or refused.
    """
    KeptAnswer.objects.filter(created_at__lt=now() - _KEPT_FOR).delete()
    return KeptAnswer.objects.get_or_create(key_digest=key_digest, defaults={"request_digest": request_digest})


def keep(claimed: KeptAnswer, *, answer: str) -> None:
    """Keep the answer; "" stands for one that is told once."""
    claimed.answer = answer
    claimed.save()
