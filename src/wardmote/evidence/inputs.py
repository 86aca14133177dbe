"""The files that somebody was sent: found in folders and zips, and brought to disk safely."""

import gzip
import hashlib
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from wardmote.errors import BadInput

HEAD_BYTES = 65_536
# True files of the sources read here are far under both of these; a zip bomb is far over one of them.
LARGEST_FILE_BYTES = 4 * 1024**3
LARGEST_RATIO = 200
_SMALL_PACKED_BYTES = 10_000
_BLOCK_BYTES = 1024 * 1024


@dataclass(frozen=True)
class Prepared:
    """A plain file on disk, and the SHA-256 of its content with line endings made alike."""

    path: Path
    digest: str


@dataclass(frozen=True)
class InputFile:
    """One file as it was given: on its own, or as `member` of a zip."""

    path: Path
    name: str
    member: str | None = None

    def head(self) -> bytes:
        """The first bytes, decompressed."""
        with self._open() as (stream, _):
            return stream.read(HEAD_BYTES)

    def prepare(self, folder: Path, *, number: int) -> Prepared:
        """Bring the file to `folder` as a plain file, checking its size as it comes."""
        target = folder / f"{number:06}{Path(self.name.removesuffix('.gz')).suffix.lower()}"
        digest = _ContentDigest()
        size = 0
        with self._open() as (stream, limit), target.open("wb") as out:
            while block := stream.read(_BLOCK_BYTES):
                size += len(block)
                if size > limit:
                    raise BadInput(
                        "unpacks to far more than a file of its kind holds",
                        where=self.name,
                        do="ask whoever sent it for the plain file",
                    )
                digest.update(block)
                out.write(block)
        return Prepared(target, digest.finish())

    @contextmanager
    def _open(self) -> Iterator[tuple[IO[bytes], int]]:
        try:
            if self.member is not None:
                with zipfile.ZipFile(self.path) as archive, archive.open(self.member) as stream:
                    yield stream, _size_limit(archive.getinfo(self.member).compress_size)
            elif self.path.suffix.lower() == ".gz":
                with gzip.open(self.path) as unpacked:
                    yield cast("IO[bytes]", unpacked), _size_limit(self.path.stat().st_size)
            else:
                with self.path.open("rb") as stream:
                    yield stream, LARGEST_FILE_BYTES
        except (EOFError, zlib.error, zipfile.BadZipFile, gzip.BadGzipFile) as error:
            raise BadInput("is damaged or cut short", where=self.name, do="download or export it again") from error
        except NotImplementedError as error:
            raise BadInput(
                "is packed in a way that cannot be read", where=self.name, do="unpack it and load the folder"
            ) from error


class _ContentDigest:
    """A digest that is the same for a file with CRLF and with LF line endings."""

    def __init__(self) -> None:
        self._digest = hashlib.sha256()
        self._carry = b""

    def update(self, block: bytes) -> None:
        block = self._carry + block
        # A carriage return that ends a block may be half of a line ending, so it waits for the next block.
        self._carry = b"\r" if block.endswith(b"\r") else b""
        # Most files have no carriage return at all, and looking for one costs far less than replacing none.
        if b"\r" in block:
            block = block.removesuffix(b"\r").replace(b"\r\n", b"\n")
        self._digest.update(block)

    def finish(self) -> str:
        self._digest.update(self._carry)
        return self._digest.hexdigest()


def _size_limit(packed_bytes: int) -> int:
    return min(LARGEST_FILE_BYTES, max(packed_bytes, _SMALL_PACKED_BYTES) * LARGEST_RATIO)


def files_of_zip(path: Path) -> tuple[InputFile, ...]:
    """The files in a zip. A damaged or password-protected zip is refused as a whole."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
    except zipfile.BadZipFile as error:
        raise BadInput("is not a whole zip file", where=path.name, do="download it again") from error
    if any(member.flag_bits & 1 for member in members):
        raise BadInput(
            "is protected by a password", where=path.name, do="unpack it with the password and load the folder"
        )
    return tuple(InputFile(path, f"{path.name}/{member.filename}", member.filename) for member in members)
