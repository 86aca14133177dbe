"""The truths are those of the files: counted again by a plain reader, without the code that wrote them."""

import json
import math
from collections import Counter
from datetime import date, datetime, timedelta
from functools import cache

import pytest
from ray_casting import lies_in

from wardmote.synthetic.partners import read_partner_truths
from wardmote.synthetic.partners.patrol_areas import NAME as OUTLINES
from wardmote.synthetic.partners.truths import write_partner_truths

CRIMES, ASB = "police-crimes.csv", "police-asb.csv"
# Where a count of rows is counted: the column of the day.
DAY = {
    CRIMES: ("Date Reported", "%d/%m/%Y %H:%M"),
    ASB: ("Incident Date", "%d/%m/%Y"),
    "fire.csv": ("Date of Call", "%d-%b-%Y"),
    "ambulance.csv": ("Call Date", "%Y-%m-%d"),
    "ed-violence.csv": ("Incident Date", "%d/%m/%y"),
    "fly-tipping.csv": ("Date Reported", "%d/%m/%Y"),
    "school-exclusions.csv": ("Start Date", "%d %B %Y"),
    "road-collisions.csv": ("Date", "%d/%m/%Y"),
}
REPEATS = {
    "domestic-abuse-repeat-victims": "Victim Ref",
    "domestic-abuse-repeat-suspects": "Suspect Ref",
    "serious-violence-repeat-victims": "Victim Ref",
    "serious-violence-repeat-suspects": "Suspect Ref",
    "personal-asb-repeat-callers": "Caller Ref",
    "asb-repeat-suspects": "Suspect Ref",
}


@pytest.fixture(scope="module")
def dated(good):
    """The good rows of a file, each with its day."""
    held = {}

    def read(name):
        if name not in held:
            column, form = DAY[name]
            held[name] = [
                (_day(row[column].split(" ")[0], form.split(" ")[0]) if ":" in form else _day(row[column], form), row)
                for row in good(name)
            ]
        return held[name]

    return read


@pytest.fixture(scope="module")
def outlines(partners):
    """The rings of each patrol area, in metres, by year."""
    found = {}
    for feature in json.loads((partners / OUTLINES).read_text(encoding="utf-8"))["features"]:
        found.setdefault(feature["properties"]["year"], []).append(feature["geometry"]["coordinates"])
    return found


def _chosen(row, selection):
    return all(row[column] in values for column, values in selection.items())


def _is_placed(row, figure, year, truths, outlines):
    label = f"{year.first.year}-{(year.first.year + 1) % 100}"
    if figure.is_in_patrol_areas:
        return _is_outlined(row, outlines[label])
    if not figure.is_in_priority_locations:
        return True
    return row["LSOA Code"] in truths.priority_lsoas[label]


def _is_outlined(row, outlines):
    """Whether the middle of the square of 100 metres that a record is moved to lies in an outline."""
    east, north = (int(row[column]) // 100 * 100 + 50 for column in ("Easting", "Northing"))
    return any(lies_in(rings, east, north) for rings in outlines)


def _ids(truths, kind, files=DAY):
    return [figure.id for figure in truths.figures if figure.kind == kind and figure.file in files]


def _next_year(day):
    return date(day.year + 1, day.month, day.day)


def test_counts_are_the_rows_of_each_year(dated, partner_truths, outlines):
    for id_ in _ids(partner_truths, "count"):
        figure = partner_truths.figure(id_)
        for year in figure.years:
            end = _next_year(year.first)
            rows = sum(
                year.first <= day < end
                and _chosen(row, figure.selection)
                and _is_placed(row, figure, year, partner_truths, outlines)
                for day, row in dated(figure.file)
            )
            assert rows == year.count, id_


@pytest.mark.parametrize(("id_", "column"), REPEATS.items())
def test_repeats_are_people_with_another_event_within_a_year_of_their_first(dated, partner_truths, id_, column):
    figure = partner_truths.figure(id_)
    days: dict[str, list[date]] = {}
    for day, row in dated(figure.file):
        if row[column] and _chosen(row, figure.selection):
            counted = _day(row[figure.dated_by].split(" ")[0]) if figure.dated_by else day
            days.setdefault(row[column], []).append(counted)
    assert len(figure.years) == 2
    for year in figure.years:
        in_year = {who: sorted(d for d in theirs if d >= year.first) for who, theirs in days.items()}
        firsts = {who: theirs for who, theirs in in_year.items() if theirs and theirs[0] < _next_year(year.first)}
        again = sum(len(t) > 1 and t[1] <= t[0] + timedelta(days=365) for t in firsts.values())
        assert (again, len(firsts)) == (year.count, year.base)


@pytest.mark.parametrize("id_", ["sexual-offences-alcohol", "asb-alcohol", "asb-drugs", "asb-mental-health"])
def test_shares_are_yes_among_yes_and_no(dated, partner_truths, id_):
    figure = partner_truths.figure(id_)
    flag = next(column for column in figure.selection if column in {"Alcohol", "Drugs", "Mental Health"})
    others = {column: values for column, values in figure.selection.items() if column != flag}
    for year in figure.years:
        said = Counter(
            row[flag] in {"Y", "Yes"}
            for day, row in dated(figure.file)
            if year.first <= day < _next_year(year.first) and row[flag] and _chosen(row, others)
        )
        assert (said[True], said.total()) == (year.count, year.base)


def test_alcohol_is_answered_more_often_from_the_new_system_on(dated, partner_truths):
    truth = next(t for t in partner_truths.completeness if t.file == CRIMES and t.flag == "Alcohol")
    for rows, planted in (
        ([row for day, row in dated(CRIMES) if day < truth.changed_from], truth.before),
        ([row for day, row in dated(CRIMES) if day >= truth.changed_from], truth.after),
    ):
        assert sum(bool(row["Alcohol"]) for row in rows) / len(rows) == pytest.approx(planted, abs=0.01)


def test_late_records_follow_the_planted_curve(dated, partner_truths):
    for truth in partner_truths.lateness:
        lags = [
            (day - _day(row["Committed From"].split(" ")[0])).days
            for day, row in dated(CRIMES)
            if row["HO Offence Code"] in truth.codes
        ]
        assert min(lags) == 0
        for days, share in zip(truth.days, truth.shares, strict=True):
            assert sum(lag <= days for lag in lags) / len(lags) == pytest.approx(share, abs=0.03)


def test_planted_repeat_rates_are_met(partner_truths):
    planted = [figure for figure in partner_truths.figures if figure.kind == "repeat" and figure.planted]
    assert len(planted) == 4
    for figure in planted:
        for year, chance in zip(figure.years, figure.planted, strict=True):
            assert year.count / year.base == pytest.approx(chance, abs=4 * math.sqrt(chance / year.base))


def test_planted_changes_stand_out_of_chance_and_what_is_unchanged_does_not(partner_truths):
    strength = {
        figure.id: abs(_z(figure)) for figure in partner_truths.figures if figure.kind in {"repeat", "share", "count"}
    }
    changed = {figure.id for figure in partner_truths.figures if figure.is_changed}
    # Months are busier or quieter than chance allows, so counts vary by more than their own.
    beyond = {figure.id: 3.0 if figure.kind == "count" else 2.2 for figure in partner_truths.figures}
    # Domestic abuse falls a little with another way of recording offences against public order.
    weak = {"domestic-abuse-crimes"}
    assert {id_ for id_, z in strength.items() if z > beyond[id_]} - weak == (changed & strength.keys()) - weak


def test_the_conferences_are_those_of_the_published_figures(good, partner_truths):
    rows = good("marac.csv")
    assert len(rows) == 104
    years = [rows[:52], rows[52:]]
    sums = [[sum(int(row[name]) for row in year) for name in ("Cases Discussed", "Repeat Cases")] for year in years]
    assert sums == [[734, 160], [721, 116]]
    assert all(int(row["Repeat Cases"]) <= int(row["Cases Discussed"]) for row in rows)
    assert [(year.count, year.base) for year in partner_truths.figure("marac-repeats").years] == [
        (160, 734),
        (116, 721),
    ]


def test_safe_places_are_102_57_and_11(good):
    assert [int(row["Safe Places"]) for row in good("safe-places.csv")[-3:]] == [102, 57, 11]


def test_the_panel_is_ninety_of_whom_94_in_100_are_55_or_over(good):
    rows = good("peoples-panel.csv")
    concerns = Counter(one for row in rows for one in row["Problems Where You Live"].split("; "))
    assert len(rows) == 90
    assert sum(row["Age Group"] == "55+" for row in rows) == 85
    top = ("Anti-social behaviour", "Rural crime", "Vehicle crime", "Drug dealing")
    assert [concerns[name] for name in top] == [41, 35, 34, 33]
    assert Counter(row["Experienced Crime"] for row in rows) == {"Yes": 13, "No": 75, "": 2}


def test_the_published_crimes_of_our_partnership_are_those_of_the_extract(good, dated):
    rows = [row for row in good("recorded-crime-csp.ods") if row["CSP Name"] == "Exampleshire"]
    extract = Counter(row["HO Offence Code"] for _, row in dated(CRIMES))
    published = Counter()
    for row in rows:
        published[row["Offence Code"]] += int(float(row["Number of Offences"]))
    assert {code: n for code, n in published.items() if n} == extract


def test_one_delivery_is_late_one_missing_and_one_incomplete(good, partner_truths):
    rows = good("s17a-arrivals.csv")
    late = [row for row in rows if row["Received"] and _day(row["Received"]) > _day(row["Due"])]
    missing = [row for row in rows if not row["Received"]]
    partial = [row for row in rows if row["Complete"] == "No"]
    found = [(row["Dataset"], row["Information Period"]) for row in (*late, *missing, *partial)]
    assert found == [(one.dataset, one.period) for one in partner_truths.arrivals]
    assert [one.state for one in partner_truths.arrivals] == ["late", "missing", "incomplete"]


def test_truths_are_the_same_when_read_back(partner_truths, tmp_path):
    write_partner_truths(partner_truths, folder=tmp_path)
    assert read_partner_truths(tmp_path) == partner_truths


@cache
def _day(text, form="%d/%m/%Y"):
    return datetime.strptime(text, form).date()


def _z(figure):
    """How far the last two years are apart, in standard errors."""
    before, after = [year for year in figure.years if year.base != 0][-2:]
    if before.base is None:
        return (after.count - before.count) / math.sqrt(after.count + before.count)
    whole = (before.count + after.count) / (before.base + after.base)
    spread = math.sqrt(whole * (1 - whole) * (1 / before.base + 1 / after.base))
    return (after.count / after.base - before.count / before.base) / spread
