"""Each test, run on series in which there is nothing to find; and on series with a fall that there is."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from bench.calibration.naive import line_through_rolling_years, overlapping_years, poisson_years
from bench.calibration.series import FloatArray, Kind, simulate
from wardmote.statistics.benchmark import compare_all_rates, compare_changes
from wardmote.statistics.change import changes_between
from wardmote.statistics.control import control_chart
from wardmote.statistics.season import deseasonalise, seasons_of
from wardmote.statistics.trend import trends_over

MONTHS = 36
REST_SIZE = 10.0
LAST_YEAR, YEAR_BEFORE = range(24, 36), range(12, 24)
CHARTS = 1500
HIGHEST, LOWEST = 0.07, 0.03


@dataclass(frozen=True)
class FalseAlarms:
    """How often one test cried wolf in one kind of series; `lowest` is None where no lower bound is promised."""

    test: str
    kind: Kind
    rate: float
    highest: float | None = HIGHEST
    lowest: float | None = None

    @property
    def is_within(self) -> bool:
        """Whether the rate is inside the bounds, as far as there are any."""
        is_low_enough = self.highest is None or self.rate <= self.highest
        return is_low_enough and (self.lowest is None or self.rate >= self.lowest)


@dataclass(frozen=True)
class Power:
    """How often a fall that is there was found, by the test of change and by what people do without it."""

    kind: Kind
    fall: float
    change: float
    poisson_years: float
    overlapping_years: float
    line_through_rolling_years: float


def false_alarms(kind: Kind, *, rng: np.random.Generator, series: int) -> list[FalseAlarms]:
    """Every test on one kind of series."""
    lowest = None if kind.is_small else LOWEST
    bounds = {"highest": HIGHEST, "lowest": lowest} if kind.is_promised else {"highest": None, "lowest": None}
    rates = {name: check(kind, rng, series) for name, check in CHECKS.items()}
    findings = [FalseAlarms(name, kind, rate, **bounds) for name, rate in rates.items()]
    return findings + _control(kind, rng=rng, highest=bounds["highest"])


def power(kind: Kind, *, fall: float, rng: np.random.Generator, series: int) -> Power:
    """The share of falls found; with a fall of 0, the share of false alarms of the naive ways."""
    counts = simulate(kind, rng=rng, series=series, months=MONTHS, fall=fall)
    return Power(
        kind=kind,
        fall=fall,
        change=_share(changes_between(counts, earlier=YEAR_BEFORE, later=LAST_YEAR)),
        poisson_years=_found(poisson_years(counts)),
        overlapping_years=_found(overlapping_years(counts)),
        line_through_rolling_years=_found(line_through_rolling_years(counts)),
    )


def _change_with_history(kind: Kind, rng: np.random.Generator, series: int) -> float:
    counts = simulate(kind, rng=rng, series=series, months=MONTHS)
    return _share(changes_between(counts, earlier=YEAR_BEFORE, later=LAST_YEAR))


def _change_alone(kind: Kind, rng: np.random.Generator, series: int) -> float:
    counts = simulate(kind, rng=rng, series=series, months=24)
    return _share(changes_between(counts, earlier=range(12), later=range(12, 24)))


def _trend(kind: Kind, rng: np.random.Generator, series: int) -> float:
    return _share(trends_over(simulate(kind, rng=rng, series=series, months=MONTHS)))


def _season(kind: Kind, rng: np.random.Generator, series: int) -> float:
    return _share(seasons_of(simulate(kind, rng=rng, series=series, months=MONTHS, season=0.0), first_month=4))


def _benchmark(kind: Kind, rng: np.random.Generator, series: int) -> float:
    group, rest = (simulate(k, rng=rng, series=series, months=12) for k in (kind, _rest_of(kind)))
    bases = {"group_base": np.ones(series), "rest_base": np.full(series, REST_SIZE)}
    return _share(compare_all_rates(group, rest, **bases))


def _difference_in_change(kind: Kind, rng: np.random.Generator, series: int) -> float:
    group, rest = (simulate(k, rng=rng, series=series, months=MONTHS) for k in (kind, _rest_of(kind)))
    both = (changes_between(counts, earlier=YEAR_BEFORE, later=LAST_YEAR) for counts in (group, rest))
    return _share([compare_changes(mine, theirs) for mine, theirs in zip(*both, strict=True)])


CHECKS: dict[str, Callable[[Kind, np.random.Generator, int], float]] = {
    "change 36m": _change_with_history,
    "change 24m": _change_alone,
    "trend 36m": _trend,
    "season 36m": _season,
    "rates 12m": _benchmark,
    "change v rest": _difference_in_change,
}


def _rest_of(kind: Kind) -> Kind:
    return Kind(
        kind.label, kind.mean * REST_SIZE, dispersion=kind.dispersion, shape=kind.shape, carry_over=kind.carry_over
    )


def _control(kind: Kind, *, rng: np.random.Generator, highest: float | None) -> list[FalseAlarms]:
    """The finding (latest month beyond a limit) is bounded; the rest is told, as no chart promises it."""
    counts = simulate(kind, rng=rng, series=CHARTS, months=MONTHS)
    seasons = seasons_of(counts, first_month=4)
    factors = np.array([season.factors if season.distinguishable else np.ones(12) for season in seasons])
    adjusted = deseasonalise(counts, factors, first_month=4)
    charts = [control_chart(row, direction="down", is_count=True) for row in adjusted]
    beyond = np.mean(["beyond limits" in found for chart in charts for found in chart.signals[12:]])
    any_signal = np.mean([any(chart.signals) for chart in charts])
    return [
        FalseAlarms("XmR latest month", kind, _share(charts), highest=highest),
        FalseAlarms("XmR any point", kind, float(beyond), highest=None),
        FalseAlarms("XmR any signal", kind, float(any_signal), highest=None),
    ]


def _share(results: object) -> float:
    return float(np.mean([bool(result.distinguishable) for result in results]))  # type: ignore[attr-defined]


def _found(p: FloatArray) -> float:
    return float(np.mean(p < 0.05))
