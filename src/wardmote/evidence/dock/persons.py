"""Who was in a record, as pseudonyms: worked out while the row is read, so that no name outlives it."""

from collections.abc import Iterator

from wardmote.definitions.card_parts import Person
from wardmote.evidence.dock.cells import sector_sql, word_sql, words_sql
from wardmote.evidence.dock.fields import NOTHING, Fields
from wardmote.evidence.dock.layout import RECORD_FIELD
from wardmote.evidence.dock.moments import moment_sql
from wardmote.evidence.duck import named, quoted
from wardmote.evidence.people import Key, birth_date_sql, message_sql, plain_name_sql, plain_number_sql
from wardmote.evidence.sources.csv_rows import Check

OTHER_KEY = "a pseudonym was made with another key than the partnership’s"


def record_sql(fields: Fields, key: Key) -> str:
    """The pseudonym of the record's own reference."""
    if fields.has(RECORD_FIELD):
        return named(RECORD_FIELD)
    if not fields.has("reference"):
        return NOTHING
    number = plain_number_sql(fields.text("reference"))
    return key.pseudonym_sql(message_sql(quoted("record"), quoted(fields.card.partner), number))


def people_sql(fields: Fields, key: Key) -> dict[str, str]:
    """For each role: `.is.<role>`, whether there is somebody, and `.who.<role>`, their pseudonym if they can be told apart."""
    found: dict[str, str] = {}
    for person in fields.card.people:
        found[f".is.{person.role}"] = _is_somebody(fields, person)
        found[f".who.{person.role}"] = (
            f"CASE WHEN {found[f'.is.{person.role}']} THEN {_pseudonym(fields, person, key)} END"
        )
    return found


def key_checks(fields: Fields, key: Key) -> tuple[Check, ...]:
    """Pseudonyms that the file already has must be made with the partnership's own key."""
    return tuple(
        (f"{named(name)} IS NOT NULL AND NOT {key.is_own_sql(named(name))}", OTHER_KEY)
        for name in (RECORD_FIELD, *(f"{person.role}.pseudonym" for person in fields.card.people))
        if fields.has(name)
    )


def _is_somebody(fields: Fields, person: Person) -> str:
    parts = ("pseudonym", "reference", "surname", "forename", "born")
    given = [named(f"{person.role}.{part}") for part in parts if fields.has(f"{person.role}.{part}")]
    words = words_sql(person.nobody)
    somebody = (f"({cell} IS NOT NULL AND {word_sql(cell)} NOT IN {words})" for cell in given)
    return f"({' OR '.join(somebody) or 'false'})"


def _pseudonym(fields: Fields, person: Person, key: Key) -> str:
    role = person.role
    if fields.has(f"{role}.pseudonym"):
        return named(f"{role}.pseudonym")
    ways = []
    if fields.has(f"{role}.reference"):
        number = _unless_nobody(named(f"{role}.reference"), person)
        numbering = quoted(person.numbering or fields.card.partner)
        ways.append(message_sql(quoted("number"), numbering, plain_number_sql(number)))
    if fields.has(f"{role}.surname") and fields.has(f"{role}.born"):
        ways.append(message_sql(quoted("name"), *_name(fields, person), _birth_date(role)))
    return key.pseudonym_sql(*ways) if ways else NOTHING


def _name(fields: Fields, person: Person) -> Iterator[str]:
    for part in ("forename", "surname"):
        if fields.has(f"{person.role}.{part}"):
            yield plain_name_sql(_unless_nobody(named(f"{person.role}.{part}"), person))


def names_sql(fields: Fields, person: Person) -> dict[str, str]:
    """What linkage compares of a person whom the file names, as text; empty where it says nothing."""
    cells = {
        part: _unless_nobody(named(f"{person.role}.{part}"), person) if fields.has(f"{person.role}.{part}") else NOTHING
        for part in ("forename", "surname", "sex", "postcode")
    }
    born = f"{person.role}.born"
    moment = moment_sql(named(born), fields.card.dates) if fields.has(born) else "CAST(NULL AS TIMESTAMP)"
    cells["sector"] = sector_sql(cells.pop("postcode"))
    return {**cells, "born": f"CAST({moment} AS DATE)"}


def numbering_sql(fields: Fields, person: Person) -> str:
    """By whose numbers a person is known; empty where the row gives none."""
    reference = f"{person.role}.reference"
    if not fields.has(reference):
        return NOTHING
    number = plain_number_sql(_unless_nobody(named(reference), person))
    return f"CASE WHEN {number} IS NOT NULL THEN {quoted(person.numbering or fields.card.partner)} END"


def birth_moments(fields: Fields) -> dict[str, str]:
    """The birth dates as moments, for those whom no number names."""
    found = {}
    for person in fields.card.people:
        if fields.has(f"{person.role}.born") and fields.has(f"{person.role}.surname"):
            moment = moment_sql(named(f"{person.role}.born"), fields.card.dates)
            number = f"{person.role}.reference"
            is_needed = _unless_nobody(named(number), person) + " IS NULL" if fields.has(number) else "true"
            found[f"at.{person.role}.born"] = f"CASE WHEN {is_needed} THEN {moment} END"
    return found


def _birth_date(role: str) -> str:
    """A birth date as text like 1980-01-31; empty where none is given, or one that systems make up."""
    return birth_date_sql(f"strftime({named(f'at.{role}.born')}, '%Y-%m-%d')")


def _unless_nobody(cell: str, person: Person) -> str:
    return f"CASE WHEN {word_sql(cell)} NOT IN {words_sql(person.nobody)} THEN {cell} END"
