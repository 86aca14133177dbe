"""How the server takes what is sent to it: in memory alone, because it may hold names.

Waitress would put whatever is larger than half a megabyte into a temporary file.
"""

from io import BytesIO
from typing import BinaryIO

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser


class Discarded:
    """What is sent beyond what is taken: counted and thrown away, so that whoever sent it can still be answered."""

    def __init__(self) -> None:
        self._size = 0

    def __len__(self) -> int:
        return self._size

    def append(self, data: bytes) -> None:
        """Forget it."""
        self._size += len(data)

    def getfile(self) -> BinaryIO:
        """Nothing of it is left."""
        return BytesIO()

    def close(self) -> None:
        """There is nothing to close."""


class InMemoryParser(HTTPRequestParser):
    """A request whose body stays in memory up to `inbuf_overflow`, and beyond that is thrown away while it comes."""

    def parse_header(self, header_plus: bytes) -> None:
        super().parse_header(header_plus)
        if self.body_rcv is not None and (self.chunked or self.content_length > self.adj.inbuf_overflow):
            self.body_rcv.buf = Discarded()


class InMemoryChannel(HTTPChannel):
    """A connection whose requests stay in memory."""

    parser_class = InMemoryParser
