"""A request that is sent again because its answer got lost is not done again: the program names it by a key of its own."""

import hashlib
import json
from collections.abc import Callable

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

from wardmote.errors import BadInput
from wardmote.web.core.api.problems import answered
from wardmote.web.core.api.program import JSON, program_of
from wardmote.web.core.kept_answers import claim, keep
from wardmote.web.core.models import KeptAnswer
from wardmote.web.core.wording import moment

HEADER = "Idempotency-Key"
LONGEST_KEY = 200
# What may be kept: whatever else an answer holds is told once, such as the words of a new token.
_KEPT = {"done", "page"}


def once(request: HttpRequest, operation: str, answer: Callable[[], HttpResponse]) -> HttpResponse:
    """Answer, or give again what the same token was answered when it sent this to this operation under this key.

    A request that is refused does nothing and leaves its key free. Raises `BadInput` for a key that is too long.
    """
    key = request.headers.get(HEADER, "").strip()
    if request.method != "POST" or not key:
        return answer()
    if len(key) > LONGEST_KEY:
        raise BadInput(f"The {HEADER} is too long", do=f"give one of at most {LONGEST_KEY} characters, such as a UUID")
    sent = _digest(request)
    with transaction.atomic():
        kept, is_new = claim(key_digest=_named(request, operation, key), request_digest=sent)
        if not is_new:
            return _again(kept, sent)
        response = answer()
        if response.status_code == 200:
            keep(kept, answer=_may_be_kept(response))
        else:
            transaction.set_rollback(True)
        return response


def _again(kept: KeptAnswer, sent: str) -> HttpResponse:
    if kept.request_digest != sent:
        words = (
            f"Something else was sent with this {HEADER} on {moment(kept.created_at)}. Take a new key for each request."
        )
        return answered(words, status=422)
    if not kept.answer:
        words = f"This was done on {moment(kept.created_at)}, and what it told is told once. Do not send it again."
        return answered(words, status=409)
    return HttpResponse(kept.answer, content_type=JSON)


def _may_be_kept(response: HttpResponse) -> str:
    text = response.content.decode()
    return text if set(json.loads(text)) <= _KEPT else ""


def _named(request: HttpRequest, operation: str, key: str) -> str:
    """The token is part of it, so that nobody is told what another's program was answered."""
    named = json.dumps([request.headers.get("Authorization", ""), operation, key])
    return salted_hmac("wardmote.api.once", named, algorithm="sha256").hexdigest()


def _digest(request: HttpRequest) -> str:
    """What was sent, and where: fields in any order, and files by what is in them."""
    program = program_of(request)
    assert program is not None
    held = hashlib.sha256(json.dumps([request.path, program.sent], sort_keys=True).encode())
    for name, files in sorted(program.files.lists()):
        for file in files:
            held.update(json.dumps([name, file.name, hashlib.file_digest(file, "sha256").hexdigest()]).encode())
            file.seek(0)
    return held.hexdigest()
