"""One file from a server that misbehaves: what arrives is whole and right, or does not appear at all."""

import io
import socket
import zipfile
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from wardmote.errors import BadInput, NotAvailable
from wardmote.evidence.fetch.client import Client, Patience
from wardmote.evidence.fetch.contents import check_zip, csv_check
from wardmote.evidence.fetch.transfer import download

CONTENT = bytes(range(256)) * 2_000
PAGE = b"\n<!DOCTYPE html><html><body>Service unavailable</body></html>"


def ranges(server):
    return [headers.get("Range") for _, headers in server.requests]


def zipped(**members):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return held.getvalue()


def test_a_file_arrives_whole_and_nothing_else_is_left(server, client, tmp_path):
    path = download(client, server.has("/a", CONTENT), tmp_path / "a.bin")
    assert path.read_bytes() == CONTENT
    assert [each.name for each in tmp_path.iterdir()] == ["a.bin"]


@pytest.mark.parametrize("fault", ["cut short", "stall", "reset"])
def test_a_broken_transfer_is_carried_on_where_it_stopped(server, client, tmp_path, faults, fault):
    address = server.has("/a", CONTENT, faults=[faults[fault]])
    assert download(client, address, tmp_path / "a.bin").read_bytes() == CONTENT
    assert ranges(server)[0] is None
    assert ranges(server)[1].startswith("bytes=")
    assert server.requests[1][1]["If-Range"] == '"one"'


def test_a_line_that_breaks_more_often_than_patience_still_gets_there_while_it_brings_more(server, client, tmp_path):
    def a_little(handler, resource):
        start = int(handler.headers.get("Range", "bytes=0-")[6:-1])
        total = len(resource.content)
        status = {"Content_Range": f"bytes {start}-{total - 1}/{total}"} if start else {}
        handler.start(206 if start else 200, Content_Length=total - start, ETag=resource.etag, **status)
        handler.wfile.write(resource.content[start : start + total // 10])
        handler.close_connection = True

    address = server.has("/a", CONTENT, faults=[a_little] * 8)
    assert download(client, address, tmp_path / "a.bin").read_bytes() == CONTENT
    assert len(server.requests) == 9


def test_what_is_not_there_is_said_at_once(server, client, tmp_path):
    with pytest.raises(NotAvailable, match="no such file"):
        download(client, f"{server.url}/nothing", tmp_path / "a.bin")
    assert len(server.requests) == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("code", [429, 500, 502, 503, 504])
def test_a_passing_fault_is_tried_again(server, client, tmp_path, refuse, code):
    address = server.has("/a", CONTENT, faults=[refuse(code), refuse(code)])
    assert download(client, address, tmp_path / "a.bin").read_bytes() == CONTENT


@pytest.mark.parametrize("code", [400, 401, 403])
def test_a_refusal_is_not_tried_again(server, client, tmp_path, refuse, code):
    address = server.has("/a", CONTENT, faults=[refuse(code)])
    with pytest.raises(NotAvailable, match=f"refuses .status {code}"):
        download(client, address, tmp_path / "a.bin")


def test_a_server_that_stays_busy_is_given_up(server, client, tmp_path, faults):
    address = server.has("/a", CONTENT, faults=[faults["busy"]] * 50)
    with pytest.raises(NotAvailable, match=r"status 503.*tried up to 3 times"):
        download(client, address, tmp_path / "a.bin")
    assert len(server.requests) == 3


def test_a_server_that_asks_for_a_short_wait_gets_it(server, client, tmp_path, busy_until):
    address = server.has("/a", CONTENT, faults=[busy_until("0")])
    assert download(client, address, tmp_path / "a.bin").read_bytes() == CONTENT


@pytest.mark.parametrize("is_date", [False, True])
def test_a_server_that_asks_for_a_long_wait_is_left_alone(server, client, tmp_path, busy_until, is_date):
    wait = format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True) if is_date else "3600"
    address = server.has("/a", CONTENT, faults=[busy_until(wait)])
    with pytest.raises(NotAvailable, match=r"asks to be left alone for 3,[56]\d\d s"):
        download(client, address, tmp_path / "a.bin")
    assert len(server.requests) == 1


def test_a_length_that_promises_too_much_is_not_believed_when_the_server_corrects_itself(server, client, tmp_path):
    def boast(handler, resource):
        handler.start(200, Content_Length=len(resource.content) * 2, ETag=resource.etag)
        handler.wfile.write(resource.content)
        handler.close_connection = True

    address = server.has("/a", CONTENT, faults=[boast])
    assert download(client, address, tmp_path / "a.bin").read_bytes() == CONTENT


def test_a_length_that_always_promises_too_much_ends_in_an_error(server, client, tmp_path):
    def boast(handler, resource):
        handler.start(200, Content_Length=len(resource.content) * 2)
        handler.wfile.write(resource.content)
        handler.close_connection = True

    address = server.has("/a", CONTENT, faults=[boast] * 50)
    with pytest.raises(NotAvailable):
        download(client, address, tmp_path / "a.bin")
    assert not (tmp_path / "a.bin").exists()


def test_a_length_that_promises_too_little_cuts_the_zip_and_the_zip_is_refused(server, client, tmp_path):
    content = zipped(a="a" * 10_000, b="b" * 10_000)

    def understate(handler, resource):
        handler.start(200, Content_Length=len(resource.content) - 30)
        handler.wfile.write(resource.content)
        handler.close_connection = True

    address = server.has("/a.zip", content, faults=[understate])
    with pytest.raises(BadInput, match="not a whole zip"):
        download(client, address, tmp_path / "a.zip", check=check_zip)
    assert not list(tmp_path.iterdir())


def test_a_damaged_member_is_found(server, client, tmp_path):
    content = bytearray(zipped(a=bytes(range(256)) * 100))
    content[60] ^= 0xFF
    with pytest.raises(BadInput, match=r"damaged|not a whole zip"):
        download(client, server.has("/a.zip", bytes(content)), tmp_path / "a.zip", check=check_zip)


@pytest.mark.parametrize("page", [PAGE, b"\xef\xbb\xbf" + PAGE])
@pytest.mark.parametrize("check", [check_zip, csv_check(columns=["Crime ID"])])
def test_a_web_page_instead_of_the_file_is_refused_and_not_kept(server, client, tmp_path, check, page):
    with pytest.raises(BadInput, match="a web page came instead"):
        download(client, server.has("/a", page), tmp_path / "a", check=check)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"code,name\nE1,a\n", "the columns count are not"),
        (b"\xef\xbb\xbfcode,name,count\nE1,a,2\n", "1 rows arrived and there should be 2"),
        (b"", "the columns code, count are not"),
    ],
)
def test_a_table_with_the_wrong_columns_or_rows_is_refused(server, client, tmp_path, content, reason):
    with pytest.raises(BadInput, match=reason):
        download(client, server.has("/a", content), tmp_path / "a", check=csv_check(columns=["code", "count"], rows=2))


def test_a_server_that_ignores_ranges_sends_all_again(server, client, tmp_path, faults):
    address = server.has("/a", CONTENT, has_ranges=False, faults=[faults["cut short"]])
    assert download(client, address, tmp_path / "a.bin").read_bytes() == CONTENT


def test_a_file_that_changes_midway_is_taken_anew(server, client, tmp_path, faults):
    def change(handler, resource):
        faults["cut short"](handler, resource)
        resource.content, resource.etag = CONTENT[::-1], '"two"'

    address = server.has("/a", CONTENT, faults=[change])
    assert download(client, address, tmp_path / "a.bin").read_bytes() == CONTENT[::-1]


def test_the_rest_of_another_version_is_not_glued_on(server, client, tmp_path, faults):
    """A server that minds Range and not If-Range."""

    def change(handler, resource):
        faults["cut short"](handler, resource)
        resource.content = CONTENT[::-1]

    def careless(handler, resource):
        start, total = int(handler.headers["Range"][6:-1]), len(resource.content)
        handler.start(206, Content_Range=f"bytes {start}-{total - 1}/{total}", Content_Length=total - start, ETag='"2"')
        handler.wfile.write(resource.content[start:])

    address = server.has("/a", CONTENT, faults=[change, careless])
    assert download(client, address, tmp_path / "a.bin").read_bytes() == CONTENT[::-1]


def test_a_rest_that_begins_at_the_wrong_place_is_not_glued_on(server, client, tmp_path, faults):
    def elsewhere(handler, resource):
        total = len(resource.content)
        handler.start(206, Content_Range=f"bytes 7-{total - 1}/{total}", Content_Length=total - 7, ETag=resource.etag)
        handler.wfile.write(resource.content[7:])

    address = server.has("/a", CONTENT, faults=[faults["cut short"], elsewhere])
    assert download(client, address, tmp_path / "a.bin").read_bytes() == CONTENT


def test_without_a_version_there_is_no_knowing_and_all_is_asked_again(server, client, tmp_path):
    def cut_without_version(handler, resource):
        handler.start(200, Content_Length=len(resource.content))
        handler.wfile.write(resource.content[:1000])
        handler.close_connection = True

    address = server.has("/a", CONTENT, faults=[cut_without_version])
    assert download(client, address, tmp_path / "a.bin").read_bytes() == CONTENT
    assert ranges(server) == [None, None]


def test_a_weak_version_does_not_vouch_for_bytes(server, client, tmp_path, faults):
    """Two files with one weak ETag may differ in bytes, so nothing is glued onto a part of such a file."""
    address = server.has("/a", CONTENT, etag='W/"one"', faults=[faults["cut short"]])
    assert download(client, address, tmp_path / "a.bin").read_bytes() == CONTENT
    assert ranges(server) == [None, None]


def test_a_rest_that_is_less_than_the_rest_is_carried_on(server, client, tmp_path, faults):
    def less(handler, resource):
        start, total = int(handler.headers["Range"][6:-1]), len(resource.content)
        span = f"bytes {start}-{start + 999}/{total}"
        handler.start(206, Content_Range=span, Content_Length=1000, ETag=resource.etag)
        handler.wfile.write(resource.content[start : start + 1000])

    address = server.has("/a", CONTENT, faults=[faults["cut short"], less])
    assert download(client, address, tmp_path / "a.bin").read_bytes() == CONTENT


def test_an_interrupted_download_is_carried_on_by_the_next_run(server, client, tmp_path):
    def stop_halfway(name, done, total):
        if done > total / 2:
            raise KeyboardInterrupt

    address = server.has("/a", CONTENT)
    with pytest.raises(KeyboardInterrupt):
        download(client, address, tmp_path / "a.bin", watch=stop_halfway)
    had = (tmp_path / "a.bin.part").stat().st_size
    assert len(CONTENT) / 2 < had < len(CONTENT)
    assert not (tmp_path / "a.bin").exists()

    assert download(client, address, tmp_path / "a.bin").read_bytes() == CONTENT
    assert ranges(server)[1] == f"bytes={had}-"


def test_a_part_that_was_whole_when_it_was_interrupted_is_not_fetched_again(server, client, tmp_path):
    def stop_at_the_end(name, done, total):
        if done == total:
            raise KeyboardInterrupt

    address = server.has("/a", CONTENT)
    with pytest.raises(KeyboardInterrupt):
        download(client, address, tmp_path / "a.bin", watch=stop_at_the_end)
    assert download(client, address, tmp_path / "a.bin").read_bytes() == CONTENT
    assert server.requests[1][1]["Range"] == f"bytes={len(CONTENT)}-"


def test_a_part_from_another_address_is_not_continued(server, client, tmp_path):
    (tmp_path / "a.bin.part").write_bytes(b"something else")
    (tmp_path / "a.bin.part.json").write_text(
        '{"address": "https://elsewhere/a", "version": "\\"one\\"", "total": 20}', encoding="utf-8"
    )
    assert download(client, server.has("/a", CONTENT), tmp_path / "a.bin").read_bytes() == CONTENT


def test_a_failed_fetch_leaves_the_older_file_as_it_was(server, client, tmp_path):
    (tmp_path / "a.csv").write_text("old", encoding="utf-8")
    with pytest.raises(BadInput):
        download(client, server.has("/a", PAGE), tmp_path / "a.csv", check=csv_check(columns=["x"]))
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") == "old"


def test_nobody_at_home(tmp_path):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    quick = Client(patience=Patience(attempts=2, connect_s=1, first_wait_s=0.01, jitter_s=0))
    with pytest.raises(NotAvailable, match="could not be reached"):
        download(quick, f"http://127.0.0.1:{port}/a", tmp_path / "a")


def test_what_is_no_address_is_said_so(tmp_path):
    with pytest.raises(BadInput, match="not an address"):
        download(Client(), "ftp://example.org/a", tmp_path / "a")
