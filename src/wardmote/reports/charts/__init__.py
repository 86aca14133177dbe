"""Charts: one frozen object that serves a page, a PDF and a document, with the table behind it."""

from wardmote.reports.charts.chart import Chart
from wardmote.reports.charts.draw import draw_chart

__all__ = ["Chart", "draw_chart"]
