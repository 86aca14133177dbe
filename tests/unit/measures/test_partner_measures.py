"""Every measure of partners' files, against what was planted in the files of Exampleshire."""

import pytest

from wardmote.definitions.catalogue import all_measures, find_measure
from wardmote.measures import measure_series
from wardmote.measures.findings import find_findings
from wardmote.synthetic.partners.measured import MEASURE_OF


@pytest.mark.parametrize("figure_id", MEASURE_OF)
def test_each_year_is_what_was_planted(partners, figure_id):
    evidence, truths = partners
    figure = truths.figure(figure_id)
    # What was planted counts historical offences too, as version 1 of some definitions does.
    version = 1 if figure_id == "sexual-offences" else None
    series = measure_series(evidence, find_measure(MEASURE_OF[figure_id], version=version), period="year")
    found = {row.period: (row.count, row.base) for row in series.rows() if row.status != "gap"}
    for year in figure.years:
        count, base = found[f"{year.first.year}-{(year.first.year + 1) % 100:02}"]
        assert count == year.count, figure.about
        if year.base is not None:
            assert base == year.base, figure.about


def test_every_measure_of_the_catalogue_computes(partners):
    evidence, _ = partners
    for measure in all_measures():
        series = measure_series(evidence, measure, period="year")
        assert (series.status == "ok").any() or "rural" in measure.id, measure.id


def test_planted_changes_are_found_and_non_changes_are_not_called_changes(partners):
    evidence, truths = partners
    found = {
        name: next(one for one in find_findings(evidence, find_measure(measure)) if one.kind == "change")
        for name, measure in MEASURE_OF.items()
    }
    for name in ("domestic-abuse-repeat-victims", "personal-asb-repeat-callers", "asb-drugs", "fly-tipping"):
        assert found[name].distinguishable, found[name].sentence
    called = [name for name in MEASURE_OF if not truths.figure(name).is_changed and found[name].distinguishable]
    assert called == []
