"""What a program sent, as the views of the pages meet it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn

from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict

from wardmote.errors import BadInput

JSON = "application/json"


@dataclass(frozen=True)
class Program:
    """A request of a program: the fields that it sent, its files, and which version of the record it saw (If-Match)."""

    sent: Mapping[str, Any] = field(default_factory=dict)
    files: MultiValueDict[str, Any] = field(default_factory=MultiValueDict)
    seen: str = ""


def program_of(request: HttpRequest) -> Program | None:
    """The program that asks, or None where a person does."""
    return getattr(request, "program", None)


def sent_list(request: HttpRequest, name: str) -> list[str]:
    """What was sent for one field, by whichever way, before any form has looked at it."""
    program = program_of(request)
    if program is None:
        return request.POST.getlist(name)
    sent = program.sent.get(name, [])
    return [str(one) for one in sent] if isinstance(sent, list) else [str(sent)]


def read_program(request: HttpRequest) -> Program:
    """What was sent: an object of JSON, or a form with files. Raises `BadInput`."""
    seen = request.headers.get("If-Match", "").strip().removeprefix("W/").strip('"')
    if request.method != "POST":
        return Program()
    if request.content_type == "multipart/form-data":
        sent = {name: one[0] if len(one) == 1 else one for name, one in request.POST.lists()}
        return Program(sent, request.FILES, seen)
    return Program(_object(request), seen=seen)


def _object(request: HttpRequest) -> dict[str, Any]:
    if request.content_type not in {JSON, "", "text/plain"} and request.body:
        raise BadInput(
            f"“{(request.content_type or '')[:60]}” cannot be read", do=f"send {JSON}, or multipart/form-data"
        )
    try:
        found = json.loads(request.body or b"{}", parse_constant=_refuse)
        # Half of a pair of surrogates is no letter, and no database keeps it.
        json.dumps(found, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise BadInput("What was sent is not JSON", do="send one object, such as {}") from error
    if not isinstance(found, dict):
        raise BadInput("What was sent is not an object of JSON", do="send the fields by name, such as {}")
    return found


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")
