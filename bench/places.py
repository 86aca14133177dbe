"""Where the benchmarks read and write."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.child import ROOT, WARDMOTE, run

_BUILT = ROOT / "build" / "bench"


class NotHereError(Exception):
    """Something that a benchmark needs is not on this machine; the message says what."""


def open_data(name: str) -> Path:
    """A file of the real open data, which lies beside the checkout or where WARDMOTE_OPEN_DATA says."""
    path = Path(os.environ.get("WARDMOTE_OPEN_DATA") or ROOT.parent / "shared" / "data") / name
    if not path.exists():
        raise NotHereError(f"{name} is not here: set WARDMOTE_OPEN_DATA to the folder of open data")
    return path


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder that is gone afterwards."""
    _BUILT.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=_BUILT) as folder:
        yield Path(folder)


def kept(name: str) -> Path:
    """A folder that is kept for the next run; `make clean` removes it."""
    return _BUILT / name


def workspace(folder: Path, *, areas: tuple[str, ...], load: tuple[Path, ...] = ()) -> Path:
    """A workspace made by the commands, with files loaded."""
    options = [word for area in areas for word in ("--area", area)]
    run(WARDMOTE, "init", folder, *options)
    if load:
        run(WARDMOTE, "load", *load, "--workspace", folder)
    return folder
