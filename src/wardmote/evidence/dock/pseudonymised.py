"""A file with pseudonyms in place of people: made on an agency's own machine, so that no name ever leaves it.

Only the columns that the card reads are carried over, and of those none that says who somebody is: whatever else the
file holds stays where it is.
"""

import csv
import io
from collections.abc import Iterator

from wardmote.definitions.card import RECORD_PSEUDONYM, Card
from wardmote.errors import BadInput
from wardmote.evidence import duck
from wardmote.evidence.dock.carried import carried_sql
from wardmote.evidence.dock.chunks import chunks
from wardmote.evidence.dock.episodes import plan_episodes
from wardmote.evidence.dock.events import plan_events
from wardmote.evidence.dock.fields import Fields, Plan
from wardmote.evidence.dock.layout import RECORD_FIELD, Layout
from wardmote.evidence.dock.persons import record_sql
from wardmote.evidence.dock.reading import MEMORY_LIMIT, fitting_sheets, make_code_words
from wardmote.evidence.duck import named
from wardmote.evidence.people import Key


def pseudonymised(content: bytes, card: Card, key: Key, *, name: str) -> str:
    """The file as CSV text, to be loaded with the same card; raises BadInput where the card does not fit it."""
    if card.table == "tallies":
        raise BadInput("has no people in it, so there is nothing to pseudonymise", where=name, do="send it as it is")
    fitting = tuple(fitting_sheets(card, content, name=name))
    if not fitting:
        raise BadInput(f"does not have the columns of the card {card.id}", where=name, do="choose another card")
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    kept = _kept_fields(card, fitting[0][1])
    writer.writerow(
        [
            *(_heading(card, field) for field in kept),
            RECORD_PSEUDONYM,
            *(person.pseudonym_heading for person in card.people),
        ]
    )
    with duck.connect(memory_limit=MEMORY_LIMIT, may_spill=False) as connection:
        key.teach(connection)
        make_code_words(connection, card)
        for sheet, layout in fitting:
            fields = Fields(card, frozenset(layout.columns))
            statement = _statement(fields, kept, key)
            for part in chunks(sheet, layout, first_row=0, keeps_text=False):
                connection.register("chunk", part)
                writer.writerows(connection.execute(statement).fetchall())
                connection.unregister("chunk")
    return out.getvalue()


def _statement(fields: Fields, kept: list[str], key: Key) -> str:
    plan = _plan(fields, key)
    moments = ", ".join(f"{sql} AS {named(name)}" for name, sql in plan.moments.items())
    joined = ", ".join(f"{sql} AS {named(name)}" for name, sql in fields.joined().items())
    columns = [*(carried_sql(fields, field) for field in kept), record_sql(fields, key), *_who(plan, fields)]
    read = (
        f"SELECT chunk.*, {', '.join(filter(None, (joined, moments)))} FROM chunk{fields.joins()} WHERE fault IS NULL"
    )
    return f"SELECT {', '.join(columns)} FROM ({read}) ORDER BY row"


def _plan(fields: Fields, key: Key) -> Plan:
    return (plan_events if fields.card.table == "events" else plan_episodes)(fields, key)


def _who(plan: Plan, fields: Fields) -> Iterator[str]:
    column_of = {"subject": "person", "linked": "linked_person"}
    return (plan.select[column_of.get(person.role, f".who.{person.role}")] for person in fields.card.people)


def _kept_fields(card: Card, layout: Layout) -> list[str]:
    """The fields that say nothing of who somebody is."""
    roles = tuple(f"{person.role}." for person in card.people)
    return [name for name in layout.columns if name not in ("reference", RECORD_FIELD) and not name.startswith(roles)]


def _heading(card: Card, field: str) -> str:
    return card.headings(field)[0]
