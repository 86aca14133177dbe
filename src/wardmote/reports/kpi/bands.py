"""Benchmarks and targets: where a reading stands, and why better than elsewhere may not be good news."""

from wardmote.assessment.wording import capital_first, number
from wardmote.definitions.measure import Benchmark, Direction, Measure
from wardmote.measures.finding import Finding
from wardmote.reports.kpi.content import BandReading, Place, Reading

_BETTER = {"down": "below", "up": "above"}


def band_of(measure: Measure, reading: Reading) -> BandReading | None:
    """Where a reading stands against the measure's benchmark band; None for a measure without one."""
    band = measure.benchmark
    if band is None:
        return None
    source = f"{band.source}, as of {band.as_of:%B %Y}"
    edges = f"{number(band.lower, unit=reading.unit)} to {number(band.upper, unit=reading.unit)}"
    if reading.value is None:
        return BandReading("cannot tell", may_be_chance=False, sentence=f"The band is {edges} ({source}).")
    place = _place(reading.value, band)
    may_be_chance = place != "inside" and _reaches(reading, band)
    chance = ", though its 95% interval reaches into it, so chance may explain it" if may_be_chance else ""
    figure = f"{number(reading.value, unit=reading.unit)} in {reading.period}"
    return BandReading(
        place,
        may_be_chance=may_be_chance,
        sentence=f"{figure} is {place} the band of {edges}{chance} ({source}).",
        note=_note(measure, reading, band, place=place),
    )


def target_of(measure: Measure, reading: Reading, change: Finding | None = None) -> str:
    """What is aimed at, by when, and whether it is reached; empty without a target.

    A level is judged by the reading, for a share. An aim for each year is judged by `change`, which compares twelve
    months with the twelve before.
    """
    target = measure.target
    if target is None:
        return _yearly_aim(measure, change)
    aim = f"{number(target.value, unit=reading.unit)} by {target.by:%B %Y}, set by {target.set_by}"
    if not measure.is_share:
        return f"{aim}. Not judged here: the target does not say how many months it counts."
    if reading.value is None or reading.lower is None or reading.upper is None:
        return f"{aim}. It cannot be told whether it is reached."
    if reading.lower <= target.value <= reading.upper:
        return f"{aim}. Too close to tell from chance."
    return f"{aim}. {_reached(measure.direction, is_above=reading.lower > target.value)}"


def _yearly_aim(measure: Measure, change: Finding | None) -> str:
    aim = measure.yearly_aim
    if aim is None:
        return ""
    words = f"{capital_first(aim.wording)} ({aim.set_by})"
    if change is None or change.kind != "change" or change.distinguishable is None or change.estimate is None:
        return f"{words}. It cannot be told whether it is reached."
    is_lower = change.estimate < (0.0 if measure.is_share else 1.0)
    side = "lower" if is_lower else "higher"
    if not change.distinguishable:
        return f"{words}. {capital_first(side)} than the year before, which chance may explain: too close to tell."
    reached = "Reached" if side == aim.each_year else "Not reached"
    return f"{words}. {reached}: {side} than the year before, and more than chance explains."


def _reached(direction: Direction, *, is_above: bool) -> str:
    if direction == "neither":
        return f"The figure is {'above' if is_above else 'below'} it."
    return "Reached." if is_above == (direction == "up") else "Not reached."


def _place(value: float, band: Benchmark) -> Place:
    if value < band.lower:
        return "below"
    return "above" if value > band.upper else "inside"


def _reaches(reading: Reading, band: Benchmark) -> bool:
    if reading.lower is None or reading.upper is None:
        return False
    return reading.lower <= band.upper and reading.upper >= band.lower


def _note(measure: Measure, reading: Reading, band: Benchmark, *, place: Place) -> str:
    """Beside a value better than elsewhere, and beside any value outside the band of a measure with no better side.

    Fewer found is what fewer looked for would give too.
    """
    if place == "inside" or (measure.direction != "neither" and _BETTER[measure.direction] != place):
        return ""
    side = "Lower" if place == "below" else "Higher"
    better = "better than" if measure.direction != "neither" else "not like"
    return (
        f"{side} is not good news in itself. A figure {better} what is found elsewhere may also come from recording,"
        f" from whom is asked about or from what is missed: find out which before it is reported as success."
        f"{_expected(reading, band, place=place)}"
    )


def _expected(reading: Reading, band: Benchmark, *, place: Place) -> str:
    """How many there would be at the nearest edge of the band, where the figures may be shown."""
    if reading.unit != "%" or reading.count is None or reading.base is None:
        return ""
    edge = band.lower if place == "below" else band.upper
    expected = round(reading.base * edge / 100)
    more = abs(expected - reading.count)
    return (
        f" At {number(edge, unit='%')} there would be {expected:,} of {reading.base:,.0f}:"
        f" {more:,} {'more' if expected > reading.count else 'fewer'} than were counted."
    )
