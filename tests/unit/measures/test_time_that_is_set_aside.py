"""Lockdowns are set aside, versions are breaks, part months are warned of: one register, one rule."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wardmote.definitions.catalogue import find_measure
from wardmote.definitions.lockdowns import all_lockdowns
from wardmote.evidence.loading import load_paths
from wardmote.evidence.workspace import Workspace
from wardmote.measures import measure_series
from wardmote.measures.areas import areas_of
from wardmote.measures.breaks import Break, Interruption, breaks_in, interruptions_in
from wardmote.measures.findings import find_findings
from wardmote.measures.findings.change import draft_changes
from wardmote.measures.findings.control import adjusted_charts
from wardmote.measures.findings.draft import settle
from wardmote.measures.findings.subject import Subject, subject_of
from wardmote.measures.findings.trend import draft_trends
from wardmote.measures.periods import add_months, months_from
from wardmote.measures.provisional import provisional_months
from wardmote.measures.timing import measured_counts
from wardmote.statistics.change import change_between
from wardmote.statistics.trend import trend_over

FIRST = date(2019, 4, 1)


def subject(counts, *, interruptions=(), breaks=(), denominator=None):
    """Months of a made-up area, of a measure that shows small counts."""
    counts = np.atleast_2d(np.asarray(counts, dtype=float))
    months = tuple(months_from(FIRST, add_months(FIRST, counts.shape[1] - 1)))
    area = areas_of_nowhere()
    whole = None if denominator is None else np.atleast_2d(np.asarray(denominator, dtype=float))
    return Subject(None, find_measure("burglary"), area, months, counts, whole, breaks, interruptions)


def areas_of_nowhere():
    from wardmote.measures.series import Area

    return (Area("force", "f", "F"),)


def lockdown(start, size):
    return Interruption(add_months(FIRST, start), add_months(FIRST, start + size - 1), "much was shut")


def only(drafts):
    (found,) = settle(list(drafts))
    return found


@settings(max_examples=1000)
@given(
    st.lists(st.integers(20, 90), min_size=36, max_size=36), st.integers(0, 35), st.integers(1, 4), st.integers(0, 40)
)
def test_a_change_is_that_of_the_months_which_are_left(counts, start, size, broke):
    size = min(size, 36 - start)
    breaks = () if not 0 < broke < 36 else (Break(add_months(FIRST, broke), "recording", "New rules", is_of_all=True),)
    found = only(draft_changes(subject(counts, interruptions=(lockdown(start, size),), breaks=breaks)))
    if 12 < broke < 36:
        assert (found.distinguishable, found.estimate) == (None, None)
        assert "not alike: the recording changed" in found.sentence
        return
    kept = np.array(counts, dtype=float)
    kept[start : start + size] = np.nan
    kept = kept[broke if broke <= 12 else 0 :]
    stop = kept.size
    alone = change_between(kept, earlier=range(stop - 24, stop - 12), later=range(stop - 12, stop))
    assert found.estimate == (pytest.approx(alone.ratio) if alone.distinguishable is not None else None)
    touches = start + size > 12
    assert ("set aside" in found.sentence) is touches


def test_too_few_months_that_are_left_cannot_tell():
    found = only(draft_changes(subject([50] * 36, interruptions=(lockdown(24, 4), lockdown(32, 3)))))
    assert found.distinguishable is None
    assert (
        "only 5 calendar months are in both periods, and 6 are needed, with April 2021 to July 2021" in found.sentence
    )
    assert found.sentence.count("set aside") == 1


def test_shares_are_compared_on_the_months_that_both_years_have():
    part, whole = [10] * 12 + [20] * 12, [100] * 24
    found = only(draft_changes(subject(part, denominator=whole, interruptions=(lockdown(14, 3),))))
    assert found.estimate == pytest.approx(10)
    assert "(180 of 900)" in found.sentence
    assert "on the 9 calendar months that both years have, with June 2020 to August 2020 (much was shut) set aside" in (
        found.sentence
    )
    few = only(draft_changes(subject(part, denominator=whole, interruptions=(lockdown(12, 7),))))
    assert (few.distinguishable, "only 5 calendar months" in few.sentence) == (None, True)


def test_a_trend_is_that_of_the_months_which_are_left():
    counts = np.random.default_rng(3).poisson(80, 48).astype(float)
    counts[20:24] = 5
    found = only(draft_trends(subject(counts, interruptions=(lockdown(20, 4),))))
    kept = counts.copy()
    kept[20:24] = np.nan
    assert found.estimate == pytest.approx(trend_over(kept).annual_ratio)
    assert "with December 2020 to March 2021 (much was shut) set aside" in found.sentence
    assert "set aside" not in only(draft_trends(subject(counts))).sentence


def test_months_that_are_set_aside_have_no_part_in_the_limits_and_are_still_seen():
    counts = np.random.default_rng(5).poisson(80, 36).astype(float)
    counts[3:5] = 2
    (chart,) = adjusted_charts(subject(counts, interruptions=(lockdown(3, 2),)))
    (plain,) = adjusted_charts(subject(counts))
    assert np.flatnonzero(~np.isnan(chart.unjudged)).tolist() == [3, 4]
    assert np.isnan(chart.chart.values[[3, 4]]).all()
    assert chart.chart.centre[0] > plain.chart.centre[0]
    assert np.isnan(plain.unjudged).all()


def test_the_planted_lockdown_is_found_where_it_was_and_nowhere_else(partners):
    evidence, truths = partners
    planted = [one for one in truths.breaks if one.kind == "lockdown"]
    for id_, source in (
        ("police-asb", "police-asb"),
        ("ambulance-violence", "ambulance"),
        ("council-asb", "council-asb"),
    ):
        (month,) = {one.first_month for one in planted if one.source == source}
        (entry,) = interruptions_in(evidence, find_measure(id_), first=truths.months[0], last=truths.months[-1])
        assert (entry.first_month, entry.last_month) == (month, month)
        found = next(one for one in find_findings(evidence, find_measure(id_)) if one.kind == "interruption")
        assert found.distinguishable
        assert 0.35 < found.estimate < 0.75
    quiet = {"burglary", "fly-tipping", "road-collisions"}
    for id_ in quiet:
        kinds = {one.kind for one in find_findings(evidence, find_measure(id_))}
        assert "interruption" not in kinds


def test_lockdowns_of_the_country_are_known_with_their_law():
    (england,) = all_lockdowns()
    spans = [(one.first_month, one.last_month) for one in england.lockdowns]
    assert spans == sorted(spans)
    assert all(first <= last for first, last in spans)
    assert any("SI 2020/350" in source for source in england.sources)


def test_lockdowns_that_touch_are_one_and_are_cut_to_the_months_asked_for(tmp_path):
    register = tmp_path / "breaks.csv"
    register.write_text(
        "first_month,last_month,category,kind,description\n2020-03,2020-04,,lockdown,Doors were shut.\n"
        "2020-05,2020-06,,lockdown,Tiers\n2021-01,,,lockdown,Once more\n",
        encoding="utf-8",
    )
    workspace = Workspace.create(tmp_path / "workspace", areas=("Exampleton",))
    load_paths(workspace.store, [register])
    found = interruptions_in(
        workspace.evidence(), find_measure("burglary"), first=date(2020, 4, 1), last=date(2021, 12, 1)
    )
    assert [(one.first_month, one.last_month) for one in found] == [
        (date(2020, 4, 1), date(2020, 6, 1)),
        (date(2021, 1, 1), date(2021, 1, 1)),
    ]
    assert found[0].words == "April 2020 to June 2020 (doors were shut; tiers)"


def two_versions():
    """Robbery, which was counted with burglary until the end of 2023."""
    now = find_measure("robbery")
    both = now.numerator.model_copy(update={"where": {"crime_type": ("Robbery", "Burglary")}})
    then = now.model_copy(update={"version": 1, "numerator": both})
    changes = {"version": 2, "valid_from": date(2024, 1, 1), "changed": "Burglary is left out"}
    return now.model_copy(update={**changes, "predecessors": (then,)}), now.model_copy(update=changes), then


def test_each_month_is_counted_by_the_version_that_held_then(evidence):
    spliced, pinned, then = two_versions()
    areas = areas_of(evidence, "section")
    found, new, old = (measured_counts(evidence, one, areas=areas) for one in (spliced, pinned, then))
    for j, month in enumerate(found.months):
        wanted = old if month < date(2024, 1, 1) else new
        assert (found.counts[:, j] == wanted.counts[:, j]).all()


def test_a_new_version_is_a_break_unless_all_is_counted_by_one(evidence):
    spliced, pinned, _ = two_versions()
    months = {"first": date(2022, 4, 1), "last": date(2025, 3, 1)}
    (found,) = breaks_in(evidence, spliced, **months)
    assert (found.first_month, found.kind, found.is_of_all) == (date(2024, 1, 1), "definition", True)
    assert breaks_in(evidence, pinned, **months) == ()
    change = {
        name: next(one for one in find_findings(evidence, measure) if one.kind == "change")
        for name, measure in (("spliced", spliced), ("pinned", pinned))
    }
    assert change["spliced"].distinguishable is None
    assert "the definition changed in January 2024 (burglary is left out)" in change["spliced"].sentence
    assert change["pinned"].estimate is not None
    (mark,) = measure_series(evidence, spliced).marks
    assert mark.words == "definition changed (burglary is left out)"


def test_a_month_that_is_supplied_in_part_is_warned_of_and_not_tested(tmp_path):
    whole, cut = (_ambulance(tmp_path / name, last=last) for name, last in (("whole", 31), ("cut", 14)))
    measure = find_measure("ambulance-violence")
    assert provisional_months(whole, measure).months == ()
    waiting = provisional_months(cut, measure)
    assert waiting.months == (date(2024, 3, 1),)
    (sentence,) = waiting.sentences
    assert sentence == (
        "Figures for March 2024 are provisional, and no test is made with them: the records of that month end on 14"
        " March, which is unlike the months around it."
    )
    assert subject_of(cut, measure, by="partnership").months[-1] == date(2024, 2, 1)
    assert subject_of(whole, measure, by="partnership").months[-1] == date(2024, 3, 1)


def test_police_uk_says_no_days_so_nothing_is_said_of_them(evidence):
    assert provisional_months(evidence, find_measure("burglary")).sentences == ()


def _ambulance(folder, *, last):
    folder.mkdir()
    days = [date(2023, 1, 1) + timedelta(days=i) for i in range((date(2024, 3, last) - date(2023, 1, 1)).days + 1)]
    rows = "".join(f"A{k}{day:%j%Y},{day},Assault,QX1 7\n" for day in days for k in range(3))
    header = "Incident ID,Call Date,Nature of Call,Postcode Sector"
    (folder / "ambulance.csv").write_text(f"{header}\n{rows}", encoding="utf-8")
    _places(folder)
    workspace = Workspace.create(folder / "workspace", areas=("Exampleton",))
    load_paths(workspace.store, [folder / "ambulance.csv", folder / "lookup.csv"])
    return workspace.evidence()


def _places(folder):
    (folder / "lookup.csv").write_text(
        "LSOA21CD,LSOA21NM,LSOA21NMW,WD24CD,WD24NM,WD24NMW,LAD24CD,LAD24NM,LAD24NMW,ObjectId\n"
        "E01990000,Exampleton 001A,,E05990001,Harbour,,E06990001,Exampleton,,1\n",
        encoding="utf-8",
    )


def test_provisional_is_no_part_of_what_a_subject_judges(partners):
    evidence, _ = partners
    found = subject_of(evidence, find_measure("sexual-offences-by-month-of-offence"), by="section")
    assert not set(found.months) & set(found.provisional.months)
    assert replace(found, interruptions=()).without(range(len(found.months))) == ""
