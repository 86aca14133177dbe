"""What a measure counts, in words."""

from collections.abc import Iterable

from wardmote.definitions.measure import Filter, Measure
from wardmote.web.core.components import Fact
from wardmote.web.core.wording import plain_day, sentence_case


def definition_facts(measure: Measure) -> tuple[Fact, ...]:
    """What is counted under which version, what that changed, and why it matters."""
    counted = f"{sentence_case(counted_in_words(measure))} (version {measure.version} of the definition)."
    since = f" since {plain_day(measure.valid_from)}" if measure.valid_from else ""
    changed = f"Version {measure.version}{since}: {measure.changed}" if measure.changed else ""
    return (Fact("What is counted", counted), Fact("What changed", changed), Fact("Why it matters", measure.why))


def counted_in_words(measure: Measure) -> str:
    """The definition in words, as a sentence goes on."""
    top = _filtered(measure.numerator, counts=measure.counts)
    if measure.severity:
        return f"{top}, each weighed by the {measure.severity.title}"
    if measure.denominator is None:
        return top
    return f"{top}, as a share of {_filtered(measure.denominator, counts=measure.counts)}"


def _filtered(rows: Filter, *, counts: str) -> str:
    conditions = [_condition(field, values) for field, values in rows.where.items()]
    conditions += [f"flag {flag} is set" for flag in rows.flags]
    conditions += [f"question of {flag} is answered" for flag in rows.answered]
    when = "it happened" if rows.dated_by == "occurred" else "it was recorded"
    conditions += [f"month is that in which {when}"] if rows.needs_lags else []
    conditions += [f"place is one of the {rows.within.replace('-', ' ')} of the year"] if rows.within else []
    return f"{counts} where the {' and the '.join(conditions)}" if conditions else f"all {counts}"


def _condition(field: str, values: Iterable[str]) -> str:
    """A field and what it holds; the sources of partners' records are named as their cards are, without hyphens."""
    if field == "source":
        return f"record is one of {' or '.join(values).replace('-', ' ')}"
    return f"{field.replace('_', ' ')} is {' or '.join(values)}"
