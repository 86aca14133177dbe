"""XmR control charts: is the latest movement more than the month-to-month noise of the series itself?"""

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

import numpy as np
import numpy.typing as npt

from wardmote.statistics.arrays import FloatArray
from wardmote.statistics.signals import Signal, find_signals

Direction = Literal["down", "up", "neither"]
State = Literal["concern", "improvement", "neutral", "common cause"]

LIMIT_MULTIPLE = 2.66
SCREEN_MULTIPLE = 3.267
BASELINE_POINTS = 12
POISSON_DEVIATIONS = 3.0
METHOD = "XmR chart"


@dataclass(frozen=True)
class ControlChart:
    """The lines of the chart, one figure a point, and the signals at each point.

    `sides` is 1 where a point is above the centre line, -1 below, 0 on it or missing. `states` says in words what each
    point means for the direction that is good. `is_trial` when fewer than 12 points stand behind the latest limits.
    `latest` is the position of the last point with a value, or None when there is none.
    """

    values: FloatArray
    centre: FloatArray
    lower: FloatArray
    upper: FloatArray
    near_lower: FloatArray
    near_upper: FloatArray
    sides: npt.NDArray[np.int_]
    signals: tuple[tuple[Signal, ...], ...]
    states: tuple[State, ...]
    is_trial: bool
    latest: int | None
    rebased_at: tuple[int, ...]
    method: str = METHOD

    @property
    def state(self) -> State:
        """What the latest point says."""
        return "common cause" if self.latest is None else self.states[self.latest]

    @property
    def latest_signals(self) -> tuple[Signal, ...]:
        """The signals that the latest point is part of."""
        return () if self.latest is None else self.signals[self.latest]

    @property
    def distinguishable(self) -> bool | None:
        """Whether the latest point lies beyond a limit; None for "cannot tell" while the limits are a trial.

        The other three rules prompt a look, and colour the chart: with limits from twelve points they fire too often
        without cause to be called findings.
        """
        return None if self.is_trial or self.latest is None else "beyond limits" in self.latest_signals


@dataclass(frozen=True)
class _Lines:
    centre: float
    reach: float
    points: int


def control_chart(
    values: npt.ArrayLike,
    *,
    direction: Direction,
    baseline: int | None = BASELINE_POINTS,
    rebase_at: tuple[int, ...] = (),
    is_screened: bool = True,
    is_count: bool = False,
) -> ControlChart:
    """An XmR chart of one series of values (seasonally adjusted where there is a season), NaN for a missing month.

    The limits are the mean and 2.66 mean moving ranges either side, fixed on the first `baseline` points (None for
    all), and afresh from each position in `rebase_at`: rebase only for a recorded reason. `is_screened` leaves moving
    ranges above 3.267 times their mean out of that mean. No moving range or run is carried over a gap. The limits of
    counts (`is_count`) are never nearer than three Poisson standard deviations, as on a c chart: twelve points may by
    chance lie closer together than counts can be expected to.
    Sources: Wheeler, Understanding Variation (2000); NHS England, Making data count.
    """
    points = np.asarray(values, dtype=float)
    if points.ndim != 1 or np.any(np.isinf(points)):
        raise ValueError("A control chart needs one series of finite values. Give NaN for a missing month.")
    starts = _starts(rebase_at, points.size)
    lines = [_lines(points[start:stop], baseline, is_screened=is_screened) for start, stop in starts]
    lines = [_at_least_poisson(line) for line in lines] if is_count else lines
    centre = np.concatenate([np.full(b - a, line.centre) for (a, b), line in zip(starts, lines, strict=True)])
    reach = np.concatenate([np.full(b - a, line.reach) for (a, b), line in zip(starts, lines, strict=True)])
    sides = np.nan_to_num(np.sign(points - centre)).astype(int)
    signals = [found for a, b in starts for found in find_signals(points[a:b], centre=centre[a:b], reach=reach[a:b])]
    seen = np.flatnonzero(~np.isnan(points))
    return ControlChart(
        values=points,
        centre=centre,
        lower=centre - reach,
        upper=centre + reach,
        near_lower=centre - reach * 2 / 3,
        near_upper=centre + reach * 2 / 3,
        sides=sides,
        signals=tuple(signals),
        states=tuple(_state(found, int(side), direction) for found, side in zip(signals, sides, strict=True)),
        is_trial=lines[-1].points < BASELINE_POINTS,
        latest=int(seen[-1]) if seen.size else None,
        rebased_at=rebase_at,
    )


def _starts(rebase_at: tuple[int, ...], size: int) -> list[tuple[int, int]]:
    if list(rebase_at) != sorted(set(rebase_at)) or any(not 0 < position < size for position in rebase_at):
        raise ValueError("A chart is rebased outside its points or twice. Give rising positions inside the series.")
    edges = [0, *rebase_at, size]
    return list(pairwise(edges))


def _lines(points: FloatArray, baseline: int | None, *, is_screened: bool) -> _Lines:
    positions = np.flatnonzero(~np.isnan(points))[:baseline]
    if positions.size == 0:
        return _Lines(centre=np.nan, reach=np.nan, points=0)
    fixed = points[: positions[-1] + 1]
    ranges = np.abs(np.diff(fixed))
    ranges = ranges[~np.isnan(ranges)]
    if is_screened and ranges.size:
        ranges = ranges[ranges <= SCREEN_MULTIPLE * ranges.mean()]
    reach = LIMIT_MULTIPLE * float(ranges.mean()) if ranges.size else np.nan
    return _Lines(centre=float(np.nanmean(fixed)), reach=reach, points=positions.size)


def _at_least_poisson(line: _Lines) -> _Lines:
    return replace(line, reach=max(line.reach, POISSON_DEVIATIONS * np.sqrt(line.centre)))


def _state(signals: tuple[Signal, ...], side: int, direction: Direction) -> State:
    if not signals:
        return "common cause"
    if direction == "neither" or side == 0:
        return "neutral"
    return "improvement" if side == (1 if direction == "up" else -1) else "concern"
