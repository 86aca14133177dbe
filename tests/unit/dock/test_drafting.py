"""A first card for a file that no card fits."""

from datetime import date

import pytest
import yaml
from dock_files import CARD, csv_text, incident, load, rows, set_aside, workspace
from typer.testing import CliRunner

from wardmote.cli import app
from wardmote.definitions.card import Card
from wardmote.definitions.catalogue import read_definition
from wardmote.errors import BadInput
from wardmote.evidence.dock.draft import draft_card

UNKNOWN = [
    {
        "Log Id": f"L{n}", "Logged": f"{1 + n % 28:02d}/03/2024 10:15", "What happened type": ["Noise", "Litter"][n % 2],
        "Grid East": 408000 + n, "Grid North": 91000 + n, "Was alcohol involved": "YN"[n % 2],
        "Person suspected: surname": "Bee", "Person suspected: date of birth": "01/02/1980", "Free text": f"He said {n}",
    }
    for n in range(40)
]  # fmt: skip


def test_a_draft_says_what_each_column_is_taken_for():
    draft = draft_card(csv_text(UNKNOWN).encode(), name="parks.csv", title="Parks")
    assert {one.heading: one.field for one in draft.outline.taken} == {
        "Log Id": "reference",
        "Logged": "recorded",
        "What happened type": "category",
        "Grid East": "easting",
        "Grid North": "northing",
        "Was alcohol involved": "flags.alcohol",
        "Person suspected: surname": "suspect.surname",
        "Person suspected: date of birth": "suspect.born",
        "Free text": "",
    }
    assert "“Free text” is not read" in draft.to_check


def test_a_draft_is_a_card_and_holds_nothing_of_the_file_but_headings_and_kinds():
    draft = draft_card(csv_text(UNKNOWN).encode(), name="parks.csv", title="Parks")
    made = read_definition(Card, draft.text, name="parks.yaml")
    assert made.recognise == ("reference", "category", "recorded")
    assert made.codes["category"].words == {"Litter": (), "Noise": ()}
    words = yaml.safe_dump(yaml.safe_load(draft.text))
    assert not any(planted in words for planted in ("Bee", "1980", "L7", "He said", "408007"))


SCHEME = [
    {"Month": f"{month} 2024", "Town": town, "Members": n, "Talks held": 2, "Total hours": "1,200"}
    for n, (month, town) in enumerate((m, t) for m in ("April", "May", "June") for t in ("Mottlebury", "Quayhampton"))
]
COURSE = [
    {
        "Client Ref": f"C{n % 30}", "Client DOB": "01/02/1980", "Date of Referral": "05/01/2024", "Start Date": "12/01/2024",
        "Date Completed": "30/03/2024", "Programme": "Walking group", "Reason for leaving": ["Completed", "Left"][n % 2],
        "Keyworker surname": "Bee",
    }
    for n in range(40)
]  # fmt: skip


def test_figures_already_counted_are_drafted_as_tallies_and_load(tmp_path):
    draft = draft_card(csv_text(SCHEME).encode(), name="scheme.csv", title="Scheme")
    assert {one.heading: one.field for one in draft.outline.taken} == {
        "Month": "first", "Town": "area_name", "Members": "figure", "Talks held": "figure", "Total hours": "figure",
    }  # fmt: skip
    assert "“Month” is a period and “Members” a count" in draft.why_table
    at = workspace(tmp_path, ("scheme", draft.text))
    load(at, csv_text([*SCHEME, {**SCHEME[-1], "Town": "Total"}]), name="scheme.csv")
    assert set_aside(at) == [(7, "the row adds up others")]
    assert rows(at, "item, first, last, area_name, value", "tallies")[:3] == [
        ("members", date(2024, 4, 1), date(2024, 4, 30), "Mottlebury", 0.0),
        ("talks held", date(2024, 4, 1), date(2024, 4, 30), "Mottlebury", 2.0),
        ("total hours", date(2024, 4, 1), date(2024, 4, 30), "Mottlebury", 1200.0),
    ]


def test_people_on_a_programme_are_drafted_as_episodes_and_load(tmp_path):
    draft = draft_card(csv_text(COURSE).encode(), name="course.csv", title="Course")
    assert {one.heading: one.field for one in draft.outline.taken} == {
        "Client Ref": "subject.reference", "Client DOB": "subject.born", "Date of Referral": "referred",
        "Start Date": "started", "Date Completed": "completed", "Programme": "programme", "Reason for leaving": "status",
        "Keyworker surname": "",
    }  # fmt: skip
    assert "“Date of Referral” and “Start Date” are dates along it" in draft.why_table
    at = workspace(tmp_path, ("course", draft.text))
    load(at, csv_text(COURSE), name="course.csv")
    assert rows(at, "programme, status, count(*)", "episodes GROUP BY ALL", order="status") == [
        ("Walking group", "Completed", 20),
        ("Walking group", "Left", 20),
    ]


def test_a_birth_date_is_not_the_date_of_an_event():
    log = [{"Log Id": n, "DOB": "01/02/1980", "Logged": "03/04/2024", "Type": "Noise"} for n in range(9)]
    draft = draft_card(csv_text(log).encode(), name="log.csv", title="Log")
    assert draft.outline.heading_of("recorded") == "Logged"
    assert draft.outline.heading_of("occurred") == ""


@pytest.mark.parametrize(
    "heading", ['Name\x00 \'of\x1b "it": [x]', "<script>alert(1)</script> ref", "# ref: {a}", "Réf № 7"]
)
def test_whatever_a_heading_holds_the_draft_is_a_card(heading):
    log = [{heading: n, "Date": "03/04/2024", "Type": "Noise"} for n in range(9)]
    made = read_definition(
        Card, draft_card(csv_text(log).encode(), name="x.csv", title="It's: [x]").text, name="x.yaml"
    )
    assert made.title == "It's: [x]"


def test_a_kind_that_few_rows_have_is_not_written_into_the_card():
    log = [{**row, "What happened type": "Ann Quizzlebert"} if n < 4 else row for n, row in enumerate(UNKNOWN)]
    draft = draft_card(csv_text(log).encode(), name="parks.csv", title="Parks")
    assert "Quizzlebert" not in draft.text
    assert any("take out any that says who somebody is" in one for one in draft.to_check)


def test_a_drafted_card_loads_the_file_it_was_made_from(tmp_path, monkeypatch):
    at = workspace(tmp_path)
    monkeypatch.chdir(at.folder)
    (tmp_path / "parks.csv").write_text("Parks\n\n" + csv_text(UNKNOWN), encoding="utf-8")
    made = CliRunner().invoke(app, ["card", "new", str(tmp_path / "parks.csv")])
    assert (made.exit_code, (at.folder / "cards" / "parks.yaml").is_file()) == (0, True), made.output
    load(at, csv_text(UNKNOWN), name="parks.csv")
    assert at.evidence().snapshot.rows("SELECT source, count(*) FROM events GROUP BY ALL") == [("parks", 40)]


@pytest.mark.parametrize("text", ["", "a\nb\n", "Smith,John,1 High Street\nBee,Ann,2 High Street\n", "1,2,3\n4,5,6\n"])
def test_a_file_without_headings_or_dates_is_refused(text):
    with pytest.raises(BadInput):
        draft_card(text.encode(), name="x.csv", title="x")


def test_checking_a_card_with_a_file_shows_what_would_become_of_it(tmp_path):
    (tmp_path / "watch.yaml").write_text(CARD, encoding="utf-8")
    (tmp_path / "w.csv").write_text(
        csv_text([incident(1, Victim_Ref="NOM1"), incident(2, Recorded="never")]), encoding="utf-8"
    )
    shown = CliRunner().invoke(app, ["card", "check", str(tmp_path / "watch.yaml"), "--file", str(tmp_path / "w.csv")])
    assert shown.exit_code == 0
    assert "2 rows read: 1 kept, 1 set aside." in shown.output
    assert "1: the date it was recorded is not written as the card says (first in row 2)" in shown.output
    assert "NOM1" not in shown.output


def test_pseudonymising_by_command(tmp_path):
    (tmp_path / "watch.yaml").write_text(CARD, encoding="utf-8")
    (tmp_path / "people.key").write_text("ab" * 32, encoding="ascii")
    (tmp_path / "w.csv").write_text(csv_text([incident(1, Victim_Ref="NOM1")]), encoding="utf-8")
    words = ["pseudonymise", "w.csv", "--card", "watch.yaml", "--key", "people.key", "--to", "out.csv"]
    said = CliRunner().invoke(app, [str(tmp_path / word) if "." in word else word for word in words])
    assert (said.exit_code, "1 rows" in said.output) == (0, True), said.output
    assert "NOM1" not in (tmp_path / "out.csv").read_text(encoding="utf-8")
