"""What was planted can be seen in the counts, and where nothing was planted nothing is to be seen."""

from collections import Counter
from functools import cache

import numpy as np
import pytest

from wardmote.synthetic import DEFAULT_SEED
from wardmote.synthetic.country import build_country
from wardmote.synthetic.offences import CRIME_TYPES
from wardmote.synthetic.places import FORCE, PARTNERSHIP
from wardmote.synthetic.tally import collect_truths

SEEDS = (DEFAULT_SEED, 1, 2, 3)


@cache
def _truths(seed):
    return collect_truths(build_country(seed=seed, months=36))


def _years(counts):
    return np.array(counts).reshape(3, 12).sum(axis=1)


def _score(seed, crime_type, *, section=None, ratio=1.0):
    """How many standard errors the last year's change lies from `ratio`."""
    _, previous, last = _years(_truths(seed).monthly(crime_type, section=section))
    # Unrest of about 7% in each month is 2% in a year, on top of the Poisson error.
    error = np.sqrt(1 / previous + 1 / last + 2 * 0.02**2)
    return (np.log(last / previous) - np.log(ratio)) / error


def _score_of(seed, change):
    section = change.area_code if change.area_kind == "section" else None
    return _score(seed, change.crime_type, section=section, ratio=change.ratio)


def test_the_truths_read_back_from_the_file_are_those_of_the_seed(truths):
    assert truths == _truths(DEFAULT_SEED)


def without_copies(rows):
    """Each row with an id once; rows without one, of anti-social behaviour, are separate incidents."""
    with_id = {tuple(row.values()): row for row in rows if row["Crime ID"]}
    return [*with_id.values(), *(row for row in rows if not row["Crime ID"])]


def test_the_counts_are_those_of_the_files(truths, street, exampleshire, rows):
    sections = {row["lsoa_code"]: row["section"] for row in rows(exampleshire / "sections.csv")}
    for pair in rows(exampleshire / "lookups" / "LSOA11_LSOA21_LAD22_EW_LU.csv"):
        if pair["LSOA21CD"] in sections:
            sections[pair["LSOA11CD"]] = sections[pair["LSOA21CD"]]
    once = without_copies(street)
    assert len(street) - len(once) == truths.copies > 10
    seen = Counter((sections.get(r["LSOA code"]), r["Crime type"], r["Month"]) for r in once)
    for section in truths.sections:
        for crime_type in CRIME_TYPES:
            counted = tuple(seen[section, crime_type, f"{month:%Y-%m}"] for month in truths.months)
            assert truths.counts[section][crime_type] == counted


def test_planted_changes_are_as_large_as_stated_give_or_take_chance():
    scores = np.array([[_score_of(seed, change) for change in _truths(seed).changes] for seed in SEEDS])
    assert np.abs(scores).max() < 3.5
    assert np.abs(scores.mean(axis=0)).max() < 3 / np.sqrt(len(SEEDS))


def test_with_the_default_seed_each_planted_change_stands_out_from_no_change():
    for change in _truths(DEFAULT_SEED).changes:
        section = change.area_code if change.area_kind == "section" else None
        score = _score(DEFAULT_SEED, change.crime_type, section=section)
        assert abs(score) > 3
        assert (score < 0) == (change.ratio < 1)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_fall_in_one_section_is_not_in_the_others(seed):
    truths = _truths(seed)
    fallen = next(change for change in truths.changes if change.area_kind == "section")
    others = [truths.monthly(fallen.crime_type, section=s) for s in truths.sections if s != fallen.area_code]
    _, previous, last = _years(np.sum(others, axis=0))
    assert last / previous == pytest.approx(1, abs=0.1)


def test_unchanged_crime_types_move_no_more_than_chance_and_unrest_allow():
    scores = np.array([[_score(seed, name) for name in _truths(seed).unchanged] for seed in SEEDS])
    assert scores.shape == (len(SEEDS), 9)
    assert np.abs(scores).max() < 3.5
    assert np.abs(scores.mean(axis=0)).max() < 3 / np.sqrt(len(SEEDS))


@pytest.mark.parametrize("seed", SEEDS)
def test_anti_social_behaviour_peaks_in_summer(seed):
    season = _truths(seed).season
    by_month = np.roll(np.array(_truths(seed).monthly(season.crime_type)).reshape(3, 12).mean(axis=0), 3)
    assert (season.peak_month, season.trough_month) == (7, 1)
    assert by_month[6] / by_month.mean() == pytest.approx(season.peak_ratio, rel=0.1)
    assert by_month[5:8].min() > by_month[[10, 11, 0, 1]].max()


@pytest.mark.parametrize("seed", SEEDS)
def test_the_change_of_recording_is_a_step_at_its_month(seed):
    truths = _truths(seed)
    counts = np.array(truths.monthly(truths.recording_change.crime_type))
    step = truths.months.index(truths.recording_change.first_month)
    # A whole year on either side holds the same seasons.
    ratio = counts[step : step + 12].sum() / counts[step - 12 : step].sum()
    assert ratio == pytest.approx(truths.recording_change.ratio, rel=0.1)


def test_the_register_names_the_change_of_recording(truths, exampleshire, rows):
    (row,) = rows(exampleshire / "series_breaks.csv")
    assert (row["crime_type"], row["first_month"]) == (truths.recording_change.crime_type, "2023-10")
    assert row["area"] == truths.force


def test_late_records_come_with_the_later_release(truths, exampleshire, later_release, rows):
    for month, share in zip(truths.late_records.months, truths.late_records.shares, strict=True):
        name = f"police_uk/{month:%Y-%m}/{month:%Y-%m}-exampleshire-street.csv"
        first, later = (
            Counter(r["Crime type"] for r in rows(folder / name)) for folder in (exampleshire, later_release)
        )
        late = truths.late_records.crime_type
        assert first[late] / later[late] == pytest.approx(share, abs=0.1)
        assert first - Counter({late: first[late]}) == later - Counter({late: later[late]})


def test_outcomes_have_moved_on_in_the_later_release(exampleshire, later_release, rows):
    name = "police_uk/2025-03/2025-03-exampleshire-street.csv"
    waiting = [
        sum(row["Last outcome category"] == "Under investigation" for row in rows(folder / name))
        for folder in (exampleshire, later_release)
    ]
    assert waiting[1] < waiting[0] / 2


def test_the_hotspot_stands_far_above_every_other_lsoa(truths, street, exampleshire, rows):
    ours = {row["lsoa_code"] for row in rows(exampleshire / "sections.csv")}
    for crime_type in truths.hotspot.crime_types:
        of_type = [r["LSOA code"] for r in street if r["Crime type"] == crime_type and r["LSOA code"] in ours]
        (first, count), (_, second) = Counter(of_type).most_common(2)
        assert first == truths.hotspot.lsoa_code
        assert count > 1.5 * second


@pytest.mark.parametrize("seed", SEEDS)
def test_planted_rates_compare_with_the_rest_of_the_force_as_stated(seed):
    country = build_country(seed=seed, months=36)
    truths = _truths(seed)
    people = country.residents.total
    ours = np.array([cell.district.csp == PARTNERSHIP for cell in country.cells])
    rest = np.array([cell.district.pfa == FORCE for cell in country.cells]) & ~ours
    for i, crime_type in enumerate(CRIME_TYPES):
        of_cell = country.levels[i].sum(axis=0)
        ratio = of_cell[ours].sum() / people[ours].sum() / (of_cell[rest].sum() / people[rest].sum())
        if crime_type == truths.benchmark.crime_type:
            assert ratio == pytest.approx(truths.benchmark.ratio, rel=0.05)
        if crime_type in truths.alike:
            assert ratio == pytest.approx(1, rel=0.05)


def test_monthly_counts_are_over_dispersed():
    truths = _truths(SEEDS[0])
    for crime_type in ("Violence and sexual offences", "Anti-social behaviour"):
        counts = np.array(truths.monthly(crime_type), dtype=float).reshape(3, 12)
        left = counts - counts.mean(axis=0)
        dispersion = (left**2 / counts.mean(axis=0)).sum() / 24
        assert dispersion > 1.4
