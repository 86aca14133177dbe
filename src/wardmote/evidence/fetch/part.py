"""A file that is still arriving: its bytes, and what the server said that it is part of."""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import requests


@dataclass(frozen=True)
class Identity:
    """Which thing the bytes belong to: its address, the version the server gives it, and its whole length.

    `version` is a strong ETag or else a Last-Modified date; empty when the server gives neither, and then there is no
    knowing whether the rest would fit, so the file starts again.
    """

    address: str
    version: str = ""
    total: int | None = None


class Part:
    """`target`.part beside `target`, with a note of its identity, from the first byte to the last."""

    def __init__(self, target: Path, *, address: str) -> None:
        self._target = target
        self._address = address
        self.path = target.with_name(f"{target.name}.part")
        self._note = target.with_name(f"{target.name}.part.json")

    @property
    def size(self) -> int:
        """How many bytes have arrived."""
        return self.path.stat().st_size if self.path.exists() else 0

    @property
    def identity(self) -> Identity:
        """What the bytes that are here belong to."""
        try:
            noted = Identity(**json.loads(self._note.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return Identity(self._address)
        return noted if noted.address == self._address else Identity(self._address)

    def request_headers(self) -> dict[str, str]:
        """Headers that ask for the rest, if it is still the same thing, and else for all (RFC 9110, 13.1.5)."""
        version = self.identity.version
        if not version or not self.size:
            return {}
        return {"Range": f"bytes={self.size}-", "If-Range": version}

    def begin(self, response: requests.Response) -> Identity:
        """Make ready for the body of `response`, which is the whole or the rest; returns what it belongs to."""
        if response.status_code != requests.codes.partial_content:
            self.discard()
        identity = replace(identity_of(response, self._address), address=self._address)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._note.write_text(json.dumps(asdict(identity)), encoding="utf-8")
        return identity

    def fits(self, response: requests.Response) -> bool:
        """Whether a partial `response` is the rest of what is here: it starts where this ends, in the same version."""
        here, there = self.identity, identity_of(response, self._address)
        span = response.headers.get("Content-Range", "")
        return (
            span.startswith(f"bytes {self.size}-") and there.version in ("", here.version) and there.total == here.total
        )

    def discard(self) -> None:
        """Forget what has arrived."""
        self.path.unlink(missing_ok=True)
        self._note.unlink(missing_ok=True)

    def finish(self) -> Path:
        """Put the whole file in its place, in one step."""
        self.path.replace(self._target)
        self._note.unlink(missing_ok=True)
        return self._target


def identity_of(response: requests.Response, address: str) -> Identity:
    """What `response` is, or is part of."""
    headers = response.headers
    if headers.get("Content-Encoding", "identity") != "identity":
        return Identity(address)  # Lengths and ranges would count compressed bytes, which is not what is kept.
    tag = headers.get("ETag", "")
    version = headers.get("Last-Modified", "") if not tag or tag.startswith("W/") else tag
    length = headers.get("Content-Range", "").rpartition("/")[2] or headers.get("Content-Length", "")
    return Identity(address, version, int(length) if length.isdigit() else None)
