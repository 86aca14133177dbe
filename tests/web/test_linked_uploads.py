"""People linked across files that were chosen together on the site, and pairs that somebody decides."""

import re

import pytest
from dock_files import csv_text, incident, rows
from web.pages import words

from wardmote.evidence.linkage.held import read_decisions

# Four ways in which people are written that are near one another, each in two files.
NAMES = ("Quizzlebert", "Vandermole", "Vandermol", "Quizzlebers", "Thistlequack", "Obrandishaw")
WRITTEN = [(NAMES[0], NAMES[1]), (NAMES[0], NAMES[2]), (NAMES[3], NAMES[4]), (NAMES[4], NAMES[5])]
MARCH = [
    incident(n, Victim_Forename=forename, Victim_Surname=surname, Victim_DOB="29/07/1983")
    for n, (forename, surname) in enumerate(WRITTEN, start=1)
]
APRIL = [{**row, "Ref": f"{row['Ref']}9"} for row in MARCH]


@pytest.fixture
def chosen(at):
    """Two files that wait, of which both name people."""
    april = csv_text(APRIL).replace("/03/2024", "/04/2024")
    return at.choose(("march.csv", csv_text(MARCH)), ("april.csv", april))


def persons_loaded_again(at):
    """How many people there are once the files are loaded again with their people linked."""
    april = csv_text(APRIL).replace("/03/2024", "/04/2024")
    at.load(at.choose(("march.csv", csv_text(MARCH)), ("april.csv", april)), link="yes")
    return len({person for (person,) in rows(at.at, "person", "event_people")})


def codes(page):
    return re.findall(r'name="pair" type="checkbox" value="(\w+)"', page.text)


def test_files_that_name_people_offer_to_link_them(chosen):
    assert "Link people across these files" in words(chosen)


def test_files_that_name_nobody_do_not(at):
    page = at.choose(("a.csv", "Session Date,Course,Places,Booked,Attended\n05/04/2025,Forum,45,40,36\n"),
                           ("b.csv", "As At,Town,Safe Places\n01/04/2024,Poole,57\n"))  # fmt: skip
    assert "can be loaded" in words(page)
    assert "Link people" not in words(page)


def test_unticked_nobody_is_linked_and_nothing_of_it_is_kept(at, chosen):
    page = at.load(chosen)
    assert "People who were linked" not in words(page)
    assert not (at.at.folder / "linkage").exists()
    assert "No pair waits" in words(at.client.get("/loads/pairs/"))


def test_linked_it_says_what_that_did_and_a_decision_is_heeded(at, chosen):
    done = at.load(chosen, link="yes")
    assert "without linking there are" in words(done)
    assert "Names were compared within these files only" in words(done)
    page = at.client.get("/loads/pairs/")
    assert codes(page)
    assert "march.csv" in page.text or "april.csv" in page.text
    assert not [name for name in NAMES if name in page.text + done.text]

    refused = at.client.post("/loads/pairs/decide/", {"pair": codes(page), "decision": "refuse"}, follow=True)
    assert "Two people" in words(refused)
    assert set(read_decisions(at.at.folder).values()) == {False}
    apart = persons_loaded_again(at)

    at.client.post("/loads/pairs/decide/", {"pair": codes(page), "decision": "accept"})
    assert set(read_decisions(at.at.folder).values()) == {True}
    assert persons_loaded_again(at) < apart


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"decision": "accept"}, "No pair was chosen"),
        ({"pair": ["0000"], "decision": "accept"}, "there is no pair “0000”"),
        ({"pair": ["0000"], "decision": "perhaps"}, "Nothing was decided"),
    ],
)
def test_what_cannot_be_decided_is_said_in_a_sentence(at, sent, says):
    page = at.client.post("/loads/pairs/decide/", sent)
    assert page.status_code == 400
    assert says in words(page)
