"""What content the store holds now, so that the same file is not loaded twice."""

from collections.abc import Iterable

from wardmote.evidence.delta import Slice
from wardmote.evidence.ledger import Load, LoadedFile


class HeldContent:
    """The newest file to have filled each slice, by the digest of its content."""

    def __init__(self, loads: Iterable[Load]) -> None:
        self._digest_of: dict[tuple[str, Slice], str] = {}
        self._slices_of: dict[str, list[tuple[str, Slice]]] = {}
        for load in loads:
            for file in load.files:
                self._enter(file)

    def _enter(self, file: LoadedFile) -> None:
        slices = [(table, tuple(slice_)) for table, found in file.slices.items() for slice_ in found]
        if slices:
            self._slices_of[file.digest] = slices
            self._digest_of.update(dict.fromkeys(slices, file.digest))

    def has(self, digest: str) -> bool:
        """Whether everything that a file of this content would fill is still filled by it."""
        slices = self._slices_of.get(digest, [])
        return bool(slices) and all(self._digest_of[slice_] == digest for slice_ in slices)
