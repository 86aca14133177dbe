"""What changed since the quarter before."""

from datetime import date

import pytest
from unit.reports.made_up import measure

from wardmote.measures.finding import Finding
from wardmote.reports.kpi.news import new_definitions, news_of
from wardmote.reports.kpi.quarter import read_quarter


def finding(*, distinguishable, estimate=0.8, kind="change", of="burglary", sentence="It fell."):
    return Finding(
        kind, of, 1, "partnership", "p", "Exampleshire", estimate, None, None, None, None, distinguishable, sentence,
        "a test", "two years",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        (False, True, ("New: It fell.",)),
        (None, True, ("New: It fell.",)),
        (True, False, ("No longer so: It fell.",)),
        (True, None, ("Can no longer be told: It fell.",)),
        (True, True, ()),
        (False, False, ()),
        (None, False, ()),
    ],
)
def test_only_what_is_different_is_news(before, now, said):
    assert news_of([finding(distinguishable=now)], [finding(distinguishable=before)]) == said


def test_a_finding_that_had_no_forerunner_is_new():
    assert news_of([finding(distinguishable=True)], []) == ("New: It fell.",)


def test_a_rise_that_became_a_fall_has_turned():
    now, before = finding(distinguishable=True), finding(distinguishable=True, estimate=1.3)
    assert news_of([now], [before]) == ("Turned: It fell.",)


def test_the_change_of_a_share_turns_at_no_points_and_not_at_one():
    now = finding(distinguishable=True, estimate=0.4, of="outcome-charged")
    before = finding(distinguishable=True, estimate=1.4, of="outcome-charged")
    assert news_of([now], [before]) == ()
    fell = finding(distinguishable=True, estimate=-2.0, of="outcome-charged")
    assert news_of([fell], [before]) == ("Turned: It fell.",)


def test_a_season_is_never_news():
    assert news_of([finding(distinguishable=True, kind="season")], []) == ()


def test_a_definition_that_came_into_force_in_the_quarter_is_said():
    changed = measure().model_copy(update={"version": 2, "valid_from": date(2025, 2, 3), "changed": "Counts homes."})
    assert tuple(new_definitions([changed, measure()], read_quarter("2024-25 Q4"))) == (
        "Burglary is counted by version 2 of its definition from 3 February 2025: Counts homes.",
    )
    assert tuple(new_definitions([changed], read_quarter("2024-25 Q3"))) == ()
