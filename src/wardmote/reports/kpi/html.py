"""The quarterly report as one page that needs nothing else."""

from wardmote.reports.html import render_page
from wardmote.reports.kpi.content import KpiReport
from wardmote.reports.kpi.view import view_of_kpi
from wardmote.reports.view import View


def render_kpi_html(report: KpiReport, *, view: View | None = None) -> str:
    """The whole page; `view` is that of the report where its charts are drawn already."""
    return render_page("kpi", view_of_kpi(report) if view is None else view)
