"""How often each test cries wolf where nothing changed, and how often it sees a fall that is there.

Run by `make calibrate`. Exits with 1 when a row is out of bounds: above 7%, or below 3% where counts are not small.
"""

import os
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from multiprocessing import get_context

import numpy as np
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.progress import track
from rich.table import Table

from bench.calibration.checks import FalseAlarms, Power, false_alarms, power
from bench.calibration.claims import claims_table
from bench.calibration.claims import rows as claim_rows
from bench.calibration.series import KINDS, Kind

SEED = 20201
SERIES = 10_000
SERIES_FOR_POWER = 1000
FALLS = (0.0, 0.1, 0.2)
WORKERS = 2


@dataclass(frozen=True)
class Result:
    """What one kind of series showed."""

    alarms: list[FalseAlarms]
    powers: list[Power]


def calibrate(number: int) -> Result:
    """Every test on the kind of that number, with a seed of its own, so that the order of work changes nothing."""
    kind: Kind = KINDS[number]
    rng = np.random.default_rng([SEED, number])
    alarms = false_alarms(kind, rng=rng, series=SERIES)
    return Result(alarms, [power(kind, fall=fall, rng=rng, series=SERIES_FOR_POWER) for fall in FALLS])


def main() -> int:
    """Print the tables; the number of rows out of bounds decides the exit code."""
    errors, console = Console(stderr=True), Console(width=140)
    # Two workers that each start threads for small matrices get in each other's way.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn")) as pool:
        work = pool.map(calibrate, range(len(KINDS)))
        results = list(track(work, description="Kinds of series", total=len(KINDS), console=errors))
    alarms = [alarm for result in results for alarm in result.alarms]
    console.print(_alarm_table(alarms))
    console.print(_power_table([row for result in results for row in result.powers]))
    claims = list(track(claim_rows(), description="Other claims", console=errors))
    console.print(claims_table(claims))
    outside = [alarm for alarm in alarms if not alarm.is_within]
    for alarm in outside:
        console.print(f"out of bounds: {alarm.test}, {alarm.kind.label}: {alarm.rate:.1%}")
    wrong = [row for row in claims if not row.is_within]
    console.print(f"{len(alarms) + len(claims)} rows, {len(outside) + len(wrong)} out of bounds.")
    return 1 if outside or wrong else 0


def _alarm_table(alarms: list[FalseAlarms]) -> Table:
    tests = list(dict.fromkeys(alarm.test for alarm in alarms))
    table = _table("False alarms at the 5% level (no bound where in brackets)", "nothing changes", *tests)
    for label, group in groupby(alarms, key=lambda alarm: alarm.kind.label):
        table.add_row(label, *[_cell(alarm) for alarm in group])
    return table


def _cell(alarm: FalseAlarms) -> str:
    shown = f"{alarm.rate:.1%}"
    return f"({shown})" if alarm.highest is None else shown if alarm.is_within else f"[bold]{shown} ![/bold]"


def _power_table(rows: list[Power]) -> Table:
    ways = ("change test", "Poisson on two years", "rolling years 3 months apart", "line through rolling years")
    table = _table("How often a change is claimed (where the fall is 0%, falsely)", "series", "fall", *ways)
    for row in rows:
        shares = (row.change, row.poisson_years, row.overlapping_years, row.line_through_rolling_years)
        table.add_row(row.kind.label, f"{row.fall:.0%}", *[f"{share:.1%}" for share in shares])
    return table


def _table(title: str, first: str, *others: str) -> Table:
    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, padding=(0, 1))
    table.add_column(first, no_wrap=True)
    for other in others:
        table.add_column(other, justify="right")
    return table


if __name__ == "__main__":
    sys.exit(main())
