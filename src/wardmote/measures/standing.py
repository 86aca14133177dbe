"""How areas stand beside each other in one period: a funnel, and ranks that say how far chance could move them."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
import numpy.typing as npt

from wardmote.errors import NotAvailable
from wardmote.measures.releasing import release
from wardmote.measures.series import FloatMatrix, Series
from wardmote.statistics.funnel import FEWEST_FOR_SPREAD, FunnelKind
from wardmote.statistics.multiplicity import adjust_p_values
from wardmote.statistics.outlying import Outlying, outlying_areas
from wardmote.statistics.ranks import Ranks, ranks_of

Verdict = Literal["high", "low", "inside", "cannot tell", "not available"]
LEVEL = 0.95
# The same evidence gives the same ranks every time it is asked.
_SEED = 2005
_FEWEST_AREAS = 3


@dataclass(frozen=True)
class Standing:
    """The areas of `series`, which has one period, as a funnel of `events` over `bases`.

    `per` turns a value of the funnel into the unit of the series. `is_hidden` marks the areas of which nothing may be
    shown. `knows_spread` says whether there are areas enough to know how far they usually lie apart.
    """

    series: Series
    events: npt.NDArray[np.float64]
    bases: npt.NDArray[np.float64]
    funnel: Outlying
    ranks: Ranks
    per: float
    is_hidden: npt.NDArray[np.bool_]

    @property
    def knows_spread(self) -> bool:
        """Whether limits are widened by how far areas usually lie apart, beyond chance."""
        return self.ranks.areas >= FEWEST_FOR_SPREAD

    @property
    def p(self) -> npt.NDArray[np.float64]:
        """How often chance and the usual spread would put each area so far out; NaN where the spread is not known."""
        return self.funnel.p

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """Which areas stand out, allowing for all of them having been looked at."""
        adjusted = adjust_p_values(self.p)
        return tuple(self._verdict(i, float(adjusted[i])) for i in range(len(adjusted)))

    def _verdict(self, i: int, p: float) -> Verdict:
        value = self.funnel.values[i]
        if np.isnan(value) or self.is_hidden[i]:
            return "not available"
        if np.isnan(p):
            return "cannot tell"
        return "inside" if p >= 1 - LEVEL else "high" if value > self.funnel.target else "low"

    @property
    def target(self) -> float:
        """The level of all the areas together, in the unit of the series."""
        return self.funnel.target * self.per


def standing_of(series: Series) -> Standing:
    """How the areas of a series stand: of a rate or a share of rows in one period, as it was counted.

    Raises NotAvailable for anything else, and where fewer than three areas have a figure.
    """
    measure = series.measure
    if series.unit in {"count", "£"} or measure.people or measure.follow_up or measure.severity:
        raise NotAvailable("has no rate or share of rows to compare areas by", where=measure.title)
    if len(series.periods) != 1:
        raise NotAvailable("areas are compared in one period", where=measure.title, do="choose one period")
    kind: FunnelKind = "share" if series.unit == "%" else "rate"
    events, bases = series.count[:, 0], series.base[:, 0]
    is_known = ~np.isnan(events) & (bases > 0)
    total = float(events[is_known].sum())
    if is_known.sum() < _FEWEST_AREAS or not total or (kind == "share" and total == bases[is_known].sum()):
        raise NotAvailable("too few areas have a figure to be compared", where=measure.title, do="choose smaller areas")
    per = 100.0 if kind == "share" else _per(series.value[:, 0], events, bases)
    return Standing(
        series=series,
        events=events,
        bases=bases,
        funnel=outlying_areas(events, bases, kind=kind),
        ranks=ranks_of(events, bases, kind=kind, rng=np.random.default_rng(_SEED)),
        per=per,
        is_hidden=release(series).status[:, 0] == "suppressed",
    )


def _per(values: FloatMatrix, events: FloatMatrix, bases: FloatMatrix) -> float:
    """How many people the rate is for each of."""
    i = int(np.nanargmax(values))
    return float(round(values[i] * bases[i] / events[i]))
