"""Linking 200,000 records of people of two agencies, in memory only."""

from collections.abc import Iterator

from bench.child import module
from bench.line import Line
from bench.places import scratch

TAKES = "about a minute"
# Each agency knows nine in ten of these.
_PEOPLE = 111_200
_LIMIT_S = 120
_LIMIT_MB = 1500


def lines() -> Iterator[Line]:
    """The time of linking alone and of the whole process, its peak memory, and what came of it."""
    with scratch() as folder:
        module("ours.linked_people", "make", folder, str(_PEOPLE))
        cost = module("ours.linked_people", "link", folder)
    linking = cost.stages["link"]
    yield Line("200,000 people: link", f"{linking:.1f} s", f"limit {_LIMIT_S} s", linking / _LIMIT_S, 1)
    yield Line("the same with reading", cost.in_words, f"limit {_LIMIT_S} s", cost.wall_s / _LIMIT_S, 1)
    yield Line("the same: peak memory", f"{cost.peak_mb:.0f} MB", f"limit {_LIMIT_MB} MB", cost.peak_mb / _LIMIT_MB, 1)
    yield Line(cost.said.splitlines()[-1], "", "")
