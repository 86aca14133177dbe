"""How a reading is said."""

from wardmote.assessment.wording import capital_first, number
from wardmote.measures.finding import Finding
from wardmote.reports.kpi.content import FlagReading, KpiEntry, Reading

_WHY = {
    "suppressed": "too small to show",
    "gap": "a month is missing",
    "no base": "cannot be measured yet",
    "none": "not available",
}


def value_of(reading: Reading) -> str:
    """The value, or in a few words why there is none."""
    if reading.value is None:
        return _WHY.get(reading.status, "not available")
    if reading.unit == "£":
        return f"£{reading.value:,.0f}"
    return number(reading.value, unit=reading.unit)


def value_in_full(reading: Reading) -> str:
    """The value with its interval and what it is of, such as `19.6% (14.3% to 26.3%; 33 of 168)`."""
    notes = ["provisional: late records are still to come"] if reading.status == "provisional" else []
    if reading.lower is not None and reading.upper is not None:
        lower, upper = (number(edge, unit=reading.unit) for edge in (reading.lower, reading.upper))
        notes.append(f"95% interval {lower} to {upper}")
    if reading.unit == "%" and reading.count is not None and reading.base is not None:
        notes.append(f"{reading.count:,} of {reading.base:,.0f}")
    return f"{value_of(reading)} ({'; '.join(notes)})" if notes else value_of(reading)


def flag_sentence(one: FlagReading) -> str:
    """How many records answer a flag, or that nobody knows."""
    flag = one.flag.replace("-", " ")
    if one.reading is None or one.reading.value is None:
        return f"How many records answer the {flag} flag is not measured: read the figure as a lower limit."
    return f"{value_in_full(one.reading)} of the source’s records answered the {flag} flag in {one.reading.period}."


def sentence_of(entry: KpiEntry) -> str:
    """What may be said: the finding, or the figure where nothing may be tested."""
    if entry.finding is not None:
        return entry.finding.sentence
    noun, latest, before = entry.measure.noun, entry.latest, entry.year_before
    figures = f"{value_of(latest)} in {latest.period}, {value_of(before)} in {before.period}"
    return f"{capital_first(noun)}: {figures}. No test is made of this measure."


def verdict_on(finding: Finding | None) -> str:
    """What may be said of chance, in a table's cell."""
    if finding is None or finding.distinguishable is None:
        return "Cannot tell"
    return "Yes" if finding.distinguishable else "No"
