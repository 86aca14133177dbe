"""Which whole numbers can stand behind a percentage, or a mean, that somebody printed?

A percentage of 90 people moves in steps of 1.1 points, so most percentages with a decimal cannot be had from 90 people at
all. Source: Brown and Heathers (2017), The GRIM test, Social Psychological and Personality Science 8, 363-369.
"""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from math import ceil, floor

Stated = str | int | Decimal
PER_CENT = 100


@dataclass(frozen=True)
class Attainable:
    """Every whole number that gives the stated figure on `base`, and what comes nearest.

    `counts` is empty where the figure cannot be had. `nearest_count` gives `nearest`, the closest figure on that base.
    `nearest_base` is the largest base, not above `base`, on which the figure can be had, and `nearest_base_count` the
    smallest count there; both are None where there is none. `can_fail` is False where the base is so large that every
    figure with so many decimals can be had, so that passing says nothing.
    """

    stated: Decimal
    base: int
    counts: range
    nearest_count: int
    nearest: float
    nearest_base: int | None
    nearest_base_count: int | None
    can_fail: bool

    @property
    def is_attainable(self) -> bool:
        """Whether any whole number gives the figure."""
        return len(self.counts) > 0

    @property
    def only_count(self) -> int | None:
        """The count, where there is only one that gives the figure."""
        return self.counts[0] if len(self.counts) == 1 else None


@dataclass(frozen=True)
class StatedRatio:
    """One printed figure over another; `lower` and `upper` are how far rounding could have moved the ratio."""

    value: float
    lower: float
    upper: float


def attainable_percentages(stated: Stated, *, base: int) -> Attainable:
    """The counts out of `base` that round to the percentage `stated`, in as many decimals as it is written with.

    Give the figure as text or Decimal ("14.0" says more than "14"). An exact half may have been rounded either way.
    Weighted percentages are not bound by this. Raises ValueError for a base below 1 or a figure outside 0 to 100.

    >>> attainable_percentages("94", base=90).counts, attainable_percentages("14.8", base=90).is_attainable
    (range(85, 86), False)
    """
    figure = _figure(stated)
    if not 0 <= figure <= PER_CENT:
        raise ValueError(f"The percentage is {figure}. Give a figure from 0 to 100.")
    return _attainable(figure, base=base, per=PER_CENT, is_share=True)


def attainable_means(stated: Stated, *, base: int) -> Attainable:
    """The totals of `base` whole numbers, none below zero, whose mean rounds to `stated`; see `attainable_percentages`.

    >>> attainable_means("5.19", base=28).is_attainable
    False
    """
    figure = _figure(stated)
    if figure < 0:
        raise ValueError(f"The mean is {figure}. Give a mean of whole numbers that are not below zero.")
    return _attainable(figure, base=base, per=1, is_share=False)


def stated_ratio(first: Stated, second: Stated) -> StatedRatio:
    """`second` over `first`, and the widest range that the unrounded figures could have.

    >>> round(stated_ratio("8.5", "14.8").value, 2)
    1.74
    """
    before, after = Fraction(_figure(first)), Fraction(_figure(second))
    if before <= 0 or after < 0:
        raise ValueError("A ratio needs a first figure above zero and a second that is not below it.")
    slack = _half_step(_figure(first)), _half_step(_figure(second))
    return StatedRatio(
        value=float(after / before),
        lower=float(max(after - slack[1], Fraction(0)) / (before + slack[0])),
        # A figure above zero is at least one step, and half a step from it is above zero still.
        upper=float((after + slack[1]) / (before - slack[0])),
    )


def _attainable(figure: Decimal, *, base: int, per: int, is_share: bool) -> Attainable:
    if base < 1:
        raise ValueError(f"The base is {base}. Give the number of answers that the figure stands on, from 1 up.")
    nearest = _nearest_count(figure, base, per=per)
    nearest_base = next((n for n in range(base, 0, -1) if _counts(figure, n, per=per, is_share=is_share)), None)
    return Attainable(
        stated=figure,
        base=base,
        counts=_counts(figure, base, per=per, is_share=is_share),
        nearest_count=nearest,
        nearest=float(Fraction(per * nearest, base)),
        nearest_base=nearest_base,
        nearest_base_count=_counts(figure, nearest_base, per=per, is_share=is_share)[0] if nearest_base else None,
        can_fail=Fraction(per, base) > 2 * _half_step(figure),
    )


def _counts(figure: Decimal, base: int, *, per: int, is_share: bool) -> range:
    half, middle = _half_step(figure), Fraction(figure)
    smallest = max(ceil((middle - half) * base / per), 0)
    largest = floor((middle + half) * base / per)
    return range(smallest, min(largest, base) + 1 if is_share else largest + 1)


def _nearest_count(figure: Decimal, base: int, *, per: int) -> int:
    return floor(Fraction(figure) * base / per + Fraction(1, 2))


def _figure(stated: Stated) -> Decimal:
    if isinstance(stated, float):
        raise TypeError("A float does not say with how many decimals it was written. Give the figure as text.")
    try:
        figure = Decimal(stated)
    except InvalidOperation as error:
        raise ValueError(f"'{stated}' is not a figure. Give a number such as 14.8.") from error
    if not figure.is_finite():
        raise ValueError(f"'{stated}' is not a figure. Give a number such as 14.8.")
    return figure


def _half_step(figure: Decimal) -> Fraction:
    exponent = figure.as_tuple().exponent
    decimals = max(-exponent, 0) if isinstance(exponent, int) else 0
    return Fraction(1, 2 * 10**decimals)
