"""Severity, standing, inequality and ranks on Exampleshire with its partners' files: against plain readers and truths."""

import csv
from collections import Counter

import numpy as np
import pytest
from python_calamine import CalamineWorkbook

from wardmote.definitions.catalogue import find_measure
from wardmote.errors import NotAvailable
from wardmote.measures import measure_series
from wardmote.measures.deprivation import harmed_by_deprivation
from wardmote.measures.findings import find_findings
from wardmote.measures.releasing import release
from wardmote.synthetic.partners.comparisons import SEVERITY_NAME, WITHOUT_WEIGHT, weight_of


@pytest.fixture(scope="module")
def with_partners(partners):
    """The evidence of Exampleshire with every partner's files, and the folder of those."""
    evidence, _ = partners
    return evidence, evidence.workspace.folder.parent / "partners"


@pytest.fixture(scope="module")
def years(with_partners):
    """How often each offence code stands in the police extract, by financial year, as a plain reader counts."""
    evidence, _ = with_partners
    rows = evidence.snapshot.rows("SELECT month, offence_code FROM events WHERE source = 'police-crimes'")
    counted = Counter()
    for month, code in rows:
        counted[month.year if month.month >= 4 else month.year - 1, code] += 1
    return counted


def test_the_weights_are_those_of_the_file(with_partners):
    evidence, folder = with_partners
    rows = CalamineWorkbook.from_path(folder / SEVERITY_NAME).get_sheet_by_name("Weights").to_python()
    listed = {str(row[1]): float(row[3]) for row in rows[3:] if isinstance(row[3], float)}
    assert len(listed) > 40
    assert dict(evidence.snapshot.rows("SELECT code, weight FROM weights WHERE edition = 'css'")) == listed


def test_severity_is_the_sum_of_the_weights_and_what_has_none_is_told(with_partners, years):
    evidence, _ = with_partners
    series = measure_series(evidence, find_measure("crime-severity"), period="year")
    for row in series.rows():
        of_year = {code: n for (year, code), n in years.items() if f"{year}-{(year + 1) % 100:02}" == row.period}
        weighed = {code: n for code, n in of_year.items() if code not in WITHOUT_WEIGHT}
        assert row.value == pytest.approx(sum(n * weight_of(code) for code, n in weighed.items()))
        assert row.count == sum(of_year.values())
        assert row.lower < row.value < row.upper
    without = sum(n for (_, code), n in years.items() if code in WITHOUT_WEIGHT)
    (note,) = series.notes
    assert f"{without:,} of {sum(years.values()):,} crimes" in note
    assert all(code in note for code in WITHOUT_WEIGHT)


def test_sections_add_up_to_the_partnership(with_partners):
    evidence, _ = with_partners
    parts, whole = (measure_series(evidence, find_measure("crime-harm"), by=by) for by in ("section", "partnership"))
    assert parts.value.sum(axis=0) == pytest.approx(whole.value[0])


def test_a_rate_of_severity_stands_on_residents(with_partners):
    evidence, _ = with_partners
    measure = find_measure("crime-severity")
    plain, rate = (measure_series(evidence, measure, period="year", unit=unit) for unit in (None, "rate"))
    assert rate.unit == "severity points per 1,000 residents"
    assert rate.value == pytest.approx(plain.value / rate.base * 1000)


def test_where_most_has_no_weight_nothing_is_said_of_change(with_partners):
    evidence, _ = with_partners
    measure = find_measure("crime-severity")
    strict = measure.model_copy(update={"severity": measure.severity.model_copy(update={"most_without_weight": 0.001})})
    (finding,) = find_findings(evidence, strict)
    assert finding.distinguishable is None
    assert "have no weight" in finding.sentence


def test_every_finding_of_severity_says_how_much_has_no_weight(with_partners):
    evidence, _ = with_partners
    for finding in find_findings(evidence, find_measure("crime-severity"), by="section"):
        assert "have no weight" in finding.sentence
        assert "are not in the sum: offence code 99" in finding.caveats[0]


def test_a_category_with_several_weights_has_none_and_nothing_is_said_of_change(with_partners):
    evidence, _ = with_partners
    measure = find_measure("crime-severity-by-category")
    series = measure_series(evidence, measure, period="year")
    assert "Violence and sexual offences" in series.notes[0]
    assert find_findings(evidence, measure)[0].distinguishable is None


def test_without_weights_the_reason_is_one_sentence(evidence):
    with pytest.raises(NotAvailable, match="no weights of the ONS Crime Severity Score are loaded"):
        measure_series(evidence, find_measure("crime-severity-by-category"))


def test_small_sums_are_hidden_with_their_crimes(with_partners):
    evidence, _ = with_partners
    series = release(measure_series(evidence, find_measure("crime-severity"), by="lsoa", end=None))
    is_small = (series.status == "suppressed") & np.isnan(series.value)
    assert is_small.any()
    assert not ((series.count > 0) & (series.count < 5)).any()


def test_a_sum_that_one_crime_makes_up_most_of_is_hidden(with_partners):
    evidence, _ = with_partners
    rows = evidence.snapshot.rows(
        "SELECT unit, month, offence_code FROM events JOIN places USING (lsoa_code) WHERE source = 'police-crimes'"
    )
    heaviest = {}
    for unit, month, code in rows:
        if code not in WITHOUT_WEIGHT:
            heaviest[unit, month] = max(weight_of(code), heaviest.get((unit, month), 0))
    shown = release(measure_series(evidence, find_measure("crime-severity"), by="lsoa"))
    told = [
        (heaviest[area.code, period.first], shown.value[i, j])
        for i, area in enumerate(shown.areas)
        for j, period in enumerate(shown.periods)
        if (area.code, period.first) in heaviest and not np.isnan(shown.value[i, j])
    ]
    assert len(told) > 100
    assert all(most <= value / 2 for most, value in told)


def test_a_rate_may_be_for_more_people(evidence):
    burglary = find_measure("burglary")
    thousand, more = (measure_series(evidence, burglary, unit="rate", per=per) for per in (None, 100_000))
    assert (thousand.unit, more.unit) == ("per 1,000 residents", "per 100,000 residents")
    assert more.value == pytest.approx(thousand.value * 100)


def test_people_by_day_take_the_place_of_residents(with_partners):
    evidence, folder = with_partners
    by_day = measure_series(evidence, find_measure("theft-from-the-person-by-day"), by="lsoa", unit="rate")
    with (folder / "workday_population_2021.csv").open(encoding="utf-8") as file:
        people = {row["lsoa21_code"]: float(row["persons"]) for row in csv.DictReader(file)}
    assert by_day.unit == "per 1,000 workday people"
    assert [people[area.code] for area in by_day.areas] == list(by_day.base[:, 0])


def test_where_nobody_counted_people_by_day_there_is_no_rate(evidence):
    series = measure_series(evidence, find_measure("theft-from-the-person-by-day"), unit="rate")
    assert set(series.status[0]) == {"no base"}


def test_only_the_planted_hotspot_stands_out_among_small_areas(evidence, truths):
    measure = find_measure("violence-and-sexual-offences")
    found = [one for one in find_findings(evidence, measure, by="lsoa") if one.kind == "funnel"]
    assert [one.area_code for one in found if one.distinguishable] == [truths.hotspot.lsoa_code]
    assert all(any("Rates are of residents" in text for text in one.caveats) for one in found)


def test_few_areas_are_not_called_outliers(evidence):
    found = [one for one in find_findings(evidence, find_measure("burglary"), by="section") if one.kind == "funnel"]
    assert len(found) == 6
    assert {one.distinguishable for one in found} == {None}


def test_tenths_hold_everybody_and_every_crime_of_the_year(evidence):
    measure = find_measure("burglary")
    months = measure_series(evidence, measure, by="lsoa", period="year", unit="rate")
    harmed = harmed_by_deprivation(evidence, measure, end=months.periods[-1].last)
    assert harmed.events.sum() == months.count[:, -1].sum()
    assert harmed.people.sum() == months.base[:, -1].sum()
    shares = harmed.people / harmed.people.sum()
    assert shares.min() > 0.08
    assert shares.max() < 0.12


def test_hardship_was_planted_and_is_found(evidence):
    (finding,) = [one for one in find_findings(evidence, find_measure("burglary")) if one.kind == "inequality"]
    assert finding.distinguishable
    assert 1 < finding.lower < finding.estimate < finding.upper


def test_ranks_carry_who_named_the_areas_and_who_is_missing(with_partners):
    evidence, _ = with_partners
    found = [one for one in find_findings(evidence, find_measure("burglary")) if one.kind == "rank"]
    assert len(found) == 2
    for finding in found:
        assert 1 <= finding.lower <= finding.estimate <= finding.upper <= 3
        assert "1 April 2025" in finding.caveats[0]
    assert any("No figures are loaded for Beyondshire." in finding.caveats for finding in found)


def test_councils_are_counted_for_comparison_as_for_themselves(with_partners):
    """The rate of a comparator is that of the same council in the measure's own series by council."""
    from wardmote.measures.comparators import compared, comparisons_of

    evidence, _ = with_partners
    measure = find_measure("burglary")
    series = measure_series(evidence, measure, by="lad", period="year", unit="rate")
    named = next(one for one in comparisons_of(evidence) if one.comparison.startswith("Councils"))
    found = compared(evidence, measure, named, end=series.periods[-1].last)
    row_of = {area.name: i for i, area in enumerate(series.areas)}
    for name, events, people in zip(found.areas, found.events, found.people, strict=True):
        assert events == pytest.approx(series.count[row_of[name], -1], abs=2)
        assert people == series.base[row_of[name], -1]
