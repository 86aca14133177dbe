"""Which rows of which files have people who were linked with others, and the pseudonym that each then has."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

# Row, role and pseudonym.
LinkedRow = tuple[int, str, str]


@dataclass(frozen=True)
class LinkedRows:
    """Only rows whose people have another pseudonym than by themselves, by the `digest_of` their file."""

    by_file: Mapping[str, tuple[LinkedRow, ...]] = field(default_factory=dict)

    def of(self, content: bytes) -> tuple[LinkedRow, ...]:
        """The rows of a file."""
        return self.by_file.get(digest_of(content), ()) if self.by_file else ()


def digest_of(content: bytes) -> str:
    """What tells files apart."""
    return hashlib.sha256(content).hexdigest()
