"""Measures: a definition and the evidence give a series; a series and its statistics give findings."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wardmote.measures.finding import Finding
    from wardmote.measures.measuring import measure_series
    from wardmote.measures.series import Area, Period, Series

__all__ = ["Area", "Finding", "Period", "Series", "measure_series"]
_ROOM_OF = {"Finding": "finding", "measure_series": "measuring"}


def __getattr__(name: str) -> Any:
    """What is named here is imported when it is asked for: a load counts rows, and needs no statistics for that."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_ROOM_OF.get(name, 'series')}"), name)
