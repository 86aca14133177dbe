"""Registers as spreadsheets: out, changed by hand, and in again without loss."""

from wardmote.web.core.sheets.bringing import Brought, bring_in
from wardmote.web.core.sheets.sheet import Sheet, rows_of

__all__ = ["Brought", "Sheet", "bring_in", "rows_of"]
