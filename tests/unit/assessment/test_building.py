"""The assessment of a small partnership: all that the regulations list, drafted or waiting, and never made up."""

import re

import pytest

from wardmote.assessment.building import build_assessment
from wardmote.assessment.carried_out import CarriedOut, PlanCarriedOut
from wardmote.assessment.document import Bullets, Figure, Paragraph, Table, Waiting
from wardmote.errors import BadInput, NotAvailable


def section(assessment, section_id):
    (found,) = [one for one in assessment.sections if one.id == section_id]
    return found


def waits(found):
    return [block.for_what for block in found.blocks if isinstance(block, Waiting)]


def table(assessment, table_id):
    (found,) = [one for one in assessment.tables if one.id == table_id]
    return found


def test_it_has_the_six_parts_that_the_regulations_list_in_their_order(whole_year):
    assert [one.id for one in whole_year.sections] == ["levels", "changes", "why", "plan", "priorities", "views"]


def test_each_part_is_drafted_or_says_what_it_waits_for(whole_year, broken_year):
    for one in (*whole_year.sections, *broken_year.sections):
        assert (one.state == "drafted") == (one.waiting_for == "")


def test_what_depends_on_people_or_on_the_plan_waits(whole_year):
    states = {one.id: one.state for one in whole_year.sections}
    assert (states["plan"], states["views"]) == ("waiting", "waiting")
    assert states["changes"] == "drafted"


def test_every_figure_has_a_title_a_source_and_its_caveats(whole_year):
    assert len(whole_year.figures) >= 6
    for figure in whole_year.figures:
        assert figure.title
        assert figure.source
        assert figure.caveats


def test_references_in_the_text_are_to_what_is_there(whole_year):
    mentioned = [see for one in whole_year.sections for b in one.blocks if isinstance(b, Paragraph) for see in b.see]
    assert mentioned
    assert all(re.fullmatch(r"(Figure|Table) \d+", whole_year.label(see)) for see in mentioned)


def test_figures_and_tables_are_numbered_in_reading_order(whole_year):
    assert [whole_year.label(one.id) for one in whole_year.figures] == [
        f"Figure {n}" for n in range(1, len(whole_year.figures) + 1)
    ]
    assert [whole_year.label(one.id) for one in whole_year.tables] == [
        f"Table {n}" for n in range(1, len(whole_year.tables) + 1)
    ]


def test_a_reference_to_nothing_is_an_error(whole_year):
    with pytest.raises(KeyError):
        whole_year.label("figure-that-is-not-there")


def test_the_levels_add_up_to_all_crime(whole_year):
    counts = {row[0]: int(row[1].replace(",", "")) for row in table(whole_year, "levels-table").rows}
    total = counts.pop("All crime")
    counts.pop("Anti-social behaviour")
    assert sum(counts.values()) == total


def test_a_verdict_is_given_only_with_its_interval_clear_of_no_change(whole_year):
    for row in table(whole_year, "changes-table").rows:
        if row[-1] in ("Rose", "Fell"):
            assert row[4].count("+") in (0, 2)


def test_every_change_that_chance_does_not_explain_waits_for_its_reason(whole_year):
    moved = [row for row in table(whole_year, "changes-table").rows if row[-1] in ("Rose", "Fell")]
    asked = [one for one in whole_year.tables if one.id == "hypotheses"]
    assert len(asked[0].rows if asked else ()) == len(moved)
    assert all(row[1:] == ("waiting",) * 4 for one in asked for row in one.rows)


def test_being_common_proposes_nothing(whole_year):
    rows = table(whole_year, "priorities").rows
    for row in rows:
        has_got_worse = any(words in row[3] for words in ("it rose", "rising", "out of line"))
        assert (row[-1] == "needed") == has_got_worse


def test_a_proposal_waits_for_harm_and_for_the_partnerships_reason(whole_year):
    assert "The partnership’s own reason for each proposal, and a score of harm" in waits(
        section(whole_year, "priorities")
    )


def test_harm_and_who_is_harmed_wait_plainly_for_what_is_not_loaded(whole_year):
    kept = [one for one in section(whole_year, "levels").blocks if isinstance(one, Waiting)]
    said = " ".join(f"{one.for_what} {one.do}" for one in kept)
    assert "No weights of the ONS Crime Severity Score are loaded" in said
    assert "Download the publisher’s spreadsheet and load it." in said
    assert "Load the Indices of Deprivation" in said


def test_a_year_without_its_months_claims_nothing(broken_year):
    levels = section(broken_year, "levels")
    assert not [block for block in levels.blocks if isinstance(block, Figure | Table)]
    (kept,) = [
        one for one in levels.blocks if isinstance(one, Waiting) and one.for_what.startswith("A whole year of crimes")
    ][:1]
    assert kept.do == "Load the months that are missing: April 2022 to December 2022 and February 2023."


def test_a_wait_is_said_once(broken_year):
    for one in broken_year.sections:
        kept = [block for block in one.blocks if isinstance(block, Waiting)]
        assert len(kept) == len({(block.for_what, block.do) for block in kept})


def test_part_of_a_year_is_shown_for_what_it_is(evidence):
    part = build_assessment(evidence, year="2025-26")
    assert "3 months" not in part.figures[0].title if part.figures else True
    assert waits(section(part, "levels"))[0].startswith("A whole year of crimes for 2025-26")


def test_the_summary_starts_with_all_crime_and_ends_with_what_waits(whole_year):
    assert whole_year.summary[0].startswith("Crimes in Smallshire")
    assert whole_year.summary[-1].startswith("Still waiting for what they need: how far last year’s plan")


def test_it_says_what_it_stands_on(whole_year, evidence):
    assert whole_year.load == evidence.number
    assert any("rows kept" in line for line in whole_year.sources)
    assert any("Open Government Licence" in notice for notice in whole_year.licences)


def test_what_fell_or_rose_is_said_in_sentences(whole_year):
    sentences = [p for b in section(whole_year, "changes").blocks if isinstance(b, Bullets) for p in b.points]
    assert all("more than chance explains" in sentence for sentence in sentences)


def test_it_says_how_far_back_the_series_go(whole_year, broken_year):
    assert whole_year.method[0].startswith("The series hold 26 months with figures, Jan 2023 to Mar 2025.")
    assert "less than two years" not in whole_year.method[0]
    assert "less than two years" in broken_year.method[0]


def test_a_year_before_anything_was_loaded_is_not_available(evidence):
    with pytest.raises(
        NotAvailable, match=r"no figures are loaded up to April 2018 to March 2019\. Load the police files"
    ):
        build_assessment(evidence, year="2018-19")


def test_a_year_that_is_not_one_is_refused(evidence):
    with pytest.raises(BadInput, match="Write it like 2020-21"):
        build_assessment(evidence, year="last year")


def test_how_far_the_plan_was_carried_out_is_drafted_from_its_register(evidence):
    plan = PlanCarriedOut(
        "Safer Smallshire",
        (
            CarriedOut("Violence", due=7, done=3, late=1, stuck=2),
            CarriedOut("Burglary", due=3, done=0, late=0, stuck=0),
        ),
    )

    section = next(one for one in build_assessment(evidence, year="2024-25", plan=plan).sections if one.id == "plan")

    assert (section.state, section.waiting_for) == ("drafted", "")
    paragraph, table = section.blocks
    assert paragraph.text == (
        "Of 10 actions of “Safer Smallshire” that fell to April 2024 to March 2025, 3 (30%) were done, 1 of them late. "
        "The rest: 5 going on and 2 stuck."
    )
    assert table.rows == (
        ("Violence", "7", "3", "1", "2", "2"),
        ("Burglary", "3", "0", "0", "3", "0"),
        ("In all", "10", "3", "1", "5", "2"),
    )
