"""How often what is said of surveys, places, people and late records is wrong, where the truth is known.

Run by `python -m bench.calibration.claims`. Each row is a false alarm where nothing differs, or an interval that misses.
"""

import sys
from collections.abc import Callable, Iterator

import numpy as np
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from bench.calibration.fair import CHECKS as FAIR_CHECKS
from bench.calibration.row import HIGHEST, Row
from bench.calibration.series import KINDS, simulate
from bench.calibration.time_told import CHECKS as TIME_CHECKS
from wardmote.statistics.funnel import funnel_of
from wardmote.statistics.harm import weighted_sum
from wardmote.statistics.inequality import inequality_of_rates
from wardmote.statistics.interrupted import interruptions_of
from wardmote.statistics.raking import Margin, rake
from wardmote.statistics.ranks import ranks_of
from wardmote.statistics.repeats import repeat_events
from wardmote.statistics.reporting_delay import nowcast
from wardmote.statistics.survey import WeightedShare, compare_waves, weighted_share

SEED = 20203
DELAYS = np.array([0.7, 0.12, 0.05] + [0.013] * 10)
Rng = np.random.Generator


def rows(seed: int = SEED) -> Iterator[Row]:
    """Every claim, each with a seed of its own, so that the order of work changes nothing."""
    for number, check in enumerate(CHECKS):
        yield from check(np.random.default_rng([seed, number]))


def _interruptions(rng: Rng) -> Iterator[Row]:
    for kind in KINDS:
        counts = simulate(kind, rng=rng, series=2000, months=60)
        found = interruptions_of(counts, [range(27, 30)])
        rate = float(np.mean([bool(row[0].distinguishable) for row in found]))
        yield Row("an interruption of 3 months", kind.label, rate, HIGHEST if kind.is_promised else None)


def _waves(rng: Rng) -> Iterator[Row]:
    for people, share in ((90, 0.4), (500, 0.1), (2500, 0.13)):
        alarms = [compare_waves(*[_plain_wave(people, share, rng) for _ in range(2)]) for _ in range(2000)]
        yield Row("a move between two waves", f"{people} people, {share:.0%}", _found(alarms))
    alarms = [compare_waves(_raked_wave(rng), _raked_wave(rng)) for _ in range(1000)]
    yield Row("a move between two waves", "600 people, raked to age and sex", _found(alarms))
    shares = [_raked_wave(rng) for _ in range(1000)]
    truth = float(AGE @ SAID_BY_AGE)
    yield Row("a raked share's interval", "600 people", _missed(truth, [(s.lower, s.upper) for s in shares]))


AGE = np.array([0.3, 0.35, 0.35])
ANSWERS_BY_AGE = np.array([0.15, 0.3, 0.55])
SAID_BY_AGE = np.array([0.35, 0.25, 0.15])


def _plain_wave(people: int, share: float, rng: Rng) -> WeightedShare:
    return weighted_share(rng.random(people) < share)


def _raked_wave(rng: Rng) -> WeightedShare:
    """Older people answer more often than younger ones, and say something else."""
    age, sex = rng.choice(3, 600, p=ANSWERS_BY_AGE), rng.integers(0, 2, 600)
    said = rng.random(600) < SAID_BY_AGE[age]
    return weighted_share(said, rake([Margin("age", age, AGE), Margin("sex", sex, np.ones(2))]).weights)


def _slopes(rng: Rng) -> Iterator[Row]:
    for events, spread in ((20, 0.0), (300, 0.0), (300, 0.2), (3000, 0.3)):
        level = events * np.exp(rng.normal(0, spread, (2000, 10)))
        found = [inequality_of_rates(row, np.full(10, 10_000.0), per=1000) for row in rng.poisson(level)]
        yield Row("a slope over deprivation", f"{events} a decile, spread {spread:.0%}", _found(found))


def _funnels(rng: Rng) -> Iterator[Row]:
    for spread in (0.0, 0.1, 0.3):
        out = []
        for _ in range(500):
            bases = rng.integers(500, 20_000, 60).astype(float)
            events = rng.poisson(0.03 * bases * np.exp(rng.normal(0, spread, 60)))
            out.append(
                np.mean([state != "inside" for state in funnel_of(events, bases, kind="rate", level=0.95).states])
            )
        yield Row("an area beyond a 95% funnel", f"60 areas, spread {spread:.0%}", float(np.mean(out)))


def _ranks(rng: Rng) -> Iterator[Row]:
    own, truth = np.arange(20, 0, -1), np.linspace(0.02, 0.03, 20)
    found = [
        ranks_of(rng.poisson(truth * 5000), np.full(20, 5000), kind="rate", rng=rng, draws=1000) for _ in range(300)
    ]
    missed = float(np.mean([(ranks.lower > own) | (own > ranks.upper) for ranks in found]))
    yield Row("the interval of a rank", "20 areas", missed)


def _sums(rng: Rng) -> Iterator[Row]:
    means, weights = np.array([40.0, 15, 3, 0.5]), np.array([1.0, 5, 60, 400])
    for method, highest in (("gamma", HIGHEST), ("Dobson", None)):
        found = weighted_sum(rng.poisson(means, (20_000, 4)), weights, method=method)
        missed = float(np.mean((found.lower > means @ weights) | (means @ weights > found.upper)))
        yield Row("the interval of a weighted sum", f"a heavy kind is rare, {method}", missed, highest)


def _repeats(rng: Rng) -> Iterator[Row]:
    shares = [_repeated(rng) for _ in range(600)]
    truth = sum(share.repeated for share in shares) / sum(share.base for share in shares)
    missed = _missed(truth, [(share.lower, share.upper) for share in shares])
    yield Row("the interval of a share of repeat events", "a few people have many", missed)


def _repeated(rng: Rng):
    often = rng.gamma(0.4, 2.5, 800)
    who = np.repeat(np.arange(800), rng.poisson(often))
    return repeat_events(who, rng.integers(0, 1095, who.size), period=range(365, 1095), first_day=0)


def _nowcasts(rng: Rng) -> Iterator[Row]:
    for mean, dispersion in ((2, 1), (20, 1), (200, 1), (20, 2), (200, 2)):
        missed, together = [], []
        for _ in range(200):
            expected = np.broadcast_to(mean * DELAYS, (30, 13))
            counts = rng.poisson(expected if dispersion == 1 else rng.gamma(expected, 1.0))
            found, truth = nowcast(_known(counts)), counts.sum(axis=1)
            missed.append(((truth < found.lower) | (truth > found.upper))[-12:].mean())
            _, lower, upper = found.total(range(18, 30))
            together.append(not lower <= truth[18:].sum() <= upper)
        situation = f"{mean} a month, dispersion {dispersion}"
        yield Row("the nowcast of a month", situation, float(np.mean(missed)))
        yield Row("the nowcast of a year", situation, float(np.mean(together)))


def _known(counts: np.ndarray) -> np.ndarray:
    months = counts.shape[0]
    table = np.zeros((months, months))
    for delay in range(counts.shape[1]):
        rows_known = np.arange(months - delay)
        table[rows_known, rows_known + delay] = counts[: months - delay, delay]
    return table


def _found(results: list) -> float:
    return float(np.mean([bool(result.distinguishable) for result in results]))


def _missed(truth: float, limits: list) -> float:
    return float(np.mean([not lower <= truth <= upper for lower, upper in limits]))


CHECKS: tuple[Callable[[Rng], Iterator[Row]], ...] = (
    _interruptions,
    _waves,
    _slopes,
    _funnels,
    _ranks,
    _sums,
    _repeats,
    _nowcasts,
    *FAIR_CHECKS,
    *TIME_CHECKS,
)


def claims_table(found: list[Row]) -> Table:
    """The rows, those out of bounds marked."""
    table = Table(title="How often a claim is wrong (5% is meant)", title_justify="left", box=SIMPLE_HEAD)
    for column in ("claim", "where", "wrong"):
        table.add_column(column)
    for row in found:
        shown = f"{row.rate:.1%}" if row.highest is not None else f"({row.rate:.1%})"
        table.add_row(row.claim, row.situation, shown if row.is_within else f"[bold]{shown} ![/bold]")
    return table


def main() -> int:
    """Print the table; 1 when a row is out of bounds."""
    found = list(rows())
    Console(width=120).print(claims_table(found))
    return 1 if any(not row.is_within for row in found) else 0


if __name__ == "__main__":
    sys.exit(main())
