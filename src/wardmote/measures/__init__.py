"""Measures: a definition and the evidence give a series; a series and its statistics give findings."""

from wardmote.measures.finding import Finding
from wardmote.measures.measuring import measure_series
from wardmote.measures.series import Area, Period, Series

__all__ = ["Area", "Finding", "Period", "Series", "measure_series"]
