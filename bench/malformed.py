"""100,000 malformed rows of 50 kinds: every one of them kept or set aside with a reason, and nothing falls over."""

from collections.abc import Iterator

from bench.child import module
from bench.line import Line

TAKES = "half a minute"
_ROWS = 100_000
_LIMIT_S = 60


def lines() -> Iterator[Line]:
    """The rows that were not accounted for, of which there may be none, and the time."""
    cost = module("ours.malformed_rows", str(_ROWS))
    read, kept, aside, kinds, reasons = map(int, cost.said.split()[-5:])
    yield Line(f"{read:,} rows of {kinds} kinds", f"{kept:,} kept, {aside:,} set aside", "", read - kept - aside, 0)
    yield Line("the same: rows read", f"{read:,}", f"at least {_ROWS:,}", read / _ROWS, 1, "at least")
    yield Line("the same: reasons in words", f"{reasons} different", "")
    yield Line("the same: CPU seconds", cost.in_words, f"limit {_LIMIT_S} s", cost.cpu_s / _LIMIT_S, 1)
