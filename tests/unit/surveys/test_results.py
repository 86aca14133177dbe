"""What may be said of a question: the Dorset plan's own figures, small bases, weights and warnings."""

import re

import pytest
from unit.surveys.conftest import panel_of_90, panel_row

from wardmote.definitions.survey_cards import find_survey_card
from wardmote.errors import BadInput, NotAvailable
from wardmote.measures.surveys.asking import OF_WEIGHTED_INTERVALS, survey_results

PANEL = find_survey_card("peoples-panel")
TOP_FOUR = ("anti-social behaviour", "rural crime", "vehicle crime", "drug dealing")


def result(workspace, question, *, card=PANEL, **choices):
    return survey_results(workspace.evidence(), card, question=question, **choices)[0]


def percents(rows):
    return {row.answer: row.percent and round(row.percent, 1) for row in rows}


def test_the_panels_four_concerns_with_their_intervals(workspace, load):
    load(panel_of_90())
    rows = [row for row in result(workspace, "problems").rows if row.answer in TOP_FOUR]
    assert [(row.answer, *(round(v, 1) for v in (row.percent, row.lower, row.upper)), row.base) for row in rows] == [
        ("anti-social behaviour", 45.6, 35.7, 55.8, 90),
        ("rural crime", 38.9, 29.5, 49.2, 90),
        ("vehicle crime", 37.8, 28.5, 48.1, 90),
        ("drug dealing", 36.7, 27.4, 47.0, 90),
    ]


def test_the_concerns_cannot_be_put_in_order(workspace, load):
    load(panel_of_90())
    assert result(workspace, "problems").ranking == (
        "“anti-social behaviour” was chosen most (46%); these are behind it by no more than chance may explain:"
        " “rural crime” (39%), “vehicle crime” (38%), “drug dealing” (37%)."
    )


def test_a_percentage_stands_on_those_who_answered_the_question(workspace, load):
    load(panel_of_90())
    row = result(workspace, "experienced-crime").rows[0]
    assert (row.answer, round(row.percent, 1), row.base, row.wave) == ("yes", 14.8, 88, "2023")
    assert row.wording == "Have you been a victim of crime in the last 12 months?"


def test_who_answered_is_said_beside_every_row(workspace, load):
    load(panel_of_90())
    found = result(workspace, "problems")
    assert (
        "Age: 85 of 90 who answered (94%) are 55 and over; there is no population to compare that with."
        in found.warnings
    )
    assert {row.warning for row in found.rows} == {" ".join(found.warnings)}


@pytest.mark.parametrize(
    ("base", "percent", "status"),
    [(29, None, "suppressed: base too small"), (30, 0.0, "small base"), (49, 0.0, "small base"), (50, 0.0, "shown")],
)
def test_small_bases(workspace, load, base, percent, status):
    load([panel_row()] * base)
    row = result(workspace, "experienced-crime").rows[0]
    assert (row.base, row.percent, row.status) == (base, percent, status)


@pytest.mark.parametrize(
    ("towns", "shown"),
    [
        ({"A": 29, "B": 28, "C": 60}, ["C"]),  # two are hidden, and neither can be worked out
        ({"A": 29, "B": 40, "C": 60}, ["C"]),  # one alone could be, so the next smallest goes with it
        ({"A": 30, "B": 40, "C": 60}, ["A", "B", "C"]),
    ],
)
def test_no_hidden_group_can_be_worked_out_from_the_others(workspace, load, towns, shown):
    load([panel_row(Town=town) for town, size in towns.items() for _ in range(size)])
    rows = [row for row in result(workspace, "experienced-crime", by="town").rows if row.group]
    assert list(dict.fromkeys(row.group for row in rows if row.percent is not None)) == shown
    assert all(row.unweighted_percent is None and row.lower is None for row in rows if row.group not in shown)


def test_the_files_own_weights_are_used(workspace, load):
    yes, no = panel_row(Weight="3", **{"Experienced Crime": "Yes"}), panel_row(Weight="1")
    load([yes] * 20 + [no] * 60)
    found = result(workspace, "experienced-crime")
    row = found.rows[0]
    assert (round(row.percent, 2), round(row.unweighted_percent, 2), row.base) == (50.0, 25.0, 80)
    assert (round(row.effective_base, 2), round(row.design_effect, 3)) == (60.0, 1.333)
    assert found.weighting == "Weighted by the weights that came with the answers."


TARGET = {
    "as_at": "2022-06-30",
    "source": "an invented register",
    "margins": {"sex": {"people": {"female": 500, "male": 500}}},
}


def card_with(**changes):
    return type(PANEL).model_validate({**PANEL.model_dump(), "targets": [TARGET], **changes})


def test_rim_weights_bring_the_answers_to_the_population(workspace, load):
    load([panel_row(Sex="F", **{"Experienced Crime": "Yes"})] * 60 + [panel_row(Sex="M")] * 20)
    found = result(workspace, "experienced-crime", card=card_with())
    row = found.rows[0]
    assert (row.is_weighted, round(row.percent, 2), round(row.unweighted_percent, 2)) == (True, 50.0, 75.0)
    assert (round(row.effective_base, 2), round(row.design_effect, 3)) == (60.0, 1.333)
    assert found.weighting == (
        "Weighted by sex (rim weights by iterative proportional fitting) to an invented register, 30 June 2022."
    )
    assert found.warnings[-2:] == (
        "Sex female is over-represented: 60 of 80 who answered (75%), and 50% of the population.",
        "Sex male is under-represented: 20 of 80 who answered (25%), and 50% of the population.",
    )


def test_weights_that_are_held_at_a_limit_are_said_to_be_and_so_is_what_the_intervals_stand_on(workspace, load):
    load([panel_row(Sex="F")] * 46 + [panel_row(Sex="M")] * 34)
    found = result(workspace, "experienced-crime", card=card_with(weight_limits=(0.9, 1.1)))
    held = " 80 of 80 weights are held at 0.9 or 1.1 times the mean, so that no answer counts for less or for more; "
    assert held + "with weights held to the limits, a margin is off by 2.54 points." in found.weighting
    assert OF_WEIGHTED_INTERVALS in found.caveats
    assert OF_WEIGHTED_INTERVALS not in result(workspace, "experienced-crime").caveats


@pytest.mark.parametrize(
    ("women", "men", "why"),
    [
        (80, 0, r"Not weighted, because nobody answered from sex male, where 50.0% of the population is\."),
        (79, 1, r"Not weighted, because weights from 0\.2 to 5 times the mean still leave a group \d+ points off .*"),
    ],
)
def test_a_few_answers_are_not_blown_up_to_stand_for_half_the_people(workspace, load, women, men, why):
    load([panel_row(Sex="F")] * women + [panel_row(Sex="M")] * men)
    found = result(workspace, "experienced-crime", card=card_with())
    assert re.fullmatch(why, found.weighting)
    assert [(row.percent, row.is_weighted) for row in found.rows] == [(0.0, False), (100.0, False)]


def test_a_sample_like_its_population_is_not_warned_about(workspace, load):
    load([panel_row(Sex="F")] * 46 + [panel_row(Sex="M")] * 44)
    assert [line for line in result(workspace, "problems", card=card_with()).warnings if line.startswith("Sex")] == []


def test_what_is_asked_for_must_be_there(workspace, load):
    with pytest.raises(NotAvailable, match=r"peoples-panel: no answers are loaded"):
        result(workspace, "problems")
    load([panel_row()])
    with pytest.raises(BadInput, match=r"has no question called problem\. Did you mean problems"):
        result(workspace, "problem")
    with pytest.raises(BadInput, match=r"has no profile item called ages\. Did you mean age"):
        result(workspace, "problems", by="ages")
    with pytest.raises(BadInput, match=r"has no wave 2019\. Choose one of: 2021, 2022, 2023"):
        result(workspace, "problems", wave="2019")
    with pytest.raises(NotAvailable, match="no answers of the wave 2022 are loaded"):
        result(workspace, "problems", wave="2022")
