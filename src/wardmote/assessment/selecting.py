"""Smaller series cut out of larger ones: the areas and periods that one figure shows."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np

from wardmote.measures.series import Period, Series

_MATRICES = ("count", "base", "value", "lower", "upper", "status", "expected", "expected_lower", "expected_upper",
             "withheld")  # fmt: skip


def pick_areas(series: Series, *, rows: Sequence[int]) -> Series:
    """The same series for some of its areas, in the order of `rows`."""
    matrices = {name: matrix[list(rows), :] for name, matrix in _matrices(series)}
    return replace(series, areas=tuple(series.areas[row] for row in rows), **matrices)


def pick_periods(series: Series, *, columns: Sequence[int]) -> Series:
    """The same series for some of its periods, in the order of `columns`."""
    matrices = {name: matrix[:, list(columns)] for name, matrix in _matrices(series)}
    return replace(series, periods=tuple(series.periods[column] for column in columns), **matrices)


def _matrices(series: Series) -> Iterator[tuple[str, Any]]:
    return ((name, getattr(series, name)) for name in _MATRICES if getattr(series, name) is not None)


def at_quarter_ends(series: Series) -> Series:
    """Only the periods that end with March, June, September or December."""
    return pick_periods(series, columns=[j for j, period in enumerate(series.periods) if period.last.month % 3 == 0])


def between(series: Series, *, first: date, last: date) -> Series:
    """Only the periods that lie wholly inside the months `first` to `last`."""
    inside = [j for j, period in enumerate(series.periods) if first <= period.first and period.last <= last]
    return pick_periods(series, columns=inside)


def from_first_value(series: Series) -> Series:
    """The series without the periods before its first value: what has not begun is not a gap."""
    columns = np.flatnonzero(np.any((series.status == "ok") | series.is_provisional, axis=0))
    if columns.size == 0:
        return pick_periods(series, columns=[])
    return pick_periods(series, columns=range(int(columns[0]), len(series.periods)))


def column_of(series: Series, period: Period) -> int:
    """Where a period stands in the series."""
    return series.periods.index(period)
