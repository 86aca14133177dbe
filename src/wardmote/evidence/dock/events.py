"""Rows of a partner's file as events: when, where, what, with which flags, and who, by pseudonym."""

from wardmote.evidence.dock.cells import time_sql
from wardmote.evidence.dock.fields import Fields, Plan
from wardmote.evidence.dock.flags import answered_sql, flags_sql
from wardmote.evidence.dock.moments import hour_sql
from wardmote.evidence.dock.persons import birth_moments, key_checks, people_sql, record_sql
from wardmote.evidence.dock.place_fields import place_checks, place_sql
from wardmote.evidence.duck import named, quoted
from wardmote.evidence.people import Key
from wardmote.evidence.sources.csv_rows import Check

_DATES = ("occurred", "occurred_to", "recorded", "outcome_on")
# Home Office codes such as 8N, 105A, 28E, 020/05 and 00841, and CJS codes such as CD98019A; never a name.
_OFFENCE_CODE = "^([0-9]{1,5}[A-Z]?([/.][0-9A-Z]{1,3})?|[A-Z]{2}[0-9]{5}[A-Z]?)$"


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
        "offence_code": fields.word("offence_code"),
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
        **{f".unlisted.{name}": condition for name, condition in fields.unlisted().items()},
    }
    checks = (
        *fields.date_checks(_DATES),
        (f"{when} IS NULL", "no date is given"),
        *fields.requirements(),
        *key_checks(fields, key),
        *place_checks(fields),
        *_code_checks(fields),
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


def _code_checks(fields: Fields) -> tuple[Check, ...]:
    """A code that the card has no list for has to look like one."""
    if not fields.has("offence_code") or fields.card.code_map("offence_code"):
        return ()
    cell = named("offence_code")
    return ((f"{cell} IS NOT NULL AND NOT {is_offence_code(cell)}", "the offence code is not written like one"),)


def is_offence_code(cell: str) -> str:
    """Whether a text looks like an offence code."""
    return f"regexp_matches(upper(replace({cell}, ' ', '')), {quoted(_OFFENCE_CODE)})"


def _hour(fields: Fields) -> str:
    if fields.has("occurred_time"):
        return time_sql(fields.text("occurred_time"))
    return (
        hour_sql(fields.text("occurred"), named("at.occurred")) if fields.has("occurred") else "CAST(NULL AS INTEGER)"
    )
