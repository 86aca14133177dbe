"""Columns of an answer as arrays of codes, each value looked at once on however many rows it stands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

Codes = npt.NDArray[np.intp]
# A table of this many codes takes 32 MB; beyond it, sorting is slower and takes no more memory than the codes.
_MOST_LOOKED_UP = 4_000_000


def coded(values: pa.ChunkedArray) -> tuple[Codes, pa.Array]:
    """The position of each value in the array of distinct values; -1 for none. A list of words is one value."""
    if pa.types.is_list(values.type):
        import pyarrow.compute as pc

        values = pc.binary_join(values, "\n")
    found = values.combine_chunks().dictionary_encode(null_encoding="encode")
    held = found.dictionary.drop_null()
    is_null = [value is None for value in found.dictionary.to_pylist()] if len(held) < len(found.dictionary) else []
    number_of = np.arange(len(found.dictionary))
    if is_null:
        none = is_null.index(True)
        number_of[none:] -= 1
        number_of[none] = -1
    return number_of[numbers(found.indices)], held


@dataclass(frozen=True)
class Coded:
    """A column of which each value is held once: `codes` say where in `values` a row's stands, the last being none."""

    codes: Codes
    values: tuple[Any, ...]

    @classmethod
    def of(cls, column: pa.ChunkedArray) -> "Coded":
        """A list of words becomes a tuple."""
        codes, held = coded(column)
        values = held.to_pylist()
        if pa.types.is_list(column.type):
            values = [tuple(words.split("\n")) for words in values]
        return cls(codes, (*values, None))

    def at(self, rows: Codes) -> "Coded":
        """The column of some of the rows, in the order given."""
        return Coded(self.codes[rows], self.values)

    def where(self, is_wanted: Callable[[Any], bool]) -> npt.NDArray[np.bool_]:
        """The rows whose value, which may be None, is wanted."""
        return np.array([is_wanted(value) for value in self.values], dtype=bool)[self.codes]


def combinations(rows: pa.Table, fields: Sequence[str]) -> tuple[Codes, Codes]:
    """The number of each row's combination of fields, and a row on which each combination stands."""
    number: Codes = np.zeros(rows.num_rows, dtype=np.intp)
    row_of: Codes = np.zeros(min(rows.num_rows, 1), dtype=np.intp)
    for field in fields:
        codes, held = coded(rows[field])
        number, row_of = renumbered(number * (len(held) + 1) + codes + 1, size=max(len(row_of), 1) * (len(held) + 1))
    return number, row_of


def renumbered(codes: Codes, *, size: int) -> tuple[Codes, Codes]:
    """Codes below `size` numbered from 0 without a gap, and a position at which each number stands."""
    if size > _MOST_LOOKED_UP:
        _, position, number = np.unique(codes, return_index=True, return_inverse=True)
        return number, position
    position_of = np.full(size, -1, dtype=np.intp)
    position_of[codes] = np.arange(len(codes))
    is_there = position_of >= 0
    number_of = np.cumsum(is_there) - 1
    return number_of[codes], position_of[is_there]


def positions[Value](values: Sequence[Value], wanted: Sequence[Value]) -> Codes:
    """Where each of `values` stands in `wanted`, or -1; and a last -1, so that the code of none finds it too."""
    position_of = {value: i for i, value in enumerate(wanted)}
    return np.array([*(position_of.get(value, -1) for value in values), -1], dtype=np.intp)


def numbers(values: pa.Array) -> npt.NDArray[Any]:
    """Numbers without a gap, shared and not copied.

    Arrow's own conversions, both ways, import pandas wherever it is installed, which takes longer than the count.
    """
    return np.from_dlpack(values)


def as_arrow(values: npt.NDArray[Any]) -> pa.Array:
    """The same numbers for Arrow, shared and not copied."""
    type_ = np.float64 if values.dtype == np.float64 else np.int64
    held = pa.py_buffer(np.ascontiguousarray(values, type_))
    return pa.Array.from_buffers(pa.float64() if type_ is np.float64 else pa.int64(), len(values), [None, held])
