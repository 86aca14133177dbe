"""The quarterly performance report, made in the background once for each load and quarter, and kept in memory."""

import tempfile
import threading
from concurrent.futures import Future
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from wardmote.evidence.evidence import Evidence
from wardmote.reports.kpi.building import build_kpi_report
from wardmote.reports.kpi.content import KpiReport
from wardmote.reports.kpi.quarter import Quarter, read_quarter
from wardmote.reports.kpi.view import view_of_kpi
from wardmote.reports.kpi.writing import write_report
from wardmote.reports.view import View
from wardmote.web.insight.queries.series import horizon

DOWNLOADS = ("kpi.html", "kpi.xlsx", "kpi.ods")
# A comparison of two years needs them: quarters with fewer months before their end are not offered.
_MONTHS_NEEDED = 24
# One report at a time: each keeps both processors busy.
_making = threading.Lock()


@dataclass(frozen=True)
class DrawnReport:
    """A report, the plain view of it with its charts drawn, and each file that it may be saved as, by name."""

    report: KpiReport
    view: View
    files: dict[str, bytes]


def quarters(evidence: Evidence) -> tuple[Quarter, ...]:
    """The whole quarters with two years of months up to their end, newest first."""
    months = horizon(evidence).months
    ends = [month for month in months[_MONTHS_NEEDED - 1 :] if month.month % 3 == 0]
    return tuple(quarter_to(month.year, month.month) for month in reversed(ends))


def quarter_to(year: int, last_month: int) -> Quarter:
    """The quarter that ends with this month of this year."""
    start, number = (year - 1, 4) if last_month == 3 else (year, last_month // 3 - 1)
    return read_quarter(f"{start}-{(start + 1) % 100:02} Q{number}")


@lru_cache(maxsize=4)
def report_in_making(evidence: Evidence, label: str) -> "Future[DrawnReport]":
    """The report of a quarter, or the promise of it; its result raises what `build_kpi_report` raises."""
    promise: Future[DrawnReport] = Future()
    # Who stops the site does not wait for a report that nobody will read.
    threading.Thread(target=_keep, args=(promise, evidence, label), name="kpi", daemon=True).start()
    return promise


def _keep(promise: "Future[DrawnReport]", evidence: Evidence, label: str) -> None:
    try:
        with _making:
            promise.set_result(_make(evidence, label))
    except Exception as error:  # noqa: BLE001 (whoever asks for the result is told)
        promise.set_exception(error)


def _make(evidence: Evidence, label: str) -> DrawnReport:
    report = build_kpi_report(evidence, quarter=label)
    view = view_of_kpi(report)
    with tempfile.TemporaryDirectory() as folder:
        written = write_report(report, Path(folder), view=view)
        files = {path.name: path.read_bytes() for path in (written.html, written.xlsx, written.ods)}
    return DrawnReport(report, view, files)
