"""The way out: open data passes as published, small counts of anything else are suppressed with all that tells them."""

import numpy as np

from wardmote.definitions.catalogue import find_measure
from wardmote.measures import measure_series
from wardmote.measures.findings import find_findings
from wardmote.measures.releasing import release


def test_open_data_is_released_as_its_publisher_released_it(evidence):
    series = measure_series(evidence, find_measure("robbery"), by="lsoa")
    assert release(series) is series


def test_small_counts_of_other_sources_go_with_their_values_and_intervals(evidence):
    measure = find_measure("robbery").model_copy(update={"release": "suppressed"})
    before = measure_series(evidence, measure, by="lsoa", unit="rate")
    after = release(before)
    small = (before.count >= 1) & (before.count <= 4)
    assert small.any()
    assert not small.all()
    assert (after.status[small] == "suppressed").all()
    for name in ("count", "value", "lower", "upper"):
        hidden, shown = getattr(after, name)[small], getattr(after, name)[~small]
        assert np.isnan(hidden).all()
        np.testing.assert_array_equal(shown, getattr(before, name)[~small])


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
    assert hidden == small & tested
    for one in findings:
        if "too small to show" in one.sentence:
            assert (one.estimate, one.lower, one.upper, one.p, one.distinguishable) == (None,) * 5
    assert not any("too small to show" in one.sentence for one in open_findings)


def _areas(evidence):
    return [area.code for area in measure_series(evidence, find_measure("robbery"), by="lsoa").areas]
