"""How often lockdowns, late records and part months mislead, where the truth is known."""

from collections.abc import Callable, Iterator

import numpy as np

from bench.calibration.row import HIGHEST, Row
from bench.calibration.series import KINDS, simulate
from wardmote.statistics.breaks import changes_clear_of, trends_clear_of
from wardmote.statistics.control import control_chart
from wardmote.statistics.coverage import silence_at_end
from wardmote.statistics.reporting_delay import nowcast
from wardmote.statistics.season import deseasonalise, seasons_of

Rng = np.random.Generator
SHUT = range(27, 30)
YEARS = {"earlier": range(24, 36), "later": range(36, 48)}
QUICK = np.array([0.7, 0.12, 0.05] + [0.013] * 10)
SLOW = np.array([0.4, 0.2, 0.1] + [0.03] * 10)


def _set_aside(rng: Rng) -> Iterator[Row]:
    """Three months of a lockdown, 40% lower, in the earlier of two years in which nothing else changed."""
    for kind in KINDS:
        counts = simulate(kind, rng=rng, series=2000, months=48)
        counts[:, SHUT] = rng.binomial(counts[:, SHUT].astype(int), 0.6)
        highest = HIGHEST if kind.is_promised else None
        for words, aside in (("set aside", (SHUT,)), ("left in", ())):
            found = changes_clear_of(counts, breaks={}, interruptions=aside, **YEARS)
            bound = highest if aside else None
            yield Row(f"a change, with a lockdown {words}", kind.label, _share(found), bound)
        trends = trends_clear_of(counts, breaks={}, interruptions=(SHUT,))
        yield Row("a trend, with a lockdown set aside", kind.label, _share(trends), highest)


def _slower(rng: Rng) -> Iterator[Row]:
    """The nowcast supposes that records come as late as before. Where they come later now, nothing is promised."""
    for mean in (20, 200):
        missed = []
        for _ in range(200):
            share = np.vstack([np.tile(QUICK, (24, 1)), np.tile(SLOW, (6, 1))])
            counts = rng.poisson(mean * share)
            found, truth = nowcast(_known(counts)), counts.sum(axis=1)
            missed.append(((truth < found.lower) | (truth > found.upper))[-6:].mean())
        yield Row(
            "the nowcast of a month", f"{mean} a month, records come later than before", float(np.mean(missed)), None
        )


def _cut_short(rng: Rng) -> Iterator[Row]:
    """Whole files of a year and a bit, some of offices that are shut at weekends."""
    for words, week in (
        ("5 a day", [5] * 7),
        ("1 a day", [1] * 7),
        ("one in 5 days", [0.2] * 7),
        ("shut at weekends", [3] * 5 + [0.1] * 2),
    ):
        days = np.tile(np.array(week, float), 54)
        alarms = [silence_at_end(rng.poisson(days[: 360 + k % 7])).is_unlike for k in range(10_000)]
        yield Row("a whole file called cut short", words, float(np.mean(alarms)), 0.005)


def _season_of_few(rng: Rng) -> Iterator[Row]:
    """Few events a month, no season, and months missing: the latest month where a season was told and taken out."""
    for months in (27, 30, 36):
        for words, mean, gap in (("one in 6 weeks", 0.7, 1), ("2 a month", 2.0, 1), ("one in 6 weeks, shut", 0.7, 8)):
            counts = rng.poisson(mean, (10_000, months)).astype(float)
            for row in counts:
                for start in rng.integers(0, months - 1, 3 if gap == 1 else 1):
                    row[start : start + gap] = np.nan
            told = [
                (row, one)
                for row, one in zip(counts, seasons_of(counts, first_month=4), strict=True)
                if one.distinguishable
            ]
            charts = [
                control_chart(deseasonalise(row, one.factors, first_month=4), direction="down", is_count=True)
                for row, one in told
            ]
            yield Row(
                "the latest month, season taken out", f"{words}, {months} months with gaps", _share(tuple(charts))
            )


def _share(found: tuple) -> float:
    return float(np.mean([bool(one.distinguishable) for one in found]))


def _known(counts: np.ndarray) -> np.ndarray:
    """What is in by the last month, by month of occurrence and month of recording."""
    months = counts.shape[0]
    table = np.zeros((months, months))
    for delay in range(counts.shape[1]):
        known = np.arange(months - delay)
        table[known, known + delay] = counts[: months - delay, delay]
    return table


CHECKS: tuple[Callable[[Rng], Iterator[Row]], ...] = (_set_aside, _slower, _cut_short, _season_of_few)
