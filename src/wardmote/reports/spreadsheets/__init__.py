"""Spreadsheets for everyone: one table a sheet, nothing merged, nothing blank, as XLSX and as ODS.

Source: Government Analysis Function, Releasing statistics in spreadsheets.
"""

from wardmote.reports.spreadsheets.ods import write_ods
from wardmote.reports.spreadsheets.workbook import Cell, Sheet, Workbook
from wardmote.reports.spreadsheets.xlsx import write_xlsx

__all__ = ["Cell", "Sheet", "Workbook", "write_ods", "write_xlsx"]
