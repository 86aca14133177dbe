"""1 million crimes with their people: loaded with pseudonyms, and every measure by section and month; pandas beside."""

from collections.abc import Iterator

from bench.child import WARDMOTE, Cost, module, run
from bench.line import Line
from bench.places import kept, scratch

TAKES = "about 5 minutes"
_ROWS, _PEOPLE = 1_000_000, 200_000
_LOAD_LIMIT_S, _MEASURE_LIMIT_S = 60, 20


def lines() -> Iterator[Line]:
    """The load and the measures as whole processes, each beside pandas doing the same in the same minutes."""
    csv = kept("partners") / "crimes.csv"
    with scratch() as folder:
        # Six sections of made-up LSOAs with a lookup and priority places, written beside the crimes.
        module("ours.partner_files", csv, folder / "sections.csv", str(_ROWS), str(_PEOPLE))
        place = folder / "workspace"
        run(WARDMOTE, "init", place, "--area", "Exampleshire", "--sections", folder / "sections.csv")
        run(WARDMOTE, "load", folder / "lookup.csv", folder / "places.csv", "--workspace", place)
        load = run(WARDMOTE, "load", csv, "--workspace", place)
        theirs = module("peers.pandas_partners", "load", csv, folder / "parquet", folder / "sections.csv")
        yield from _compared(f"{_ROWS:,} crimes with people: load", load, theirs, limit_s=_LOAD_LIMIT_S)
        ours = module("ours.partner_measures", place)
        pandas = module("peers.pandas_partners", "measure", folder / "parquet")
        _require_same(ours, pandas)
        measures = next(line for line in ours.said.splitlines() if line.endswith(" measures"))
        # Pandas counts four of them: who comes again within a year is long work there.
        yield from _compared(f"{measures} by section and month", ours, pandas, limit_s=_MEASURE_LIMIT_S)


def _compared(what: str, ours: Cost, theirs: Cost, *, limit_s: float) -> Iterator[Line]:
    yield Line(what, ours.in_words, f"limit {limit_s} s", ours.wall_s / limit_s, 1)
    yield Line(
        "the same: CPU seconds", f"{ours.cpu_s:.1f} s", f"pandas {theirs.cpu_s:.1f} s", ours.cpu_s / theirs.cpu_s
    )
    yield Line("the same: time", ours.in_words, f"pandas {theirs.in_words}", ours.wall_s / theirs.wall_s)
    against = f"pandas {theirs.peak_mb:.0f} MB"
    yield Line("the same: peak memory", f"{ours.peak_mb:.0f} MB", against, ours.peak_mb / theirs.peak_mb)


def _require_same(ours: Cost, theirs: Cost) -> None:
    mine, yours = ({line for line in one.said.splitlines() if line.startswith("figure")} for one in (ours, theirs))
    if mine != yours or not mine:
        raise RuntimeError(f"the figures differ: {sorted(mine ^ yours)[:4]}")
