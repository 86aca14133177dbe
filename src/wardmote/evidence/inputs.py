"""The files that somebody was sent: found in folders and zips, and brought to disk safely."""

import gzip
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import IO, cast

from wardmote.errors import BadInput
from wardmote.evidence.content import ContentReader, Prepared

HEAD_BYTES = 65_536
# True files of the sources read here are far under both of these; a zip bomb is far over one of them.
LARGEST_FILE_BYTES = 4 * 1024**3
LARGEST_RATIO = 200
LARGEST_IN_MEMORY_BYTES = 1024**3
_SMALL_PACKED_BYTES = 10_000
_BLOCK_BYTES = 1024 * 1024


@dataclass(frozen=True)
class ZipMember:
    """A file in a zip. The zip stays open for all of its members: a national archive has thousands."""

    archive: zipfile.ZipFile
    entry: zipfile.ZipInfo


@dataclass(frozen=True)
class InputFile:
    """One file as it was given: on its own, or as `member` of a zip.

    `held` is the file itself where it was given in memory; its `path` then only tells it from others.
    """

    path: Path
    name: str
    member: ZipMember | None = None
    held: bytes | None = field(default=None, repr=False, compare=False)

    @property
    def size(self) -> int:
        """How many bytes it has as it was given; a member of a zip, how many it says that it unpacks to."""
        if self.member is not None:
            return self.member.entry.file_size
        return self.path.stat().st_size if self.held is None else len(self.held)

    def head(self) -> bytes:
        """The first bytes, decompressed."""
        return next(self._blocks(HEAD_BYTES), b"")

    def content(self) -> bytes:
        """The whole file, decompressed, in memory alone: for files that may hold names."""
        if self.held is not None and not self._is_gzip:
            return self.held
        limit = min(self._size_limit(), LARGEST_IN_MEMORY_BYTES)
        if self.member is not None and self.member.entry.file_size > limit:
            raise self._too_large()
        whole = bytearray()
        for block in self._blocks(_BLOCK_BYTES):
            whole += block
            if len(whole) > limit:
                raise self._too_large()
        return bytes(whole)

    def prepare(self, folder: Path, *, number: int) -> Prepared:
        """Bring the file to `folder` as a plain file with line endings made alike, checking its size as it comes."""
        target = folder / f"{number:06}{Path(self.name.removesuffix('.gz')).suffix.lower()}"
        limit = self._size_limit()
        if self.member is not None and self.member.entry.file_size > limit:
            raise self._too_large()
        content = ContentReader()
        size = 0
        with target.open("wb") as out:
            for block in self._blocks(_BLOCK_BYTES):
                size += len(block)
                if size > limit:
                    raise self._too_large()
                out.write(content.take(block))
            out.write(content.rest())
        return content.prepared(target)

    def _blocks(self, size: int) -> Iterator[bytes]:
        try:
            with self._open() as stream:
                while block := stream.read(size):
                    yield block
        except (EOFError, zlib.error, zipfile.BadZipFile, gzip.BadGzipFile) as error:
            raise BadInput("is damaged or cut short", where=self.name, do="download or export it again") from error
        except NotImplementedError as error:
            raise BadInput(
                "is packed in a way that cannot be read", where=self.name, do="unpack it and load the folder"
            ) from error
        except OSError as error:
            raise _unreadable(self.name, error) from error

    @contextmanager
    def _open(self) -> Iterator[IO[bytes]]:
        if self.member is not None:
            with self.member.archive.open(self.member.entry) as stream:
                yield stream
        elif self._is_gzip:
            with self.as_given() as packed, gzip.open(packed) as unpacked:
                yield cast("IO[bytes]", unpacked)
        else:
            with self.as_given() as stream:
                yield stream

    def as_given(self) -> IO[bytes]:
        """The file's bytes as they came, to be closed by whoever asks; not for a member of a zip."""
        return BytesIO(self.held) if self.held is not None else self.path.open("rb")

    @property
    def _is_gzip(self) -> bool:
        return self.member is None and self.path.suffix.lower() == ".gz"

    def _size_limit(self) -> int:
        if self.member is not None:
            return _unpacked_limit(self.member.entry.compress_size)
        if not self._is_gzip:
            return LARGEST_FILE_BYTES
        return _unpacked_limit(self.size)

    def _too_large(self) -> BadInput:
        return BadInput(
            "unpacks to far more than a file of its kind holds",
            where=self.name,
            do="ask whoever sent it for the plain file",
        )


def _unpacked_limit(packed_bytes: int) -> int:
    return min(LARGEST_FILE_BYTES, max(packed_bytes, _SMALL_PACKED_BYTES) * LARGEST_RATIO)


def _unreadable(name: str, error: OSError) -> BadInput:
    reason = (error.strerror or "the system refused").lower()
    return BadInput(f"cannot be opened ({reason})", where=name, do="check the file and who may read it")


def files_of_zip(file: InputFile) -> tuple[InputFile, ...]:
    """The files in a zip. A damaged or password-protected zip is refused as a whole."""
    name = file.path.name
    try:
        archive = zipfile.ZipFile(file.path if file.held is None else BytesIO(file.held))
    except zipfile.BadZipFile as error:
        raise BadInput("is not a whole zip file", where=name, do="download it again") from error
    except OSError as error:
        raise _unreadable(name, error) from error
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if any(entry.flag_bits & 1 for entry in entries):
        raise BadInput("is protected by a password", where=name, do="unpack it with the password and load the folder")
    return tuple(InputFile(file.path, f"{name}/{entry.filename}", ZipMember(archive, entry)) for entry in entries)
