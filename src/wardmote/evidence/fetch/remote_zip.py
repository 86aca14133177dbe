"""Reading a few members of a zip that stays on its server."""

import io
import zlib
from collections.abc import Buffer
from zipfile import BadZipFile, ZipFile, ZipInfo

import requests

from wardmote.errors import BadInput, NotAvailable
from wardmote.evidence.fetch.client import Client, Passing
from wardmote.evidence.fetch.outcome import Watch, unwatched
from wardmote.evidence.fetch.part import identity_of

_TAIL = 65_536 + 22
_LARGEST_SPAN = 512 * 2**20
_LARGEST_MEMBER = 2**30
_BLOCK = 65_536


class NoRanges(NotAvailable):
    """The server sends whole files only."""


class RangeFile(io.RawIOBase):
    """A file on a server, read by byte ranges (RFC 9110, section 14): opened at its end, where a zip keeps its list.

    It refuses to mix two versions: when the server's version changes, reading fails.

    Raises:
        NoRanges: the server ignores ranges.
        NotAvailable: it cannot be had, or changed while being read.
    """

    def __init__(self, client: Client, address: str) -> None:
        super().__init__()
        self._client = client
        self.address = address
        self._version = ""
        self._position = 0
        self._held = b""
        self._held_from = 0
        self.size = 0
        self._hold_tail()

    def hold(self, start: int, end: int, *, name: str = "", watch: Watch = unwatched) -> None:
        """Bring bytes `start` to `end` (excluded) here in one request; reads inside them then cost nothing."""
        if end - start > _LARGEST_SPAN:
            raise BadInput(f"{end - start:,} bytes is more than one file should be", where=self.address)
        self._held = self._client.patiently(
            lambda: self._ask(f"{start}-{end - 1}", length=end - start, name=name, watch=watch), where=self.address
        )
        self._held_from = start

    def readable(self) -> bool:
        """It is there to be read."""
        return True

    def seekable(self) -> bool:
        """Ranges make every place reachable."""
        return True

    def tell(self) -> int:
        """Where the next read begins."""
        return self._position

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to `offset` bytes from the start, from here, or from the end."""
        origin = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self.size}[whence]
        self._position = max(0, origin + offset)
        return self._position

    def readinto(self, buffer: Buffer, /) -> int:
        """Fill `buffer` from here on; returns how many bytes there were."""
        view = memoryview(buffer).cast("B")
        end = min(self._position + len(view), self.size)
        if end <= self._position:
            return 0
        if not self._held_from <= self._position <= end <= self._held_from + len(self._held):
            self.hold(self._position, min(max(end, self._position + _BLOCK), self.size))
        offset = self._position - self._held_from
        count = end - self._position
        view[:count] = self._held[offset : offset + count]
        self._position = end
        return count

    def _hold_tail(self) -> None:
        self._held = self._client.patiently(lambda: self._ask(f"-{_TAIL}"), where=self.address)
        self._held_from = self.size - len(self._held)

    def _ask(self, span: str, *, length: int | None = None, name: str = "", watch: Watch = unwatched) -> bytes:
        with self._client.send(self.address, headers={"Range": f"bytes={span}"}) as response:
            if response.status_code != requests.codes.partial_content:
                raise NoRanges("the server sends only the whole file", where=self.address)
            self._recognise(response)
            body = bytearray()
            for block in response.iter_content(_BLOCK):
                body += block
                watch(name, len(body), length)
        if length is not None and len(body) != length:
            raise Passing(f"only {len(body):,} of {length:,} bytes arrived")
        return bytes(body)

    def _recognise(self, response: requests.Response) -> None:
        seen = identity_of(response, self.address)
        if self.size and (seen.version, seen.total) != (self._version, self.size):
            raise NotAvailable(
                "it was replaced by a newer one while it was being read",
                where=self.address,
                do="Run the same command again",
            )
        if seen.total is None:
            raise NoRanges("the server does not say how long the file is", where=self.address)
        # A redirect is followed once: the ranges that come later go straight to where the file is kept.
        self.address, self._version, self.size = response.url, seen.version, seen.total


class RemoteZip:
    """The list of a zip on a server, and any of its members for one request each.

    Raises:
        BadInput: what is there is not a zip.
        NoRanges, NotAvailable: as for RangeFile.
    """

    def __init__(self, client: Client, address: str) -> None:
        self._file = RangeFile(client, address)
        try:
            self._zip = ZipFile(self._file)
        except BadZipFile as error:
            raise BadInput(
                "what is there is not a zip", where=address, do="Open the address in a browser to see what it says"
            ) from error
        self.address = address
        self.members = {info.filename: info for info in self._zip.infolist()}
        starts = sorted(info.header_offset for info in self.members.values())
        self._ends = dict(zip(starts, [*starts[1:], self._zip.start_dir], strict=True))

    def read(self, info: ZipInfo, *, watch: Watch = unwatched) -> bytes:
        """The bytes of one member, whose checksum has been verified.

        Raises:
            BadInput: the member is damaged, locked, or larger than any honest one.
            NotAvailable: it could not be brought here.
        """
        if info.file_size > _LARGEST_MEMBER:
            raise BadInput(f"{info.file_size:,} bytes is more than one file should be", where=info.filename)
        start = info.header_offset
        self._file.hold(start, self._ends[start], name=info.filename, watch=watch)
        try:
            return self._zip.read(info)
        except (BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
            raise BadInput("it cannot be unpacked", where=info.filename, do="Fetch it again") from error
