"""Rows of a partner's file as events: when, where, what, with which flags, and who, by pseudonym."""

from wardmote.evidence.dock.cells import time_sql
from wardmote.evidence.dock.fields import Fields, Plan
from wardmote.evidence.dock.flags import answered_sql, flags_sql
from wardmote.evidence.dock.moments import hour_sql
from wardmote.evidence.dock.persons import birth_moments, key_checks, people_sql, record_sql
from wardmote.evidence.dock.place_fields import place_checks, place_sql
from wardmote.evidence.duck import named, quoted
from wardmote.evidence.people import Key

_DATES = ("occurred", "occurred_to", "recorded", "outcome_on")


def plan_events(fields: Fields, key: Key) -> Plan:
    """How the rows of a file with these fields become events."""
    at = {name: named(f"at.{name}") for name in _DATES}
    occurred = f"coalesce({at['occurred']}, {at['occurred_to']})"
    when = f"coalesce({at['recorded']}, {occurred})"
    select = {
        "month": f"CAST(date_trunc('month', {when}) AS DATE)",
        "record": quoted(fields.card.record),
        "event": record_sql(fields, key),
        "category": fields.word("category"),
        "offence_code": fields.text("offence_code"),
        "occurred_on": f"CAST({occurred} AS DATE)",
        "occurred_hour": _hour(fields),
        "recorded_on": f"CAST({at['recorded']} AS DATE)",
        "section": fields.word("section"),
        "flags": flags_sql(fields),
        "answered": answered_sql(fields),
        "outcome": fields.word("outcome"),
        "outcome_on": f"CAST({at['outcome_on']} AS DATE)",
        "amount": fields.number("amount"),
        **place_sql(fields),
        **people_sql(fields, key),
    }
    checks = (
        *fields.date_checks(_DATES),
        (f"{when} IS NULL", "no date is given"),
        *fields.requirements(),
        *key_checks(fields, key),
        *place_checks(fields),
    )
    if fields.has("amount"):
        checks += (
            (
                f"{fields.text('amount')} IS NOT NULL AND {fields.number('amount')} IS NULL",
                "the amount is not a number",
            ),
        )
    moments = {**{f"at.{name}": fields.moment(name) for name in _DATES}, **birth_moments(fields)}
    return Plan(select, checks, moments, undated=f"{when} IS NULL")


def _hour(fields: Fields) -> str:
    if fields.has("occurred_time"):
        return time_sql(fields.text("occurred_time"))
    return (
        hour_sql(fields.text("occurred"), named("at.occurred")) if fields.has("occurred") else "CAST(NULL AS INTEGER)"
    )
