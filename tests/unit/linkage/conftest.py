import pytest

from wardmote.evidence.linkage import link_people
from wardmote.evidence.linkage.files import read_people, read_truth
from wardmote.synthetic.partners.linkage import write_linkage_sets

PEOPLE = 3_000


@pytest.fixture(scope="session")
def sets(tmp_path_factory):
    """Two agencies' lists of invented people with typing errors, short names, gaps and moves."""
    return write_linkage_sets(tmp_path_factory.mktemp("lists"), people=PEOPLE, seed=11)


@pytest.fixture(scope="session")
def lists(sets):
    return read_people(sets.police), read_people(sets.health)


@pytest.fixture(scope="session")
def truth(sets, lists):
    return read_truth(sets.matches, lists)


@pytest.fixture(scope="session")
def linked(lists):
    return link_people(lists[0].records + lists[1].records)
