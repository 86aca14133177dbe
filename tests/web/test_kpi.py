"""The quarterly report on the site: the quarters, one of them while it is made and after, and its files."""

import io
import threading
import zipfile

import pytest
from web.pages import addresses, words

from wardmote.web.core.workspace import current_evidence
from wardmote.web.insight.queries import kpi
from wardmote.web.insight.queries.kpi import quarter_to, report_in_making

QUARTER = "/kpi/2024-25-Q4/"


@pytest.fixture
def made(site):
    """The site, once the report of the quarter is there."""
    report_in_making(current_evidence(), "2024-25 Q4").result(timeout=120)
    return site


def test_the_quarters_are_listed_newest_first_and_lead_to_their_reports(site):
    links = [address for address in addresses(site.get("/kpi/")) if address.startswith("/kpi/20")]
    assert QUARTER in links
    assert links == sorted(links, reverse=True)


@pytest.mark.parametrize(
    ("year", "month", "label"), [(2025, 3, "2024-25 Q4"), (2025, 6, "2025-26 Q1"), (2024, 12, "2024-25 Q3")]
)
def test_a_quarter_is_named_by_its_last_month(year, month, label):
    assert quarter_to(year, month).label == label


def test_a_report_has_each_live_measure_with_what_a_board_asks(made):
    page = made.get(QUARTER)
    text = words(page)
    assert "What changed since 2024-25 Q3" in text
    assert "The two quarters are shown and not tested." in text
    for part in ("Target", "Benchmark", "What to mind", "Owner"):
        assert part in text
    assert 'id="burglary"' in page.text
    assert "/measures/burglary/" in addresses(page)


def test_a_report_that_is_being_made_says_so_and_asks_again(site, monkeypatch):
    monkeypatch.setattr("wardmote.web.insight.views.kpi._PATIENCE_SECONDS", 0.01)
    report_in_making.cache_clear()
    with kpi._making:
        answer = site.get(QUARTER)
        assert "The report of 2024-25 Q4 is being made" in words(answer)
        assert answer.headers["Refresh"] == "3"
    report_in_making(current_evidence(), "2024-25 Q4").result(timeout=120)
    assert "Refresh" not in site.get(QUARTER).headers


def test_what_is_wrong_is_told_to_who_asks(site):
    assert site.get("/kpi/2030-31-Q1/").status_code == 404
    assert not [thread for thread in threading.enumerate() if thread.name == "kpi"]


@pytest.mark.parametrize("name", ["kpi.html", "kpi.xlsx", "kpi.ods"])
def test_a_report_is_saved_in_three_forms(made, name):
    answer = made.get(f"{QUARTER}{name}")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="kpi-2024-25-Q4{name[3:]}"'
    if name == "kpi.html":
        assert answer.content.startswith(b"<!DOCTYPE html>")
    else:
        assert zipfile.ZipFile(io.BytesIO(answer.content)).testzip() is None


def test_an_empty_site_says_what_to_load(empty_site):
    assert "Nothing is loaded" in words(empty_site.get("/kpi/")) or "load" in words(empty_site.get("/kpi/"))
