"""Saying what the columns of an unknown file are, and keeping two partners apart."""

import pytest
from dock_files import csv_text, incident, rows
from web.dock import address_of, elements, filled
from web.pages import words

from wardmote.definitions.cards import find_card

PARKS = csv_text(
    [
        {
            "Log Id": f"L{n}", "Logged": f"{1 + n % 28:02d}/03/2024 10:15", "What happened type": ["Noise", "Litter"][n % 2],
            "Grid East": 408000 + n, "Grid North": 91000 + n, "Was alcohol involved": "YN"[n % 2],
            "Caller surname": "Quizzlebert", "Caller date of birth": "01/02/1980", "Free text": f"He said {n}",
        }
        for n in range(40)
    ]
)  # fmt: skip
SCHEME = csv_text([{"Month": f"{m} 2024", "Town": t, "Members": 7} for m in ("April", "May", "June") for t in "ABC"])


def test_each_column_is_shown_with_what_it_is_taken_for_and_none_of_its_values(at):
    page = at.choose(("Parks log.csv", PARKS))

    assert "What the columns of Parks log.csv are" in words(page)
    assert "No card fits this file." in words(page)
    chosen = filled(page)
    assert [chosen[f"column-{n}"] for n in range(9)] == [
        "reference", "recorded", "category", "easting", "northing", "flags.alcohol", "caller.surname", "caller.born", "",
    ]  # fmt: skip
    assert chosen["words-category"].split() == ["Litter", "Noise"]
    assert chosen["dates"] == ["iso", "day-first", "day-month-name", "excel"]
    assert (chosen["title"], chosen["partner"]) == ("Parks log", "")
    assert not any(value in page.text for value in ("Quizzlebert", "1980", "He said", "408001"))


def test_what_was_said_becomes_a_card_that_reads_the_file_and_the_next(at):
    page = at.send(at.choose(("Parks log.csv", PARKS)), partner="council parks team")

    assert "How Parks log.csv will be read" in words(page)
    assert "Of 40 rows, all will be kept." in words(page)
    assert "a person" in words(page)
    assert not (at.at.folder / "cards" / "parks-log.yaml").exists()
    done = at.load(page)
    assert "40 rows read: 40 kept, 0 set aside." in words(done)
    card = find_card("parks-log", at.at.folder / "cards")
    assert (card.partner, card.codes["category"].words) == ("council parks team", {"Litter": (), "Noise": ()})
    assert rows(at.at, "source, category, count(*)", "events GROUP BY ALL", order="category") == [
        ("parks-log", "Litter", 20),
        ("parks-log", "Noise", 20),
    ]
    again = at.choose(("Parks April.csv", PARKS.replace("/03/2024", "/04/2024")))
    assert "It fits the card “Parks log” (parks-log)" in words(again)
    assert "Parks log, " in words(at.client.get("/loads/"))


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "Enter who sends the file"),
        ({"title": " "}, "Enter what these files are called"),
        ({"column-8": "category"}, "Two columns are taken for what kind it was: choose one of them"),
        ({"column-1": ""}, "Say which column is the date"),
        ({"column-3": ""}, "Northing stands alone: say which column is the easting"),
        ({"column-7": ""}, "The caller needs a number of their own, or a surname and a birth date"),
        ({"column-6": "outcome"}, "“Caller surname” seems to say who somebody is, and this would be stored"),
        ({"dates": []}, "Choose at least one way in which dates are written"),
        ({"dates": ["day-first", "month-first"]}, "Dates in figures begin with the day or with the month"),
        ({"snap_m": "a mile"}, "Enter how far to blur points, as whole metres from 0 to 5,000"),
        ({"partner": "x", "title": "Fire"}, "There is a card called “fire” already. Choose another name."),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_what_was_typed_is_kept(at, typed, sentence):
    first = at.choose(("Parks log.csv", PARKS))
    page = at.client.post(address_of(first), {**filled(first), **typed})

    assert page.status_code == 400
    assert page.text.count(sentence.split(":")[0]) >= 2
    assert sentence in words(page)
    kept = filled(page)
    assert {name: kept[name] for name in typed if name not in {"dates", "title", "snap_m"}} == {
        name: value for name, value in typed.items() if name not in {"dates", "title", "snap_m"}
    }
    links = [attrs["href"][1:] for tag, attrs in elements(page) if tag == "a" and attrs.get("href", "").startswith("#")]
    ids = {attrs["id"] for _, attrs in elements(page) if "id" in attrs}
    assert set(links) <= ids


def test_a_row_may_be_said_to_be_something_else(at):
    page = at.send(at.choose(("Scheme.csv", SCHEME)), partner="trading standards")
    assert "Of 9 rows, all will be kept." in words(page)

    first = at.choose(("Parks log.csv", PARKS))
    page = at.client.post(address_of(first), {"table": "tallies", "change": "yes"}, follow=True)

    options = {attrs["value"] for tag, attrs in elements(page) if tag == "option"}
    assert "figure" in options
    assert "caller.surname" not in options
    assert "words-category" not in filled(page)


def test_the_columns_can_be_corrected_after_they_were_seen(at):
    page = at.send(at.choose(("Parks log.csv", PARKS)), partner="parks team")
    back = at.client.get(address_of(page) + "columns/")

    assert filled(back)["partner"] == "parks team"
    page = at.send(back, **{"words-category": "Noise"})
    assert "20 rows have a category that the card does not list, which is called “another kind”." in words(page)


def test_the_words_of_a_column_that_is_newly_taken_are_looked_over_first(at):
    page = at.choose(("Parks log.csv", PARKS))
    page = at.send(page, partner="parks team", **{"column-2": "outcome", "words-category": ""})

    assert "Look over these words, which were found in “What happened type”" in words(page)
    assert filled(page)["words-outcome"].split() == ["Litter", "Noise"]
    assert "Of 40 rows, all will be kept." in words(at.send(page))


def test_two_partners_who_send_the_same_form_are_kept_apart(at):
    log = csv_text([incident(n) for n in range(1, 6)])
    at.load(at.choose(("south.csv", log)))
    page = at.choose(("north.csv", log.replace("W/", "N/")))
    page = at.client.post(address_of(page), {"apart": "yes", "partner": "North Watch"}, follow=True)
    assert "(watch-north-watch), for files of this partner: North Watch." in words(page)
    at.load(page)

    assert rows(at.at, "source, count(*)", "events GROUP BY ALL", order="source") == [
        ("watch", 5),
        ("watch-north-watch", 5),
    ]
    third = at.choose(("north again.csv", log.replace("W/", "N/").replace("/2024", "/2023")))
    assert "It fits the card “Incidents” (watch)" in words(third)
    page = at.client.post(address_of(third), {"card": "watch-north-watch"}, follow=True)
    assert "(watch-north-watch)" in words(page)


def test_a_card_that_does_not_fit_cannot_be_chosen(at):
    page = at.choose(("south.csv", csv_text([incident()])))

    answer = at.client.post(address_of(page), {"card": "fire"})

    assert answer.status_code == 400
    assert "That card does not fit the file. Choose one from the list." in words(answer)
