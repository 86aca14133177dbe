"""Writing the quarterly report to a folder: a page and two spreadsheets."""

from dataclasses import dataclass
from pathlib import Path

from wardmote.errors import BadInput
from wardmote.evidence.evidence import Evidence
from wardmote.reports.kpi.building import build_kpi_report
from wardmote.reports.kpi.content import KpiReport
from wardmote.reports.kpi.html import render_kpi_html
from wardmote.reports.kpi.tables import workbook_of
from wardmote.reports.spreadsheets import write_ods, write_xlsx
from wardmote.reports.view import View


@dataclass(frozen=True)
class WrittenKpiReport:
    """Where the forms of a quarterly report were written."""

    html: Path
    xlsx: Path
    ods: Path


def write_kpi_report(evidence: Evidence, *, quarter: str, folder: Path) -> WrittenKpiReport:
    """Build the report of a quarter written like `2024-25 Q4`, and write it; see `write_report`."""
    return write_report(build_kpi_report(evidence, quarter=quarter), folder)


def write_report(report: KpiReport, folder: Path, *, view: View | None = None) -> WrittenKpiReport:
    """Write `kpi.html`, `kpi.xlsx` and `kpi.ods` into a folder, making it where needed.

    `view` is that of the report where its charts are drawn already. Raises BadInput when the folder cannot be written to. A file of the same name is replaced.
    """
    written = WrittenKpiReport(folder / "kpi.html", folder / "kpi.xlsx", folder / "kpi.ods")
    workbook = workbook_of(report)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        written.html.write_text(render_kpi_html(report, view=view), encoding="utf-8", newline="\n")
        write_xlsx(workbook, written.xlsx)
        write_ods(workbook, written.ods)
    except OSError as error:
        raise BadInput(
            f"the report cannot be written ({error.strerror or error})",
            where=str(folder),
            do="choose a folder that you may write to, and close the spreadsheets if they are open",
        ) from error
    return written
