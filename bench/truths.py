"""What is found of what was planted in Exampleshire, and how often a change is claimed where nothing changed."""

from collections.abc import Iterator

from bench.child import module
from bench.line import Line
from bench.places import scratch

TAKES = "some minutes"
# The Exampleshire that everybody sees, and others of the same making.
_SEEDS = (1998, 7, 41)
_FEWEST_FOUND, _MOST_CALLED = 0.8, 0.07


def lines() -> Iterator[Line]:
    """The two rates over all seeds, each claim made at the 5% level by itself."""
    told: list[list[str]] = []
    for seed in _SEEDS:
        with scratch() as folder:
            said = module("ours.planted_truths", str(seed), folder).said
            told += [line.split("\t") for line in said.splitlines() if line.startswith("truth\t")]
    # A planted change that no test can be made of is none that could be found.
    found = [answer == "True" for _, kind, _, answer in told if kind == "planted" and answer != "None"]
    called = [answer == "True" for _, kind, _, answer in told if kind == "still"]
    yield _line("planted changes that are found", found, limit=_FEWEST_FOUND, is_most=False)
    yield _line("non-changes that are called changes", called, limit=_MOST_CALLED, is_most=True)


def _line(what: str, hits: list[bool], *, limit: float, is_most: bool) -> Line:
    rate = sum(hits) / len(hits)
    said = f"{sum(hits)} of {len(hits)} ({rate:.1%})"
    return Line(what, said, f"{len(_SEEDS)} seeds", rate, limit, "at most" if is_most else "at least")
