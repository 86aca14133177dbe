"""Members of a zip that stays on its server: only what is wanted travels, and only one version of it."""

import io
import random
import zipfile

import pytest

from wardmote.errors import BadInput, NotAvailable
from wardmote.evidence.fetch.remote_zip import NoRanges, RemoteZip

NOISE = random.Random(1)
MEMBERS = {f"{n:02d}.csv": NOISE.randbytes(200_000) for n in range(10)}


def zipped(members=MEMBERS):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return held.getvalue()


def asked_bytes(server):
    """How many bytes the ranges that were asked for come to."""
    total = 0
    for _, headers in server.requests:
        first, _, last = headers["Range"].removeprefix("bytes=").partition("-")
        total += int(last) - int(first) + 1 if first else int(last)
    return total


def test_one_member_costs_one_request_and_its_own_bytes(server, client):
    remote = RemoteZip(client, server.has("/z.zip", zipped()))
    assert sorted(remote.members) == sorted(MEMBERS)
    assert remote.read(remote.members["03.csv"]) == MEMBERS["03.csv"]
    assert len(server.requests) == 2
    assert asked_bytes(server) < 300_000


def test_every_member_reads_as_it_was_written(server, client):
    remote = RemoteZip(client, server.has("/z.zip", zipped()))
    assert {name: remote.read(info) for name, info in remote.members.items()} == MEMBERS


def test_a_list_longer_than_the_first_request_is_read_whole(server, client):
    many = {f"{n:05d}-{'x' * 80}.csv": b"" for n in range(2_000)}
    assert len(RemoteZip(client, server.has("/z.zip", zipped(many))).members) == 2_000


@pytest.mark.parametrize("fault", ["cut short", "stall", "reset", "busy"])
def test_a_passing_fault_is_tried_again(server, client, faults, fault):
    address = server.has("/z.zip", zipped())
    remote = RemoteZip(client, address)

    def broken(handler, resource):
        first, last = handler.headers["Range"].removeprefix("bytes=").split("-")
        span = f"bytes {first}-{last}/{len(resource.content)}"
        faults[fault](handler, type(resource)(resource.content[int(first) : int(last) + 1], resource.etag, span=span))

    server.resources["/z.zip"].faults.append(broken)
    assert remote.read(remote.members["03.csv"]) == MEMBERS["03.csv"]
    assert len(server.requests) == 3


def test_a_span_shorter_than_was_asked_is_asked_again(server, client):
    remote = RemoteZip(client, server.has("/z.zip", zipped()))

    def less(handler, resource):
        first, last = map(int, handler.headers["Range"].removeprefix("bytes=").split("-"))
        span = f"bytes {first}-{last - 5}/{len(resource.content)}"
        handler.start(206, Content_Range=span, Content_Length=last - first - 4, ETag=resource.etag)
        handler.wfile.write(resource.content[first : last - 4])

    server.resources["/z.zip"].faults.append(less)
    assert remote.read(remote.members["03.csv"]) == MEMBERS["03.csv"]
    assert len(server.requests) == 3


def test_a_server_that_sends_only_whole_files_is_recognised(server, client):
    with pytest.raises(NoRanges, match="only the whole file"):
        RemoteZip(client, server.has("/z.zip", zipped(), has_ranges=False))


def test_a_zip_that_is_replaced_while_it_is_read_is_not_mixed(server, client):
    remote = RemoteZip(client, server.has("/z.zip", zipped()))
    server.resources["/z.zip"].etag = '"two"'
    with pytest.raises(NotAvailable, match="replaced by a newer one"):
        remote.read(remote.members["03.csv"])


def test_what_is_not_a_zip_is_said_so(server, client):
    with pytest.raises(BadInput, match="not a zip"):
        RemoteZip(client, server.has("/z.zip", b"<html>" + b" " * 1_000))


def test_an_empty_file_is_not_a_zip(server, client):
    with pytest.raises(NotAvailable):
        RemoteZip(client, server.has("/z.zip", b""))


def test_a_damaged_member_is_refused(server, client):
    content = bytearray(zipped())
    content[100_000] ^= 0xFF
    remote = RemoteZip(client, server.has("/z.zip", bytes(content)))
    with pytest.raises(BadInput, match="cannot be unpacked"):
        remote.read(remote.members["00.csv"])


def test_a_redirect_is_followed_once(server, client):
    address = server.has("/z.zip", zipped())
    server.has("/latest.zip")
    server.resources["/latest.zip"].faults.append(
        lambda handler, _: handler.start(302, Location=address, Content_Length=0)
    )
    remote = RemoteZip(client, f"{server.url}/latest.zip")
    assert remote.read(remote.members["03.csv"]) == MEMBERS["03.csv"]
    assert [path for path, _ in server.requests] == ["/latest.zip", "/z.zip", "/z.zip"]
