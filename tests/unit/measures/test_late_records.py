"""Late and historical records: counted from generated tables, and found in the extract of Exampleshire."""

import csv
from collections import Counter
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wardmote.definitions.catalogue import find_measure
from wardmote.definitions.measure import Filter
from wardmote.errors import NotAvailable
from wardmote.evidence.loading import load_paths
from wardmote.evidence.workspace import Workspace
from wardmote.measures import measure_series
from wardmote.measures.areas import areas_of
from wardmote.measures.findings import find_findings
from wardmote.measures.lags import LagCounts, lag_counts
from wardmote.measures.lateness import lateness_of, table_of
from wardmote.measures.periods import add_months
from wardmote.measures.provisional import provisional_months
from wardmote.measures.series import Area

WHEN = "sexual-offences-by-month-of-offence"


def made_up(events, *, months, longest, missing=None):
    """Counts by lag of one area, from pairs of month of recording and lag."""
    layers = np.zeros((longest + 1, 1, months))
    later = np.zeros((1, months))
    for recorded, lag in events:
        if lag <= longest:
            layers[lag, 0, recorded] += 1
        else:
            later[0, recorded] += 1
    if missing is not None:
        layers[:, :, missing], later[:, missing] = np.nan, np.nan
    first = date(2022, 4, 1)
    run = tuple(add_months(first, i) for i in range(months))
    return LagCounts((Area("partnership", "p", "P"),), run, longest, layers, later, np.zeros_like(later))


@settings(max_examples=1000)
@given(
    st.integers(2, 18).flatmap(
        lambda months: st.tuples(
            st.just(months),
            st.lists(st.tuples(st.integers(0, months - 1), st.integers(0, 20)), max_size=60),
            st.integers(1, 14),
            st.none() | st.integers(0, months - 1),
        )
    )
)
def test_what_happened_in_each_month_is_counted_as_one_by_one(drawn):
    months, events, longest, missing = drawn
    found = made_up(events, months=months, longest=longest, missing=missing).by_occurrence[0]
    for month in range(months):
        wanted = sum(1 for recorded, lag in events if recorded - lag == month and lag <= longest)
        is_waiting = missing is not None and month <= missing <= month + longest
        assert np.isnan(found[month]) if is_waiting else found[month] == wanted


def test_too_few_months_have_no_nowcast():
    assert made_up([(0, 0)], months=5, longest=4).whole is None
    assert made_up([(0, 0)], months=6, longest=4).whole is not None


@pytest.fixture(scope="module")
def offences(partners):
    """Each rape of the extract: when it happened and when it was recorded, read line by line."""
    evidence, _ = partners
    codes = set(find_measure("rape").numerator.where["offence_code"])
    path = evidence.workspace.folder.parent / "partners" / "police-crimes.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = file.readlines()
    header = next(i for i, line in enumerate(lines) if line.startswith("Occurrence Number"))
    return [
        (_day(row["Committed From"]), _day(row["Date Reported"]))
        for row in csv.DictReader(lines[header:])
        if row["HO Offence Code"] in codes
    ]


def _day(text):
    day, month, year = (int(part) for part in text.split(" ")[0].split("/"))
    return date(year, month, day)


def _lag(occurred, recorded):
    return (recorded.year - occurred.year) * 12 + recorded.month - occurred.month


def test_rapes_of_the_extract_are_counted_by_either_day_as_a_plain_reader_counts(partners, offences):
    evidence, _ = partners
    current = find_measure("rape")
    by_occurrence = current.model_copy(
        update={"numerator": current.numerator.model_copy(update={"dated_by": "occurred"})}
    )
    for measure, place in ((by_occurrence, 0), (current, 1)):
        wanted = Counter(f"{days[place]:%Y-%m}" for days in offences if _lag(*days) <= 12)
        series = measure_series(evidence, measure)
        found = {period.label: count for period, count in zip(series.periods, series.count[0], strict=True)}
        assert {month: wanted[month] for month in found} == found


def test_historical_offences_are_counted_apart_and_said(partners):
    evidence, truths = partners
    year = truths.figure("sexual-offences").years[-1]
    recent = measure_series(evidence, find_measure("sexual-offences"), period="year").count[0, -1]
    every = measure_series(evidence, find_measure("sexual-offences", version=1), period="year").count[0, -1]
    assert every == year.count
    change = next(one for one in find_findings(evidence, find_measure("sexual-offences")) if one.kind == "change")
    assert f"more than 12 months before they were recorded: {every - recent:,.0f}, and" in change.sentence
    assert f"numbered {recent:,.0f} in April 2024 to March 2025" in change.sentence


def test_the_planted_curves_of_late_recording_are_found(partners):
    evidence, truths = partners
    for planted in truths.lateness:
        what = Filter(table="events", where={"source": ("police-crimes",), "offence_code": planted.codes})
        found = lag_counts(evidence, what, areas=areas_of(evidence, "partnership"))
        assert found.whole.share_by_delay == pytest.approx(planted.by_month, abs=0.03), planted.kind


def test_the_newest_months_are_provisional_and_no_test_is_made_with_them(partners):
    evidence, _ = partners
    measure = find_measure(WHEN)
    waiting = provisional_months(evidence, measure).months
    assert waiting[-1] == date(2025, 3, 1)
    assert 6 <= len(waiting) <= 12
    series = measure_series(evidence, measure)
    assert [p.last for p, status in zip(series.periods, series.status[0], strict=True) if status == "provisional"] == [
        *waiting
    ]
    found = {one.kind: one for one in find_findings(evidence, measure)}
    last_settled = f"{add_months(waiting[0], -1):%B %Y}"
    assert found["control"].periods == last_settled
    assert found["change"].periods.split(" against ")[0].endswith(last_settled)
    assert all(any("provisional" in caveat for caveat in one.caveats) for one in found.values())


def test_by_month_of_recording_nothing_is_provisional(partners):
    evidence, _ = partners
    assert provisional_months(evidence, find_measure("sexual-offences")).months == ()


def test_a_nowcast_stands_beside_the_count_and_never_in_its_place(partners):
    evidence, _ = partners
    plain, series = (measure_series(evidence, find_measure(WHEN), is_nowcast=is_one) for is_one in (False, True))
    assert (plain.count == series.count).all()
    waiting = series.is_provisional
    assert (series.expected[waiting] >= series.count[waiting]).all()
    assert (series.expected_lower[waiting] <= series.expected[waiting]).all()
    assert np.isnan(series.expected[~waiting]).all()
    years = measure_series(evidence, find_measure(WHEN), period="year", is_nowcast=True)
    last = [row for row in years.rows() if row.status == "provisional"][-1]
    assert last.count < last.expected < last.expected_upper


@pytest.mark.parametrize(
    ("id_", "words"), [("burglary", "no record comes late"), ("sexual-offences", "no record comes")]
)
def test_what_is_counted_by_recording_has_no_nowcast(partners, id_, words):
    with pytest.raises(NotAvailable, match=words):
        measure_series(partners[0], find_measure(id_), is_nowcast=True)


def test_how_late_a_source_is_can_be_asked(partners):
    found = lateness_of(partners[0], "police-crimes")
    assert "are recorded in the month in which they happen" in found.sentences[0]
    assert "historical records" in found.sentences[1]
    shares, months = table_of(found)
    assert shares[2][-1] == ("the 12 months after", "100.0%")
    assert months[2][-1][0] == "March 2025"


def test_a_source_that_says_one_day_only_cannot_be_asked(partners):
    with pytest.raises(NotAvailable, match="does not say both"):
        lateness_of(partners[0], "fire")


def test_where_the_police_say_one_day_only_all_that_was_recorded_is_counted(tmp_path):
    rows = "".join(f"R{k},{date(2022, 4, 1) + timedelta(days=k)},Sexual offences,153\n" for k in range(1095))
    crimes, lookup = tmp_path / "crimes.csv", tmp_path / "lookup.csv"
    crimes.write_text(f"Occurrence Number,Date Reported,Offence Group,HO Offence Code\n{rows}", encoding="utf-8")
    lookup.write_text(
        "LSOA21CD,LSOA21NM,LSOA21NMW,WD24CD,WD24NM,WD24NMW,LAD24CD,LAD24NM,LAD24NMW,ObjectId\n"
        "E01990000,Exampleton 001A,,E05990001,Harbour,,E06990001,Exampleton,,1\n",
        encoding="utf-8",
    )
    workspace = Workspace.create(tmp_path / "workspace", areas=("Exampleton",))
    load_paths(workspace.store, [crimes, lookup])
    evidence = workspace.evidence()
    series = measure_series(evidence, find_measure("sexual-offences"), period="year")
    assert series.count[0].tolist() == [365, 366, 364]
    change = next(one for one in find_findings(evidence, find_measure("sexual-offences")) if one.kind == "change")
    assert "Counted apart" not in change.sentence
    with pytest.raises(NotAvailable, match="does not say both"):
        measure_series(evidence, find_measure(WHEN))
