"""Choosing: the rows that a filter names by their fields and flags."""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import partial
from typing import Any

import narwhals as nw
import numpy as np
import numpy.typing as npt

from wardmote.definitions.measure import Filter
from wardmote.errors import DefinitionError
from wardmote.measures.columns import Coded
from wardmote.measures.cubes import TABLES


def chosen_rows(rows: nw.LazyFrame[Any], what: Filter) -> nw.LazyFrame[Any]:
    """The rows of a table that a filter chooses. Raises DefinitionError for a field that the table does not have."""
    require_fields(what)
    for field, values in what.where.items():
        rows = rows.filter(nw.col(field).is_in(values))
    for flag in what.flags:
        rows = rows.filter(nw.col("flags").list.contains(flag))
    for flag in what.answered:
        rows = rows.filter(nw.col("answered").list.contains(flag))
    return rows


def are_chosen(combinations: Mapping[str, Coded], what: Filter) -> npt.NDArray[np.bool_]:
    """The same for combinations of the fields, by which the cells of a cube are chosen."""
    are = np.ones(len(next(iter(combinations.values())).codes), dtype=bool)
    for field, values in what.where.items():
        are &= combinations[field].where(frozenset(values).__contains__)
    for field, flags in (("flags", what.flags), ("answered", what.answered)):
        for flag in flags:
            are &= combinations[field].where(partial(_says, flag))
    return are


def _says(flag: str, said: tuple[str, ...] | None) -> bool:
    return flag in (said or ())


def require_fields(what: Filter) -> None:
    """Refuse a filter by what its table does not have. Raises DefinitionError."""
    countable = TABLES[what.table]
    for field in what.where:
        if field not in countable.fields:
            near = get_close_matches(field, countable.fields, n=1) or countable.fields[:1]
            raise DefinitionError(
                f"a measure chooses {what.table} by “{field}”, which cannot be", do=f"did you mean {near[0]}?"
            )
    if (what.flags or what.answered) and not countable.has_flags:
        raise DefinitionError(f"a measure chooses {what.table} by flags, which they do not have", do="take them out")
