"""No word for a change between waves without the test that allows it."""

import pytest
from unit.surveys.conftest import panel_row

from wardmote.definitions.survey_cards import find_survey_card
from wardmote.measures.surveys.asking import survey_results
from wardmote.measures.surveys.changes import Pair, find_changes, verb
from wardmote.statistics.survey import weighted_share

PANEL = find_survey_card("peoples-panel")


def share(count, base):
    return weighted_share([1] * count + [0] * (base - count))


def pair(first, last, *, obstacle=""):
    return Pair("q", "yes", ("2022", "2023"), (share(*first), share(*last)), obstacle)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (10.0, 11.5, "rose slightly"),
        (1.0, 2.0, "rose slightly"),  # twice as much, and one point
        (76.0, 71.0, "fell"),
        (8.5, 14.8, "rose"),  # 1.74 times: not almost doubled
        (8.0, 15.0, "almost doubled"),
        (8.0, 16.0, "about doubled"),
        (8.0, 20.0, "more than doubled"),
        (8.0, 24.0, "about trebled"),
        (8.0, 40.0, "rose"),
        (20.0, 11.0, "almost halved"),
        (20.0, 10.0, "about halved"),
        (20.0, 5.0, "more than halved"),
        (0.0, 10.0, "rose"),
    ],
)
def test_the_verb_of_a_change(first, last, words):
    assert verb(first, last) == words


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        # The Dorset plan's “almost doubled”, on bases that give its percentages.
        (
            (8, 94),
            (13, 88),
            "“yes” was 8.5% in 2022 and 14.8% in 2023: the difference is no more than chance may explain.",
        ),
        (
            (80, 1000),
            (155, 1000),
            "“yes” almost doubled, from 8.0% in 2022 to 15.5% in 2023: more than chance explains.",
        ),
        ((266, 2659), (346, 2659), "“yes” rose, from 10.0% in 2022 to 13.0% in 2023: more than chance explains."),
        ((5, 29), (30, 90), "“yes” cannot be compared from 2022 to 2023: a base is too small."),
    ],
)
def test_the_sentence_of_a_change(first, last, sentence):
    assert find_changes([pair(first, last)])[0].sentence == sentence


def test_many_looks_are_allowed_for():
    looked_at = [pair((80, 1000), (109, 1000)), *(pair((500, 1000), (500, 1000)) for _ in range(9))]
    alone, among_ten = find_changes(looked_at[:1])[0], find_changes(looked_at)[0]
    assert (alone.p == among_ten.p, alone.distinguishable, among_ten.distinguishable) == (True, True, False)
    assert among_ten.method == "pooled z test on effective bases; p adjusted for 10 looks together (Benjamini-Hochberg)"


def test_a_question_put_in_other_words_is_not_compared(workspace, load):
    load([panel_row(Wave="2022")] * 60, name="2022.csv")
    load([panel_row(**{"Experienced Crime": "Yes"})] * 60, name="2023.csv")
    reworded = PANEL.model_dump()
    reworded["questions"]["experienced-crime"]["wording_in"] = {"2022": "Have you ever been a victim of crime?"}
    card = type(PANEL).model_validate(reworded)
    plain, other = (
        survey_results(workspace.evidence(), one, question="experienced-crime")[0].changes for one in (PANEL, card)
    )
    # The answer no only mirrors the answer yes, and is not tested beside it.
    assert [(one.answer, one.distinguishable) for one in plain] == [("yes", True)]
    assert other[0].sentence == (
        "“yes” was 0.0% in 2022 and 100.0% in 2023, and the two are not compared: the question was put in other words."
    )


def test_a_weighted_wave_is_not_compared_with_one_that_is_not(workspace, load):
    load([panel_row(Wave="2022", Weight="2")] * 60, name="2022.csv")
    load([panel_row(**{"Experienced Crime": "Yes"})] * 60, name="2023.csv")
    change = survey_results(workspace.evidence(), PANEL, question="experienced-crime")[0].changes[0]
    assert (change.p, change.method) == (None, "not tested: one wave is weighted and the other is not")
