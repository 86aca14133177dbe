"""Rows of a partner's file as episodes: people's times on a programme, by pseudonym."""

from wardmote.evidence.dock.fields import NOTHING, Fields, Plan
from wardmote.evidence.dock.persons import birth_moments, key_checks, people_sql
from wardmote.evidence.duck import named, quoted
from wardmote.evidence.people import Key

_DATES = ("referred", "started", "completed")


def plan_episodes(fields: Fields, key: Key) -> Plan:
    """How the rows of a file with these fields become episodes."""
    referred, started, completed = (named(f"at.{name}") for name in _DATES)
    people = people_sql(fields, key)
    select = {
        "programme": fields.word("programme"),
        "person": people.get(".who.subject", NOTHING),
        "referred_on": f"CAST({referred} AS DATE)",
        "started_on": f"CAST({started} AS DATE)",
        "completed_on": f"CASE WHEN {_is_completed(fields)} THEN CAST({completed} AS DATE) END",
        "status": fields.word("status"),
        "linked_person": people.get(".who.linked", NOTHING),
        **{f".unlisted.{name}": condition for name, condition in fields.unlisted().items()},
    }
    undated = f"coalesce({referred}, {started}, {completed}) IS NULL"
    checks = (
        *fields.date_checks(_DATES),
        (undated, "no date is given"),
        (f"{completed} < {started}", "it was completed before it was started"),
        *fields.requirements(),
        *key_checks(fields, key),
    )
    moments = {**{f"at.{name}": fields.moment(name) for name in _DATES}, **birth_moments(fields)}
    return Plan(select, checks, moments, undated=undated)


def _is_completed(fields: Fields) -> str:
    words = ", ".join(map(quoted, fields.card.completes))
    return f"{fields.word('status')} IN ({words})" if words else "true"
