"""`wardmote --help`: nobody waits for a list of commands."""

from collections.abc import Iterator

from bench.child import WARDMOTE, alternate, run
from bench.line import Line

TAKES = "a few seconds"
_TIMES = 9
_LIMIT_S = 0.3


def lines() -> Iterator[Line]:
    """The time of the whole process."""
    (cost,) = alternate(lambda: run(WARDMOTE, "--help"), times=_TIMES)
    yield Line("wardmote --help", cost.in_words, f"limit {_LIMIT_S} s", cost.wall_s / _LIMIT_S, 1)
