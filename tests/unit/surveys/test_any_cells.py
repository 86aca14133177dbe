"""Whatever stands in the cells, each row is a respondent or is set aside with a reason that repeats nothing of it."""

from hypothesis import given, settings
from hypothesis import strategies as st
from unit.surveys.conftest import PANEL_HEADER, PLAIN

from wardmote.definitions.survey_cards import find_survey_card
from wardmote.evidence.dock.sheets import Row, Sheet
from wardmote.evidence.sources.survey_answers import Respondent, SetAside, find_columns, read_respondents

CARD = find_survey_card("peoples-panel")
HEADER = (*PANEL_HEADER, "Weight")
SECRET = "Zebedee"
CELL = st.one_of(
    st.sampled_from([*PLAIN, "1", "", "Yes; no", "-1", "1e999", "nan", SECRET, f"{SECRET}; ASB"]), st.text(max_size=12)
)


@settings(max_examples=500)
@given(st.lists(st.lists(CELL, min_size=1, max_size=12), max_size=8))
def test_every_row_is_accounted_for(cells):
    rows = [Row(0, list(HEADER)), *(Row(number, row) for number, row in enumerate(cells, start=1))]
    sheet = Sheet("", lambda: iter(rows), is_ragged=False)
    found = list(read_respondents(CARD, sheet, find_columns(CARD, sheet), name="panel.csv"))
    assert [one.row for one in found] == [row.number for row in rows[1:] if not row.is_blank]
    for one in found:
        if isinstance(one, SetAside):
            assert one.reason
            assert SECRET not in one.reason
        else:
            assert isinstance(one, Respondent)
            assert all(
                answer in CARD.questions[question].listed
                for question, answer in one.answers
                if question in CARD.questions
            )
