"""Months of police.uk from archives that stay on their server, and from the site's form when they cannot be read."""

import io
import zipfile

import pytest

from wardmote.errors import BadInput, NotAvailable
from wardmote.evidence.fetch.downloads import read_downloads
from wardmote.evidence.fetch.months import months_ending
from wardmote.evidence.fetch.police_files import KINDS, PoliceFile
from wardmote.evidence.fetch.police_uk import fetch_police_uk, police_request

SOURCE = read_downloads().police_uk
ARCHIVE = "/data.police.uk/data/archive"
FORM = "/data.police.uk/data/"
JOB = "11111111-2222-3333-4444-555555555555"


def csv_of(file, *, note=""):
    columns = ",".join(SOURCE.columns[file.kind])
    return f"{columns}\n{file.month},{file.force},{note}\n".encode()


def archive_of(files, *, note=""):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            archive.writestr(file.path, csv_of(file, note=note))
    return held.getvalue()


def files_of(months, *, forces=("dorset", "wiltshire"), kinds=KINDS):
    return [PoliceFile(month, force, kind) for month in months for force in forces for kind in kinds]


@pytest.fixture
def fetch(client, tmp_path):
    def run(watch=lambda *_: None, **request):
        wanted = police_request(**{"forces": ["dorset"], **request})
        return fetch_police_uk(client, wanted, source=SOURCE, folder=tmp_path, watch=watch)

    return run


@pytest.fixture
def latest(server):
    """The newest archive, with 36 months to 2025-12."""
    files = files_of(months_ending("2025-12", count=36))
    server.has(f"{ARCHIVE}/latest.zip", archive_of(files, note="new"), etag='"new"')
    return files


def states(outcomes):
    return [outcome.state for outcome in outcomes]


def test_the_wanted_files_arrive_in_the_folders_that_load_reads(latest, fetch, tmp_path):
    outcomes = fetch(months=2)
    assert states(outcomes) == ["fetched"] * 6
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")) == [
        f"{month}/{month}-dorset-{kind}.csv"
        for month in ("2025-11", "2025-12")
        for kind in ("outcomes", "stop-and-search", "street")
    ]
    street = PoliceFile("2025-12", "dorset", "street")
    assert (tmp_path / street.path).read_bytes() == csv_of(street, note="new")


def test_a_second_run_asks_only_for_the_list(latest, fetch, server):
    fetch(months=12)
    before = len(server.requests)
    assert states(fetch(months=12)) == ["already here"] * 36
    assert len(server.requests) == before + 1


def test_a_revised_month_of_the_same_length_is_fetched_again(latest, fetch, server, tmp_path):
    fetch(months=1)
    server.has(f"{ARCHIVE}/latest.zip", archive_of(latest, note="two"), etag='"newer"')
    assert states(fetch(months=1)) == ["fetched"] * 3
    street = PoliceFile("2025-12", "dorset", "street")
    assert (tmp_path / street.path).read_bytes() == csv_of(street, note="two")


def test_months_before_the_newest_archive_come_from_the_one_before(latest, fetch, server, tmp_path):
    server.has(f"{ARCHIVE}/2022-12.zip", archive_of(files_of(months_ending("2022-12", count=36)), note="old"))
    outcomes = fetch(months=48, kinds=["street"])
    assert states(outcomes) == ["fetched"] * 48
    assert b"old" in (tmp_path / "2022-12/2022-12-dorset-street.csv").read_bytes()
    assert b"new" in (tmp_path / "2023-01/2023-01-dorset-street.csv").read_bytes()


def test_an_older_archive_that_was_never_made_is_replaced_by_its_neighbour(latest, fetch, server):
    server.has(f"{ARCHIVE}/2023-01.zip", archive_of(files_of(months_ending("2023-01", count=36))))
    assert states(fetch(months=38, kinds=["street"])) == ["fetched"] * 38


def test_an_archive_that_does_not_reach_back_is_no_help(latest, fetch, server):
    server.has(f"{ARCHIVE}/2023-01.zip", archive_of(files_of(["2023-01"])))
    outcomes = fetch(months=38, kinds=["street"])
    assert states(outcomes) == ["missing"] * 2 + ["fetched"] * 36
    assert sum(path.endswith("/2023-01.zip") for path, _ in server.requests) == 1


def test_months_that_no_archive_holds_are_named(latest, fetch):
    outcomes = fetch(months=38, kinds=["street"])
    assert states(outcomes) == ["missing"] * 2 + ["fetched"] * 36
    assert {outcome.why for outcome in outcomes[:2]} == {"no archive that holds 2022-12 could be had"}


def test_what_the_force_did_not_publish_is_named(server, fetch):
    files = [file for file in files_of(["2025-11", "2025-12"]) if file.path != "2025-11/2025-11-dorset-outcomes.csv"]
    server.has(f"{ARCHIVE}/latest.zip", archive_of(files))
    missing = [outcome for outcome in fetch(months=2) if outcome.state == "missing"]
    assert [(each.what, each.why) for each in missing] == [
        ("2025-11/2025-11-dorset-outcomes.csv", "the force has published no outcomes file for this month")
    ]


def test_a_month_that_is_not_published_yet_is_named(latest, fetch):
    outcomes = fetch(months=2, until="2026-01", kinds=["street"])
    assert [(each.part, each.state) for each in outcomes] == [("2025-12", "fetched"), ("2026-01", "missing")]
    assert outcomes[1].why == "not published yet: the newest month is 2025-12"


def test_an_earlier_end_is_kept_to(latest, fetch):
    assert [each.part for each in fetch(months=2, until="2025-06", kinds=["street"])] == ["2025-05", "2025-06"]


def test_forces_may_be_written_as_people_write_them(latest, fetch):
    assert states(fetch(forces=["Dorset", "WILTSHIRE"], months=1, kinds=["street"])) == ["fetched"] * 2


def test_an_unknown_force_is_told_the_nearest(latest, fetch):
    with pytest.raises(BadInput, match=r"nothing at police.uk from a force called 'dorsett'.*Did you mean 'dorset'"):
        fetch(forces=["dorsett"])


def test_a_force_that_is_like_no_other_is_told_them_all(latest, fetch):
    with pytest.raises(BadInput, match="There is something from dorset, wiltshire"):
        fetch(forces=["xyz"])


@pytest.mark.parametrize(
    ("request_", "reason"),
    [
        ({"forces": []}, "no force"),
        ({"months": 0}, "nothing to fetch"),
        ({"until": "2025-13"}, "not a month"),
        ({"until": "December"}, "not a month"),
        ({"kinds": ["streets"]}, "no kind of file"),
    ],
)
def test_a_request_that_makes_no_sense_is_refused_before_anything_is_asked(fetch, server, request_, reason):
    with pytest.raises(BadInput, match=reason):
        fetch(**request_)
    assert not server.requests


def test_an_interrupted_run_keeps_what_it_has_and_the_next_carries_on(latest, fetch, server, tmp_path):
    def stop_in_june(name, done, total):
        if "2025-06" in name:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fetch(months=12, kinds=["street"], watch=stop_in_june)
    assert len(list(tmp_path.rglob("*.csv"))) == 5
    before = len(server.requests)
    assert states(fetch(months=12, kinds=["street"])) == ["already here"] * 5 + ["fetched"] * 7
    assert len(server.requests) == before + 1 + 7


def test_once_the_line_is_down_the_rest_is_not_tried(latest, fetch, server, faults):
    def list_only(handler, resource):
        resource.faults[:] = [faults["busy"]] * 100
        tail = len(resource.content)
        handler.start(206, Content_Range=f"bytes 0-{tail - 1}/{tail}", Content_Length=tail, ETag=resource.etag)
        handler.wfile.write(resource.content)

    server.resources[f"{ARCHIVE}/latest.zip"].faults = [list_only]
    outcomes = fetch(months=36)
    assert set(states(outcomes)) == {"missing"}
    assert len(server.requests) == 1 + 3


def test_a_web_page_in_the_archive_is_refused(server, fetch):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("2025-12/2025-12-dorset-street.csv", "<html>Gone</html>")
    server.has(f"{ARCHIVE}/latest.zip", held.getvalue())
    (outcome,) = fetch(months=1, kinds=["street"])
    assert (outcome.state, outcome.why) == ("missing", "a web page came instead of the file")


def site_with_form(server, *, months, ready_after=2, content=None, forces=("dorset", "wiltshire")):
    """The site's form: a token that is good once, a job that takes a while, a zip."""
    polls = []

    def page(handler):
        made = type(server.resources[FORM])
        if handler.form:
            server.form = handler.form
            return made(f"<script>fetch_download('/data/progress/{JOB}/')</script>".encode())
        options = "".join(f'<option value="{month}">{month}</option>' for month in months)
        boxes = "".join(f'<input type="checkbox" name="forces" value="{force}" id="f">' for force in forces)
        token = "<input type='hidden' name='csrfmiddlewaretoken' value='secret'>"
        return made(f"<form>{token}<select name='date_from'>{options}</select>{boxes}</form>".encode())

    def progress(handler):
        polls.append(1)
        made = type(server.resources[FORM])
        if len(polls) < ready_after:
            return made(b'{"status": "pending"}')
        return made(b'{"status": "ready", "url": "https://store.example/download/abc.zip"}')

    server.has(FORM, answer=page)
    server.has(f"/data.police.uk/data/progress/{JOB}/", answer=progress)
    server.has("/store.example/download/abc.zip", content or archive_of(files_of(months), note="form"))


def test_the_form_is_used_when_the_archive_cannot_be_had(server, fetch, tmp_path):
    site_with_form(server, months=["2025-10", "2025-11", "2025-12"])
    outcomes = fetch(months=2, kinds=["street", "outcomes"])
    assert states(outcomes) == ["fetched"] * 4
    assert server.form == {
        "csrfmiddlewaretoken": ["secret"],
        "date_from": ["2025-11"],
        "date_to": ["2025-12"],
        "forces": ["dorset"],
        "include_crime": ["on"],
        "include_outcomes": ["on"],
    }
    assert b"form" in (tmp_path / "2025-12/2025-12-dorset-street.csv").read_bytes()
    assert not list(tmp_path.glob("*.zip*"))


def test_the_form_is_used_when_the_archive_is_only_sent_whole(server, latest, fetch):
    server.resources[f"{ARCHIVE}/latest.zip"].has_ranges = False
    site_with_form(server, months=["2025-12"])
    assert states(fetch(months=1, kinds=["street"])) == ["fetched"]


def test_a_token_that_is_refused_is_asked_for_anew(server, fetch, refuse):
    site_with_form(server, months=["2025-12"])
    page = server.resources[FORM].answer
    refusals = [1, 1]

    def fussy(handler):
        if handler.form and refusals:
            refusals.pop()
            handler.start(403, Content_Length=0)
            handler.close_connection = True
        return page(handler)

    server.resources[FORM].answer = fussy
    assert states(fetch(months=1, kinds=["street"])) == ["fetched"]


def test_months_that_the_form_does_not_offer_are_missing(server, fetch):
    site_with_form(server, months=["2025-12"])
    assert states(fetch(months=2, kinds=["street"])) == ["missing", "fetched"]


@pytest.mark.parametrize(
    ("break_it", "reason"),
    [
        (lambda server: server.resources.pop(FORM), "no such file"),
        (lambda server: server.has(FORM, b"<html>A new design</html>"), "not the one we know"),
        (
            lambda server: server.has(f"/data.police.uk/data/progress/{JOB}/", b'{"status": "failed"}'),
            "could not make the download",
        ),
        (lambda server: server.has(f"/data.police.uk/data/progress/{JOB}/", b"<html>"), "not JSON"),
        (lambda server: server.resources.pop("/store.example/download/abc.zip"), "no such file"),
    ],
)
def test_when_both_ways_fail_one_sentence_says_so(server, fetch, break_it, reason):
    site_with_form(server, months=["2025-12"])
    break_it(server)
    with pytest.raises(NotAvailable, match=f"neither the archive.*{reason}.*load the zip"):
        fetch(months=1)


def test_real_files_come_through_byte_for_byte(open_data, server, fetch, tmp_path):
    real = open_data / "police_uk" / "dorset.zip"
    server.has(f"{ARCHIVE}/latest.zip", real.read_bytes())
    outcomes = fetch(months=12, kinds=["street"])
    assert states(outcomes) == ["fetched"] * 12
    with zipfile.ZipFile(real) as archive:
        for outcome in outcomes:
            assert outcome.path.read_bytes() == archive.read(outcome.what)
