"""The operations in words, for the page on the site and for the reference."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from wardmote.web.core.api.offers import Lists, Shows
from wardmote.web.core.api.openapi import address_of, all_operations, description, room_of, sentence_of
from wardmote.web.core.api.operations import Operation
from wardmote.web.core.api.records import readable_fields

ROOMS = {
    "accounts": "People",
    "activity": "Activity",
    "core": "Every record",
    "governance": "Board, scrutiny and duties",
    "insight": "Evidence",
    "plans": "Plan",
    "risks": "Risks and money",
}


@dataclass(frozen=True)
class FieldSaid:
    """One field that an operation takes: its name, what may stand in it, and what it is for."""

    name: str
    kind: str
    words: str


@dataclass(frozen=True)
class Said:
    """One operation in words. `holds` are the fields of the records that it gives."""

    name: str
    methods: tuple[str, ...]
    address: str
    sentence: str
    who: str
    takes: tuple[FieldSaid, ...]
    holds: tuple[str, ...]


def rooms_said() -> Iterator[tuple[str, list[Said]]]:
    """Every operation, by the part of the site that it belongs to."""
    ordered = sorted(all_operations(), key=lambda one: (room_of(one), address_of(one)))
    for room, found in groupby(ordered, key=room_of):
        yield ROOMS.get(room, room.capitalize()), [said(one) for one in found]


def said(operation: Operation) -> Said:
    """One operation in words."""
    methods = description()["paths"][address_of(operation)]
    return Said(
        operation.name,
        tuple(name.upper() for name in methods),
        address_of(operation),
        sentence_of(operation),
        operation.access.words,
        tuple(_takes(methods.get("post", {}))),
        tuple(_holds(operation)),
    )


def _takes(post: dict[str, Any]) -> Iterator[FieldSaid]:
    for content in post.get("requestBody", {}).get("content", {}).values():
        schema = content["schema"]
        needed = schema.get("required", ())
        for name, one in schema["properties"].items():
            words = one.get("description", "")
            yield FieldSaid(name, _kind(one), f"Needed. {words}" if name in needed else words)
        more = schema["additionalProperties"]
        if more:
            yield FieldSaid("…", "", more["description"])


def _kind(schema: dict[str, Any]) -> str:
    types = schema.get("type", "anything")
    found = schema.get("format") or next(one for one in ([types] if isinstance(types, str) else types) if one != "null")
    return f"list of {_kind(schema['items'])}" if found == "array" else str(found)


def _holds(operation: Operation) -> Iterator[str]:
    offer = operation.offer
    if isinstance(offer, Lists):
        yield from readable_fields(offer.model)
    if isinstance(offer, Shows):
        yield from readable_fields(offer.kind.model)
        yield from (f"{name} (parts)" for name in offer.kind.parts)
