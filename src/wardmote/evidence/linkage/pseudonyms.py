"""Linked persons as pseudonyms made with the partnership's key: all that may leave memory."""

from collections import Counter, defaultdict

from wardmote.evidence.duck import quoted
from wardmote.evidence.linkage import tidy
from wardmote.evidence.linkage.linking import Linkage
from wardmote.evidence.linkage.records import PeopleRecords
from wardmote.evidence.people import Key, message_sql

NOBODY = ""


def linked_pseudonyms(records: PeopleRecords, linkage: Linkage, *, key: Key) -> tuple[str, ...]:
    """Each record's person as a pseudonym, in the order of the records; empty where nobody could be told from it.

    A linked person has the pseudonym that most of their records have by name and birth date alone, so that they are
    found again in files that were loaded without linking. A person of several records, none of which has both, gets
    one made of the first record's source and row; a single record like that names nobody, as in any load.
    """
    own = _own_pseudonyms(records, key)
    places: defaultdict[int, list[int]] = defaultdict(list)
    for place, person in enumerate(linkage.person.tolist()):
        places[person].append(place)
    chosen = {person: _chosen(held, own, records, key) for person, held in places.items()}
    return tuple(chosen[person] for person in linkage.person.tolist())


def _chosen(places: list[int], own: list[str], records: PeopleRecords, key: Key) -> str:
    known = Counter(own[place] for place in places if own[place])
    if known:
        return min(known, key=lambda pseudonym: (-known[pseudonym], pseudonym))
    if len(places) == 1:
        return NOBODY
    return key.pseudonym("linked", records.source[places[0]], str(records.row[places[0]]))


def _own_pseudonyms(records: PeopleRecords, key: Key) -> list[str]:
    """What a load would make of each record by itself."""
    made = key.pseudonym_sql(message_sql(quoted("name"), "forename", "surname", "strftime(born, '%Y-%m-%d')"))
    with tidy.connect() as connection:
        tidy.hold(connection, records)
        key.teach(connection)
        found = connection.execute(f"SELECT {made} FROM {tidy.TABLE} ORDER BY unique_id")
        return [pseudonym or NOBODY for (pseudonym,) in found.fetchall()]
