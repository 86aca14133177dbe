"""A server on this machine that misbehaves on request, and a client without much patience."""

import re
import socket
import struct
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from wardmote.evidence.fetch.client import Client, Patience

LONGEST_TEST_S = 20
_LINGER = "hh" if sys.platform == "win32" else "ii"
HASTY = Patience(
    attempts=3, rounds=4, connect_s=2, read_s=1.0, first_wait_s=0.01, longest_wait_s=0.05, jitter_s=0, poll_s=0.01
)


@dataclass
class Resource:
    """What the server has at a path. Each request uses up one fault; after that it behaves.

    `answer` makes the resource afresh for each request; `span` is what a fault says its bytes are part of.
    """

    content: bytes = b""
    etag: str = '"one"'
    kind: str = "application/octet-stream"
    has_ranges: bool = True
    faults: list["Fault"] = field(default_factory=list)
    answer: Callable[["Handler"], "Resource"] | None = None
    span: str = ""


Fault = Callable[["Handler", Resource], None]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        self.form: dict[str, list[str]] = {}
        self._respond()

    def do_POST(self) -> None:
        self.form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self._respond()

    def log_message(self, *args: object) -> None:
        """Says nothing: pytest shows what matters."""

    @property
    def query(self) -> dict[str, str]:
        return {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}

    def start(self, status: int, **headers: object) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), str(value))
        self.end_headers()

    def _respond(self) -> None:
        path = urlsplit(self.path).path
        self.server.requests.append((path, dict(self.headers)))
        resource = self.server.resources.get(path)
        if resource is None:
            self.start(404, Content_Length=0)
        elif resource.faults:
            resource.faults.pop(0)(self, resource)
        else:
            behave(self, resource)


def behave(handler: Handler, resource: Resource) -> None:
    """Answers as a good server does: ranges, and If-Range."""
    resource = resource.answer(handler) if resource.answer else resource
    content, total = resource.content, len(resource.content)
    span = re.fullmatch(r"bytes=(\d*)-(\d*)", handler.headers.get("Range", ""))
    is_same = handler.headers.get("If-Range") in {None, resource.etag}
    if span and resource.has_ranges and is_same:
        first, last = span.groups()
        start = int(first) if first else max(0, total - int(last))
        end = min(total, int(last) + 1) if first and last else total
        if start >= total:
            handler.start(416, Content_Range=f"bytes */{total}", Content_Length=0)
            return
        handler.start(
            206, Content_Range=f"bytes {start}-{end - 1}/{total}", Content_Length=end - start, ETag=resource.etag
        )
        content = content[start:end]
    else:
        tag = {"ETag": resource.etag} if resource.etag else {}
        handler.start(200, Content_Length=total, Content_Type=resource.kind, **tag)
    handler.wfile.write(content)


def cut_short(handler: Handler, resource: Resource) -> None:
    """Promises all and sends half."""
    span = {"Content_Range": resource.span} if resource.span else {}
    handler.start(206 if span else 200, Content_Length=len(resource.content), ETag=resource.etag, **span)
    handler.wfile.write(resource.content[: len(resource.content) // 2])
    handler.close_connection = True


def stall(handler: Handler, resource: Resource) -> None:
    """Sends half, and then nothing for longer than anyone waits."""
    cut_short(handler, resource)
    handler.wfile.flush()
    time.sleep(HASTY.read_s * 2)


def reset(handler: Handler, resource: Resource) -> None:
    """Sends half and slams the door."""
    cut_short(handler, resource)
    handler.wfile.flush()
    time.sleep(0.05)
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack(_LINGER, 1, 0))
    handler.connection.shutdown(socket.SHUT_RD)


def busy(handler: Handler, resource: Resource) -> None:
    handler.start(503, Content_Length=0)


def busy_for(seconds: str) -> Fault:
    return lambda handler, _: handler.start(503, Content_Length=0, Retry_After=seconds)


def status(code: int) -> Fault:
    return lambda handler, _: handler.start(code, Content_Length=0)


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.resources: dict[str, Resource] = {}
        self.requests: list[tuple[str, dict[str, str]]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def has(self, path: str, content: bytes = b"", **rest: object) -> str:
        """Puts a resource at `path`; returns its address."""
        self.resources[path] = Resource(content, **rest)
        return self.url + path

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away is what these tests are about."""


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield running
        running.shutdown()
        thread.join()


@pytest.fixture
def client(server: Server) -> Client:
    """A client whose outside world is the server: https://host/path is looked for at /host/path."""
    return Client(patience=HASTY, mirror=server.url)


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy of the machine's would stand between the client and the server."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@pytest.fixture(autouse=True)
def is_bounded_in_time() -> Iterator[None]:
    began = time.monotonic()
    yield
    assert time.monotonic() - began < LONGEST_TEST_S


@pytest.fixture
def faults() -> dict[str, Fault]:
    return {"cut short": cut_short, "stall": stall, "reset": reset, "busy": busy}


@pytest.fixture
def busy_until() -> Callable[[str], Fault]:
    return busy_for


@pytest.fixture
def refuse() -> Callable[[int], Fault]:
    return status
