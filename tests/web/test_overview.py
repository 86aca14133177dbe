"""The first sentence of the overview: what changed, what did not, and what nobody can tell."""

import pytest

from wardmote.definitions.catalogue import all_measures
from wardmote.measures.finding import Finding
from wardmote.web.insight.presenters.overview import overview
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


def test_what_did_not_change_and_what_nobody_can_tell_stand_apart():
    assert page(FELL, STEADY, UNKNOWN).unchanged == (
        "No change that can be told from chance: drugs.",
        "It cannot be told whether these changed: shoplifting.",
    )
