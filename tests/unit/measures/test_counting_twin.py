"""Every count of every LSOA and month of Exampleshire, against reading the files row by row."""

import csv
from collections import Counter

import numpy as np
import pytest

from wardmote.definitions.catalogue import all_measures
from wardmote.measures import measure_series


@pytest.fixture(scope="module")
def rows(demo_folder):
    """Every street row of the home force, a crime that stands twice word for word taken once, with its line's fields."""
    found = []
    for path in sorted(demo_folder.rglob("*-exampleshire-street.csv")):
        seen = set()
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                fields = tuple(row.values())
                if row["Crime ID"] and fields in seen:
                    continue
                seen.add(fields)
                found.append(row)
    return found


@pytest.fixture(scope="module")
def unit_of(demo_folder):
    """The LSOA of 2021 of each published code that is not a part of one that was split."""
    parts = {}
    with next(demo_folder.rglob("LSOA11_LSOA21_LAD22_EW_LU.csv")).open(encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            parts.setdefault(row["LSOA11CD"], set()).add(row["LSOA21CD"])
            parts.setdefault(row["LSOA21CD"], {row["LSOA21CD"]})
    return {code: next(iter(units)) for code, units in parts.items() if len(units) == 1}


COUNTS = [measure for measure in all_measures() if measure.numerator.table == "incidents" and not measure.severity]


@pytest.mark.parametrize("measure", COUNTS, ids=lambda measure: measure.id)
def test_each_lsoa_and_month_is_counted_as_a_plain_reader_counts(evidence, rows, unit_of, measure):
    series = measure_series(evidence, measure, by="lsoa")
    types = measure.numerator.where.get("crime_type")
    expected = Counter(
        (unit_of[row["LSOA code"]], row["Month"])
        for row in rows
        if row["LSOA code"] in unit_of
        and (row["Crime type"] in types if types else row["Crime type"] != "Anti-social behaviour")
    )
    # Parts of an LSOA that was split are placed by their map points, which is tested elsewhere.
    whole = {unit for code, unit in unit_of.items()} - _parts_of_split(evidence)
    for i, area in enumerate(series.areas):
        if area.code in whole:
            found = series.count[i]
            assert list(found) == [expected[area.code, period.label] for period in series.periods], area.code


def _parts_of_split(evidence):
    rows = evidence.snapshot.rows(
        "SELECT to_code FROM area_links WHERE from_kind = 'lsoa11' AND to_kind = 'lsoa21'"
        " AND from_code IN (SELECT lsoa_code FROM places WHERE parts > 1)"
    )
    return {code for (code,) in rows}


@pytest.mark.parametrize("by", ["section", "ward", "lsoa"])
def test_parts_add_up_to_the_partnership(evidence, by):
    for measure in COUNTS[:3]:
        parts = measure_series(evidence, measure, by=by)
        whole = measure_series(evidence, measure, by="partnership")
        np.testing.assert_array_equal(parts.count.sum(axis=0), whole.count[0])


@pytest.mark.parametrize("period", ["quarter", "year", "rolling-12"])
def test_longer_periods_are_sums_of_their_months(evidence, period):
    months = measure_series(evidence, COUNTS[0], by="section", period="month")
    longer = measure_series(evidence, COUNTS[0], by="section", period=period)
    for j, one in enumerate(longer.periods):
        inside = [k for k, month in enumerate(months.periods) if one.first <= month.first <= one.last]
        np.testing.assert_array_equal(longer.count[:, j], months.count[:, inside].sum(axis=1))
