"""Short lists of people, written by hand, whose truth is plain to see."""

from datetime import date
from functools import cache

from wardmote.evidence.linkage import Linkage, PeopleRecords, link_people

# Source, forename, surname, birth date, sex, postcode sector, and the true person.
_ROWS = (
    ("police", "WILLIAM", "O’HARA", date(1980, 1, 31), "M", "QX1 1", 0),
    ("health", "Bill", "Ohara", date(1980, 1, 31), "male", "qx11", 0),
    ("police", "Siân", "Prydderch", date(1991, 5, 4), "F", "QX2 3", 1),
    ("health", "Sian", "Prydderch", date(1991, 4, 5), "F", "QX2 3", 1),
    ("police", "Katarzyna", "Wolanska", date(1975, 12, 9), "F", "QX3 2", 2),
    ("health", "Katarzyna", "Wolansak", date(1975, 12, 9), "F", "QX1 8", 2),
    ("police", "Dennis", "Appleyard", None, "M", "QX1 4", 3),
    ("health", "Dennis", "Crabtree", date(1966, 7, 7), "M", "QX1 4", 4),
    ("health", "Amrit", "Sandhu", date(1966, 7, 7), "M", "", 5),
    ("police", "", "", None, "", "", 6),
)
SECRETS = ("william", "hara", "siân", "sian", "prydderch", "katarzyna", "wolan", "appleyard", "crabtree", "sandhu")
TRUTH = tuple(row[-1] for row in _ROWS)


def a_few() -> PeopleRecords:
    """Ten records of seven persons."""
    source, forename, surname, born, sex, sector, _ = zip(*_ROWS, strict=True)
    rows = tuple(range(1, len(_ROWS) + 1))
    return PeopleRecords(source, rows, forename, surname, born, sex, sector)


@cache
def few_linked() -> Linkage:
    """Those ten, linked once for every test that only looks."""
    return link_people(a_few())
