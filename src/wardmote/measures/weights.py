"""The severity of each kind of crime, as the loaded editions of a publisher's scale give it."""

from collections import defaultdict

from wardmote.definitions.measure import Measure
from wardmote.definitions.severity import Severity
from wardmote.errors import NotAvailable
from wardmote.evidence.evidence import Evidence
from wardmote.measures.cubes import TABLES


def weights_of(evidence: Evidence, severity: Severity) -> dict[str, float]:
    """The one weight of each code or category. One that was given several weights, or none, has none.

    Raises NotAvailable where no weights of the scale are loaded.
    """
    return evidence.remember(("weights", severity.scale), lambda: _read(evidence, severity))


def weight_of_each(evidence: Evidence, measure: Measure) -> dict[str, float | None]:
    """The weight of each value that the measured rows have in the field that is weighed; None where it has none."""
    # With this module come all the sources, which nothing else that counts needs.
    from wardmote.evidence.sources.severity_weights import tidy_code

    severity = measure.severity
    if severity is None:
        raise ValueError(f"{measure.id} is not a measure of severity")
    weights = weights_of(evidence, severity)
    values = evidence.remember(
        ("weighed values", measure.numerator.table, measure.numerator.model_dump_json(), severity.by),
        lambda: _values(evidence, measure, field=severity.by),
    )
    return {value: weights.get(tidy_code(value) if severity.by == "offence_code" else value) for value in values}


def _read(evidence: Evidence, severity: Severity) -> dict[str, float]:
    given: dict[str, set[float]] = defaultdict(set)
    for code, weight in evidence.snapshot.rows("SELECT code, weight FROM weights WHERE scale = ?", [severity.scale]):
        given[str(code)].add(float(str(weight)))
    if not given:
        raise NotAvailable(
            f"no weights of the {severity.title} are loaded", do="download the publisher’s spreadsheet and load it"
        )
    return {code: weights.pop() for code, weights in given.items() if len(weights) == 1}


def _values(evidence: Evidence, measure: Measure, *, field: str) -> tuple[str, ...]:
    what = measure.numerator
    sender = TABLES[what.table].sender
    senders = evidence.geography.home_forces if TABLES[what.table].is_by_force else what.where.get("source", ())
    rows = evidence.snapshot.rows(
        f"SELECT DISTINCT {field} FROM {what.table} WHERE list_contains(CAST(? AS VARCHAR[]), {sender})"
        f" AND {field} IS NOT NULL ORDER BY 1",
        [list(senders)],
    )
    chosen = what.where.get(field)
    return tuple(str(value) for (value,) in rows if chosen is None or value in chosen)
