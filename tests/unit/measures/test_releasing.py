"""The way out: open data passes as published, small counts of anything else are suppressed with all that tells them."""

import sys
from pathlib import Path

import numpy as np
import pytest

from wardmote.definitions.catalogue import find_measure
from wardmote.measures import measure_series
from wardmote.measures.findings import find_findings
from wardmote.measures.periods import add_months
from wardmote.measures.releasing import release

sys.path.insert(0, str(Path(__file__).parent.parent / "disclosure"))

PERIODS = ("month", "quarter", "year", "rolling-12")


def test_open_data_is_released_as_its_publisher_released_it(evidence):
    series = measure_series(evidence, find_measure("robbery"), by="lsoa")
    assert release(series) is series


def test_small_counts_of_other_sources_go_with_their_values_and_intervals(evidence):
    measure = find_measure("robbery").model_copy(update={"release": "suppressed"})
    before = measure_series(evidence, measure, by="lsoa", unit="rate")
    after = release(before)
    small = (before.count >= 1) & (before.count <= 4)
    hidden = after.status == "suppressed"
    assert small.any()
    assert (hidden | ~small).all()
    for name in ("count", "value", "lower", "upper"):
        assert np.isnan(getattr(after, name)[hidden]).all()
        np.testing.assert_array_equal(getattr(after, name)[~hidden], getattr(before, name)[~hidden])


def test_a_share_that_leaves_a_small_rest_is_hidden_with_its_base(partners):
    evidence, _ = partners
    measure = find_measure("completeness-of-knife-flag")
    before = measure_series(evidence, measure, by="ward", period="month")
    after = release(before)
    rest = before.base - before.count
    small = (rest > 0) & (rest < 5)
    assert small.any()
    assert np.isnan(after.base[small]).all()
    assert np.isnan(after.value[small]).all()


def test_a_finding_does_not_tell_what_the_figures_hide(evidence):
    measure = find_measure("robbery").model_copy(update={"release": "suppressed"})
    open_findings = find_findings(evidence, find_measure("robbery"), by="lsoa")
    findings = find_findings(evidence, measure, by="lsoa")
    changes = measure_series(evidence, measure, by="lsoa", period="year").count[:, -2:]
    small = {
        area for area, counts in zip(_areas(evidence), changes, strict=True) if ((counts > 0) & (counts < 5)).any()
    }
    hidden = {one.area_code for one in findings if one.kind == "change" and "too small to show" in one.sentence}
    tested = {one.area_code for one in open_findings if one.kind == "change" and one.p is not None}
    assert hidden >= small & tested
    for one in findings:
        if "too small to show" in one.sentence:
            assert (one.estimate, one.lower, one.upper, one.p, one.distinguishable) == (None,) * 5
    assert not any("too small to show" in one.sentence for one in open_findings)


@pytest.mark.slow
@pytest.mark.parametrize("id_", ["fire", "knife-crimes"])
def test_nothing_small_can_be_worked_out_from_all_that_is_released(partners, id_):
    """Months, quarters, years and rolling years of the partnership, its sections and wards, all put together."""
    from attack import Attack

    evidence, _ = partners
    measure = find_measure(id_)
    finest = measure_series(evidence, measure, by="ward")
    months = [period.first for period in finest.periods]
    row_of = {area.code: i for i, area in enumerate(finest.areas)}
    ward_of = evidence.snapshot.rows("SELECT DISTINCT section, ward_code FROM units WHERE is_member")
    wards = {section: [row_of[ward] for one, ward in ward_of if one == section] for section, _ in ward_of}
    whole = list(range(len(finest.areas)))
    attack, hidden = Attack(finest.count.size), []
    for by in ("partnership", "section", "ward"):
        for period in PERIODS:
            before = measure_series(evidence, measure, by=by, period=period)
            after = release(before)
            for i, area in enumerate(before.areas):
                rows = whole if by == "partnership" else wards[area.code] if by == "section" else [i]
                for j, one in enumerate(before.periods):
                    span = range(months.index(one.first), _after(months, one.last))
                    cells = [row * len(months) + at for row in rows for at in span]
                    truth = finest.count[rows][:, span].sum()
                    if after.status[i, j] != "suppressed":
                        # What no ward is known of is in no ward's figure: the attack is told what the wards add up to.
                        attack.knows(cells, truth)
                    elif 0 < truth < 5:
                        hidden.append((cells, truth))
    chosen = np.random.default_rng(7).permutation(len(hidden))[:12]
    for number in chosen:
        cells, truth = hidden[number]
        least, most = attack.bounds(cells)
        assert least <= truth <= most
        assert most - least >= 3, (truth, least, most)


def _after(months, last):
    following = add_months(last, 1)
    return months.index(following) if following in months else len(months)


def _areas(evidence):
    return [area.code for area in measure_series(evidence, find_measure("robbery"), by="lsoa").areas]
