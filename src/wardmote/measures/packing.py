"""Packing: a cube as a table that can be kept on disk, its codes as columns and what they stand for as words beside them."""

import json
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from wardmote.measures.columns import Coded, as_arrow, numbers
from wardmote.measures.cubes import Cube

_WORDS = b"what the codes stand for"
_PLACE = "place: "


def packed(cube: Cube) -> pa.Table:
    """A row for each cell. The codes have no gaps: that of no value is -1."""
    columns: dict[str, npt.NDArray[Any]] = {"month": cube.month, "combination": cube.combination, "n": cube.n}
    columns |= {f"{_PLACE}{name}": held.codes for name, held in cube.place.items()}
    words = {
        "months": [month.isoformat() for month in cube.months],
        "place": {name: held.values for name, held in cube.place.items()},
        "combinations": {field: [held.codes.tolist(), held.values] for field, held in cube.combinations.items()},
    }
    table = pa.Table.from_arrays([as_arrow(column) for column in columns.values()], names=list(columns))
    return table.replace_schema_metadata({_WORDS: json.dumps(words).encode()})


def unpacked(table: pa.Table) -> Cube:
    """The cube that was packed."""
    words = json.loads(table.schema.metadata[_WORDS])
    codes = {name: numbers(table[name].combine_chunks()) for name in table.column_names}
    return Cube(
        months=tuple(date.fromisoformat(month) for month in words["months"]),
        month=codes["month"],
        place={name: Coded(codes[f"{_PLACE}{name}"], tuple(values)) for name, values in words["place"].items()},
        combinations={
            field: Coded(np.array(held, dtype=np.intp), tuple(_value(one) for one in values))
            for field, (held, values) in words["combinations"].items()
        },
        combination=codes["combination"],
        n=codes["n"],
    )


def _value(value: Any) -> Any:
    """A list of words is a tuple in a cube."""
    return tuple(value) if isinstance(value, list) else value
