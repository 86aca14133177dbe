"""What is learnt of a file's content while it is brought to disk."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

_LONE_RETURN = re.compile(rb"\r(?!\n)")


@dataclass(frozen=True)
class Prepared:
    """A plain file on disk whose lines end in a line feed alone.

    `digest` is the SHA-256 of that content, so that a file which was merely saved again is known to be the same;
    `lines` counts its line feeds.
    """

    path: Path
    digest: str
    lines: int
    has_nul: bool


class ContentReader:
    """Makes line endings alike, block by block, and keeps account of what passes."""

    def __init__(self) -> None:
        self._digest = hashlib.sha256()
        self._carry = b""
        self._lines = 0
        self._has_nul = False

    def take(self, block: bytes) -> bytes:
        """The block as it is to be written. A carriage return at its end waits for the next block."""
        block = self._carry + block
        # A carriage return that ends a block may be half of a line ending.
        self._carry = b"\r" if block.endswith(b"\r") else b""
        if b"\r" in block:
            block = block.removesuffix(b"\r")
            # Taking out single characters is many times faster than replacing pairs, and true files have only pairs.
            block = block.replace(b"\r\n", b"\n") if _LONE_RETURN.search(block) else block.replace(b"\r", b"")
        return self._passed(block)

    def rest(self) -> bytes:
        """What was still waiting when the last block had come."""
        rest, self._carry = self._carry, b""
        return self._passed(rest)

    def prepared(self, path: Path) -> Prepared:
        """The account of all that passed, for the file at `path`."""
        return Prepared(path, self._digest.hexdigest(), self._lines, self._has_nul)

    def _passed(self, block: bytes) -> bytes:
        self._digest.update(block)
        self._lines += block.count(b"\n")
        self._has_nul = self._has_nul or b"\0" in block
        return block
