"""Two partners who send files of the same form: each keeps its own months, because somebody names the card."""

import pytest
from dock_files import CARD, csv_text, incident, rows, workspace
from typer.testing import CliRunner

from wardmote.cli import app
from wardmote.definitions.cards import all_cards, copy_card, find_card
from wardmote.errors import BadInput


def run(at, *words):
    return CliRunner().invoke(app, [*words, "--workspace", str(at.folder)] if "card" not in words[:1] else list(words))


@pytest.fixture
def two(tmp_path, monkeypatch):
    at = workspace(tmp_path, ("watch", CARD))
    monkeypatch.chdir(at.folder)
    made = CliRunner().invoke(app, ["card", "copy", "watch", "watch-north", "--partner", "North Watch"])
    assert made.exit_code == 0, made.output
    for name, first in (("south.csv", 1), ("north.csv", 100)):
        log = [incident(n, Victim_Ref=f"N{n}") for n in range(first, first + 5)]
        (tmp_path / name).write_text(csv_text(log), encoding="utf-8")
    return at


def test_a_copy_reads_as_the_card_does_and_is_used_only_by_name(two):
    card, copied = (find_card(name, two.folder / "cards") for name in ("watch", "watch-north"))
    assert (copied.partner, copied.is_by_name_only) == ("North Watch", True)
    same = {"id": "x", "title": "x", "partner": "x", "is_by_name_only": False}
    assert copied.model_copy(update=same) == card.model_copy(update=same)


def test_neither_replaces_the_other(two, tmp_path):
    assert run(two, "load", str(tmp_path / "north.csv"), "--card", "watch-north").exit_code == 0
    assert run(two, "load", str(tmp_path / "south.csv")).exit_code == 0
    assert rows(two, "source, count(*)", "events GROUP BY ALL", order="source") == [("watch", 5), ("watch-north", 5)]
    assert rows(two, "source, count(*)", "event_people GROUP BY ALL", order="source") == [
        ("watch", 5),
        ("watch-north", 5),
    ]


def test_a_file_that_the_named_card_does_not_fit_is_refused_in_a_sentence(two, tmp_path):
    (tmp_path / "other.csv").write_text("Date,Thing,Place\n2024-01-01,a,b\n", encoding="utf-8")
    said = run(two, "load", str(tmp_path / "other.csv"), "--card", "watch-north")
    assert said.exit_code == 1
    assert "other.csv: its columns are not those of Incidents: North Watch." in said.output


def test_a_card_that_there_is_not_is_said(two, tmp_path):
    said = run(two, "load", str(tmp_path / "north.csv"), "--card", "wotch")
    assert isinstance(said.exception, BadInput)
    assert "did you mean watch?" in str(said.exception).lower()


@pytest.mark.parametrize("id_", ["Watch North", "../x", "", "watch"])
def test_an_id_that_is_none_or_taken_is_refused(two, id_):
    with pytest.raises(BadInput):
        copy_card(all_cards()[0], two.folder / "cards", id_=id_, partner="x")
