"""The quarterly report as one page that needs nothing else."""

from wardmote.reports.html import render_page
from wardmote.reports.kpi.content import KpiReport
from wardmote.reports.kpi.view import view_of_kpi


def render_kpi_html(report: KpiReport) -> str:
    """The whole page."""
    return render_page("kpi", view_of_kpi(report))
