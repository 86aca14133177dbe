"""What people think: each survey with what has to stand beside its percentages."""

from dataclasses import replace

import pytest

from wardmote.assessment.parts.views import views
from wardmote.errors import NotAvailable
from wardmote.measures.surveys.result import SurveyResult, SurveyRow

ROW = SurveyRow(
    survey="panel",
    wave="2024",
    question="problems",
    wording="What is a problem where you live?",
    group="",
    answer="noise",
    is_net=False,
    percent=45.6,
    lower=35.7,
    upper=55.8,
    unweighted_percent=45.6,
    base=90,
    effective_base=90.0,
    design_effect=1.0,
    is_weighted=False,
    status="shown",
    warning="",
)
RESULT = SurveyResult(
    survey="panel",
    title="Panel",
    wave="2024",
    question="problems",
    wording="What is a problem where you live?",
    population="residents aged 18 and over",
    respondents=90,
    weighting="Not weighted.",
    warnings=("Age 55 and over is over-represented: 85 of 90 who answered.", "Age 18 to 34 is under-represented."),
    caveats=("Residents volunteered.",),
    ranking="“noise” was chosen most (46%).",
    rows=(replace(ROW, answer="litter", percent=12.0, lower=6.0, upper=20.0), ROW),
    changes=(),
    load=3,
)


class Asked:
    """What an assessment knows of surveys."""

    def __init__(self, *surveys):
        self._surveys = surveys

    def surveys(self):
        return self._surveys


def test_what_is_chosen_most_is_said_first_with_who_answered():
    paragraph, table = views(Asked((RESULT,)))

    assert paragraph.text == (
        "Panel, 2024: 90 people answered, of residents aged 18 and over. “noise” was chosen most (46%)."
        " Age 55 and over is over-represented: 85 of 90 who answered."
    )
    assert [row[0] for row in table.rows] == ["Noise", "Litter"]
    assert table.rows[0] == ("Noise", "45.6%", "35.7% to 55.8%", "90")
    assert table.caveats == (*RESULT.warnings, "Residents volunteered.", "Not weighted.")


def test_where_nobody_chooses_among_answers_each_question_is_told():
    safe = replace(ROW, answer="safe", is_net=True, wording="How safe do you feel?")
    result = replace(RESULT, ranking="", rows=(ROW, safe))

    _, table = views(Asked((result,)))

    assert [row[0] for row in table.rows] == ["How safe do you feel? Safe"]


def test_a_share_of_few_people_is_not_shown():
    few = replace(ROW, percent=None, lower=None, upper=None, status="suppressed: base too small", base=12)

    _, table = views(Asked((replace(RESULT, ranking="", rows=(few,)),)))

    assert table.rows[0][1:] == ("too few to show", "", "12")


def test_without_a_survey_the_section_says_what_to_load():
    with pytest.raises(NotAvailable, match="a survey of residents"):
        views(Asked())
