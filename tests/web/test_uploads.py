"""Files chosen on the site: what they are, how they would be read, and what becomes of them."""

from dock_files import csv_text, incident, rows, set_aside
from web.pages import words

from wardmote.web.insight.models.uploads import WAITING, Uploads

LOG = csv_text(
    [
        *(
            incident(n, Victim_Forename="Quizzlebert", Victim_Surname="Bee", Victim_DOB="01/02/1980")
            for n in range(1, 31)
        ),
        incident(90, Recorded="never"),
        incident(91, Recorded="05/03/2124"),
        incident(92, Recorded="never"),
    ]
)
CATEGORIES = "codes:\n  category:\n    words:\n      Noise: []\n"


def test_a_file_that_a_card_fits_is_shown_as_it_will_be_read(at):
    page = at.choose(("watch.csv", LOG))

    said = words(page)
    assert "How watch.csv will be read" in said
    assert "Of 33 rows, 30 will be kept and 3 set aside." in said
    assert "It fits the card “Incidents” (watch)" in said
    assert "The first 20 rows as they will be stored" in said
    assert "The date it was recorded is not written as the card says 2 31, 33 Check how it is written" in said
    assert "The date it was recorded lies in the future 1 32" in said
    assert "a person" in said
    assert "Quizzlebert" not in page.text
    assert "W/1" not in page.text


def test_it_is_loaded_and_the_result_says_what_became_of_every_row(at):
    done = at.load(at.choose(("watch.csv", LOG)))

    assert "Loaded watch.csv" in words(done)
    assert "33 rows read: 30 kept, 3 set aside." in words(done)
    assert "3: why?" in words(done)
    assert len(rows(at.at, "row")) == 30
    assert [row for row, _ in set_aside(at.at)] == [31, 32, 33]


def test_the_same_file_again_changes_nothing_and_says_so(at):
    at.load(at.choose(("watch.csv", LOG)))
    done = at.load(at.choose(("watch.csv", LOG)))

    assert "watch.csv: already loaded, unchanged." in words(done)
    assert len(at.at.store.loads()) == 1


def test_several_files_are_listed_with_what_each_is(at):
    page = at.choose(("watch.csv", LOG), ("parks.csv", "Parks\nnothing\n"), ("notes.docx", b"PK"))

    said = words(page)
    assert "1 of 3 files can be loaded; 2 cannot be read." in said
    assert "2 files will be left out." in said
    done = at.load(page)
    assert "33 rows read: 30 kept, 3 set aside." in words(done)
    assert "notes.docx: is not a kind of file that is read here." in words(done)


def test_an_upload_outlives_a_refresh_and_is_gone_once_it_is_loaded(at):
    page = at.choose(("watch.csv", LOG))
    address = page.redirect_chain[-1][0]
    assert at.client.get(address).status_code == 200

    at.load(page)

    again = at.client.get(address)
    assert again.status_code == 404
    assert "These files are not held any more" in again.text


def test_forgetting_lets_go_of_the_files(at):
    page = at.choose(("watch.csv", LOG))
    address = page.redirect_chain[-1][0]
    key = address.split("/")[3]
    assert WAITING.find(key)

    at.client.post(f"/loads/files/{key}/forget/")

    assert WAITING.find(key) is None


def test_files_that_nobody_looks_at_are_forgotten_by_themselves():
    import time

    uploads = Uploads(forgotten_after_s=0.2)
    key = uploads.keep([]).key
    for _ in range(3):
        time.sleep(0.1)
        assert uploads.find(key) is not None

    time.sleep(0.6)

    assert uploads.find(key) is None


def test_no_more_than_three_uploads_wait():
    uploads = Uploads()
    keys = [uploads.keep([]).key for _ in range(5)]

    assert [uploads.find(key) is not None for key in keys] == [False, False, True, True, True]
    for key in keys:
        uploads.forget(key)


def test_what_was_noticed_stands_with_the_load_and_the_source_under_its_title(at):
    at.load(at.choose(("other.csv", csv_text([incident(1, Easting=408000, Northing=91000)]))))

    assert "Incidents, " in words(at.client.get("/loads/"))
    assert "Noticed: 1 point has no LSOA: load boundaries, and then this file again" in words(at.client.get("/loads/"))
