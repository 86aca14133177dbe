"""The files of police.uk: what they are called, which are wanted, and putting one in its place."""

import re
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Literal, get_args
from zipfile import ZipInfo

from wardmote.errors import BadInput
from wardmote.evidence.fetch.contents import check_header

Kind = Literal["street", "outcomes", "stop-and-search"]
KINDS: tuple[Kind, ...] = get_args(Kind)

_NAME = re.compile(r"(?P<month>20\d\d-\d\d)-(?P<force>[a-z-]+?)-(?P<kind>street|outcomes|stop-and-search)\.csv")


@dataclass(frozen=True, order=True)
class PoliceFile:
    """One force's file of one kind for one month."""

    month: str
    force: str
    kind: str

    @property
    def path(self) -> str:
        """Where the file is, in a zip of theirs and in a folder of ours."""
        return f"{self.month}/{self.month}-{self.force}-{self.kind}.csv"


def recognise(member: str) -> PoliceFile | None:
    """Which file a member of a police.uk zip is, or None when it is something else.

    >>> recognise("2025-12/2025-12-dorset-stop-and-search.csv")
    PoliceFile(month='2025-12', force='dorset', kind='stop-and-search')
    """
    match = _NAME.fullmatch(member.rpartition("/")[2])
    return PoliceFile(**match.groupdict()) if match else None


def listed(members: Mapping[str, ZipInfo]) -> dict[PoliceFile, ZipInfo]:
    """The police.uk files among the members of a zip."""
    known = ((recognise(name), info) for name, info in members.items())
    return {file: info for file, info in known if file}


def force_slug(name: str) -> str:
    """A force as the files write it: `Avon and Somerset` or `avon-and-somerset`."""
    return re.sub(r"[\s_-]+", "-", name.strip().lower().replace("&", "and"))


def check_forces(wanted: Iterable[str], *, known: Iterable[str]) -> None:
    """Raise BadInput for a force that is not among the `known`, naming the nearest, or all when none is near."""
    names = sorted(set(known))
    for force in wanted:
        if force not in names:
            near = get_close_matches(force, names, n=1)
            raise BadInput(
                f"there is nothing at police.uk from a force called {force!r}",
                do=f"Did you mean {near[0]!r}?" if near else f"There is something from {', '.join(names)}",
            )


def is_here(path: Path, info: ZipInfo) -> bool:
    """Whether `path` already holds exactly this member: the same length and the same checksum."""
    if not path.exists() or path.stat().st_size != info.file_size:
        return False
    checksum = 0
    with path.open("rb") as file:
        while block := file.read(2**20):
            checksum = zlib.crc32(block, checksum)
    return checksum == info.CRC


def place(path: Path, content: bytes, *, columns: Iterable[str]) -> None:
    """Check that `content` is a CSV with `columns`, and put it at `path` in one step."""
    check_header(content[:65_536], columns=columns, where=path.name)
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    part.write_bytes(content)
    part.replace(path)
