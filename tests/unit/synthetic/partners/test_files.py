"""Each file looks as a partner would send it, and holds the rows that the truths say."""

import re
from datetime import datetime

import pytest

from wardmote.synthetic.partners import read_partner_truths, write_partner_files
from wardmote.synthetic.partners.comparisons import CATEGORY_NAME
from wardmote.synthetic.partners.patrol_areas import NAME as OUTLINES
from wardmote.synthetic.partners.police_crimes import HEADER
from wardmote.synthetic.partners.truths import PARTNER_TRUTHS_FILE

CASES = (
    "police-crimes.csv", "police-asb.csv", "fire.csv", "ambulance.csv", "ed-violence.csv", "council-asb.xlsx",
    "fly-tipping.csv", "fly-tipping-defra.csv", "school-exclusions.csv", "road-collisions.csv", "probation.csv",
    "drug-services.csv", "perpetrator-programme.xlsx", "friends-against-scams.csv", "safe-places.csv",
    "training-attendance.csv", "savings.csv", "marac.csv", "activity.csv", "recorded-crime-csp.ods",
    "peoples-panel.csv", "resident-survey.xlsx", "priority-locations.csv", "liaison-officers.csv", "s17a-arrivals.csv",
    "series_breaks_partners.csv", "workday_population_2021.csv", "comparators.csv",
    "crime-severity-weights-invented.xlsx", "crime-harm-index-invented.csv", "postcode-directory.csv",
)  # fmt: skip


def test_every_file_is_in_the_truths_and_every_truth_has_its_file(partners, partner_truths):
    assert {path.name for path in partners.iterdir()} == {one.name for one in partner_truths.files} | {
        PARTNER_TRUTHS_FILE
    }
    assert {one.name for one in partner_truths.files} == {*CASES, OUTLINES, CATEGORY_NAME}


@pytest.mark.parametrize("name", CASES)
def test_the_rows_are_as_many_as_the_truths_say(table, partner_truths, name):
    assert len(table(name)) == partner_truths.file(name).rows


def test_rows_with_a_planted_fault_have_it_and_no_others_do(table, partner_truths):
    aside = {one.row: one.why for one in partner_truths.file("police-crimes.csv").set_aside}
    found = {}
    for number, row in enumerate(table("police-crimes.csv"), start=1):
        if not row["Date Reported"]:
            found[number] = "there is no date of recording"
        elif not _is_moment(row["Date Reported"]):
            found[number] = "the date of recording is no date"
    assert found == aside
    assert len(aside) == 5


def test_the_police_extract_has_titles_a_mark_and_windows_line_ends(partners):
    content = (partners / "police-crimes.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfExampleshire Police - OFFICIAL-SENSITIVE\r\n")
    assert content.decode("utf-8-sig").split("\r\n")[3] == ",".join(HEADER)


def test_the_council_keeps_dates_as_numbers_and_as_text(table):
    received = [row["Date Received"] for row in table("council-asb.xlsx")]
    by_hand = [text for text in received if re.fullmatch(r"\d\d\.\d\d\.\d{4}", text)]
    as_dates = [text for text in received if re.fullmatch(r"\d{4}-\d\d-\d\d", text)]
    assert 0.08 < len(by_hand) / len(received) < 0.16
    assert len(by_hand) + len(as_dates) == len(received) - 3


def test_the_national_table_is_latin_1_with_a_title_and_rows_that_add_up_others(partners, table, partner_truths):
    text = (partners / "fly-tipping-defra.csv").read_bytes().decode("latin-1")
    assert "Total Clearance Cost (£)" in text.splitlines()[1]
    with pytest.raises(UnicodeDecodeError):
        (partners / "fly-tipping-defra.csv").read_bytes().decode("utf-8")
    rows = table("fly-tipping-defra.csv")
    sums = {one.row for one in partner_truths.file("fly-tipping-defra.csv").set_aside}
    assert sums == {i for i, row in enumerate(rows, start=1) if row["ONS Code"][:3] not in {"E06", "E07"}}
    assert all("," in row["Total Incidents"] for row in rows)


@pytest.mark.slow
def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(partners, tmp_path):
    same, other = tmp_path / "same", tmp_path / "other"
    write_partner_files(same)
    write_partner_files(other, seed=7, months=24)
    assert {p.name: p.read_bytes() for p in same.iterdir()} == {p.name: p.read_bytes() for p in partners.iterdir()}
    assert (other / "police-crimes.csv").read_bytes() != (same / "police-crimes.csv").read_bytes()
    assert len(read_partner_truths(other).months) == 24


def _is_moment(text: str) -> bool:
    try:
        datetime.strptime(text, "%d/%m/%Y %H:%M")
    except ValueError:
        return False
    return True
