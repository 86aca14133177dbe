"""What content the store holds now, and what was given in this load, so that nothing is loaded twice."""

import threading
from collections.abc import Iterable

from wardmote.evidence.delta import Slice
from wardmote.evidence.ledger import Load, LoadedFile

TableSlice = tuple[str, Slice]

UNCHANGED = "already loaded, unchanged"
GIVEN_TWICE = "given twice, word for word"


class HeldContent:
    """The newest file to have filled each slice, by the digest of its content. Safe to share by threads."""

    def __init__(self, loads: Iterable[Load]) -> None:
        self._digest_of: dict[TableSlice, str] = {}
        self._slices_of: dict[str, list[TableSlice]] = {}
        self._given: set[tuple[str, TableSlice | None]] = set()
        self._lock = threading.Lock()
        for load in loads:
            for file in load.files:
                self._enter(file)

    def _enter(self, file: LoadedFile) -> None:
        slices = [(table, tuple(slice_)) for table, found in file.slices.items() for slice_ in found]
        if slices:
            self._slices_of[file.digest] = slices
            self._digest_of.update(dict.fromkeys(slices, file.digest))

    def reason_to_pass_over(self, digest: str, *, named_for: TableSlice | None = None) -> str | None:
        """Why a file of this content need not be read, or None; `named_for` is the slice that its name says it fills.

        From then on the content counts as given.
        """
        if self._is_held(digest, named_for):
            return UNCHANGED
        with self._lock:
            if (digest, named_for) in self._given:
                return GIVEN_TWICE
            self._given.add((digest, named_for))
        return None

    def _is_held(self, digest: str, named_for: TableSlice | None) -> bool:
        """Whether everything that such a file would fill is still filled by it."""
        slices = [named_for] if named_for else self._slices_of.get(digest, [])
        return bool(slices) and all(self._digest_of.get(slice_) == digest for slice_ in slices)
