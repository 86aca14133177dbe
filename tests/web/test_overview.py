"""The first sentence of the overview: what changed, what did not, and what nobody can tell."""

from dataclasses import replace
from datetime import date

import pytest

from wardmote.definitions.catalogue import all_measures
from wardmote.measures.finding import Finding
from wardmote.web.core.components import Line
from wardmote.web.core.overview import MeetingHeld
from wardmote.web.insight.presenters.overview import RoomsSay, overview
from wardmote.web.insight.queries.overview import OverviewAnswer

PERIODS = "July 2024 to June 2025 against July 2023 to June 2024"


def finding(measure, *, estimate, distinguishable):
    p = None if distinguishable is None else 0.01
    return Finding(
        "change",
        measure,
        1,
        "partnership",
        "partnership",
        "Here",
        estimate,
        None,
        None,
        p,
        p,
        distinguishable,
        f"{measure} sentence.",
        "a test",
        PERIODS,
    )


FELL = finding("burglary", estimate=0.7, distinguishable=True)
ROSE = finding("robbery", estimate=1.4, distinguishable=True)
SHARE_FELL = finding("outcome-charged", estimate=-2.0, distinguishable=True)
STEADY = finding("drugs", estimate=0.9, distinguishable=False)
UNKNOWN = finding("shoplifting", estimate=None, distinguishable=None)


def page(*findings):
    measures = {measure.id: measure for measure in all_measures()}
    return overview(OverviewAnswer(measures=measures, findings=findings, loads=(), months_by_force={}, lacking=()))


@pytest.mark.parametrize(
    ("findings", "headline"),
    [
        ((FELL, ROSE, STEADY), f"2 of 3 measures changed by more than chance explains: 1 fell and 1 rose ({PERIODS})."),
        ((SHARE_FELL,), f"1 of 1 measure changed by more than chance explains: 1 fell and 0 rose ({PERIODS})."),
        ((STEADY,), f"None of 1 measure changed by more than chance explains ({PERIODS})."),
        (
            (STEADY, UNKNOWN),
            f"None of 1 measure changed by more than chance explains ({PERIODS}). Of 1 more measure it cannot be told.",
        ),
        (
            (UNKNOWN,),
            "It cannot be told yet whether anything changed: there are too few months in two years to compare.",
        ),
        ((), "It cannot be told yet whether anything changed: there are too few months in two years to compare."),
    ],
)
def test_the_headline_never_takes_cannot_tell_for_no_change(findings, headline):
    assert page(*findings).headline == headline


def test_each_change_is_a_sentence_with_one_link():
    (line,) = page(FELL, STEADY).changed

    assert (line.sentence, line.link.text, line.link.href) == (
        "burglary sentence.",
        "See burglary",
        "/measures/burglary/",
    )


def test_five_changes_are_told_and_the_others_named():
    names = ("burglary", "robbery", "drugs", "shoplifting", "vehicle-crime", "bicycle-theft", "possession-of-weapons")
    told = page(*(finding(name, estimate=0.7, distinguishable=True) for name in names))

    assert [line.sentence for line in told.changed] == [f"{name} sentence." for name in names[:5]]
    assert told.rest == "These changed as well: bicycle theft and possession of weapons."


def since_the_board(*findings, before):
    measures = {measure.id: measure for measure in all_measures()}
    answer = OverviewAnswer(
        measures=measures, findings=findings, loads=(), months_by_force={}, lacking=(), before=before
    )
    return overview(answer, rooms=RoomsSay(meeting=MeetingHeld("Executive Board", date(2026, 10, 16))))


@pytest.mark.parametrize(
    ("before", "changed", "rest"),
    [
        ((), ["burglary sentence.", "robbery sentence."], ""),
        ((FELL,), ["robbery sentence."], "The Executive Board of 16 October 2026 knew of 1 change already."),
        ((FELL, ROSE), [], "Nothing of it is new since the Executive Board met on 16 October 2026."),
        # What could have been chance then, or went the other way, is new.
        ((finding("burglary", estimate=0.7, distinguishable=False), ROSE), ["burglary sentence."], "knew of 1 change"),
        ((finding("burglary", estimate=1.4, distinguishable=True), ROSE), ["burglary sentence."], "knew of 1 change"),
    ],
)
def test_a_member_reads_what_is_new_since_the_last_meeting(before, changed, rest):
    told = since_the_board(FELL, ROSE, before=before)

    assert sorted(line.sentence for line in told.changed) == changed
    assert rest in told.rest


def test_an_analyst_alone_reads_of_no_room():
    told = page(FELL)

    assert (told.due, told.new) == ((), ())


def due(number):
    """The overview of a member for whom so many things are due."""
    lines = tuple(Line(f"Number {at} is late.") for at in range(number))
    answer = OverviewAnswer(measures={}, findings=(), loads=(), months_by_force={}, lacking=())
    return overview(answer, rooms=RoomsSay(due=lines))


@pytest.mark.parametrize(("number", "first", "later"), [(0, 0, 0), (12, 12, 0), (13, 10, 3), (40, 10, 30)])
def test_the_first_few_that_are_due_stand_open_and_none_is_lost(number, first, later):
    told = due(number)

    assert (len(told.due), len(told.due_later)) == (first, later)
    assert [one.sentence for one in (*told.due, *told.due_later)] == [f"Number {at} is late." for at in range(number)]


def test_a_change_is_told_as_one_would_aloud_where_it_can_be():
    brief = replace(FELL, brief="Burglaries fell by a third.")

    assert [one.sentence for one in page(brief, ROSE).changed] == ["Burglaries fell by a third.", "robbery sentence."]
