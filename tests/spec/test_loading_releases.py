"""The publisher releases each month again, with what has become of its cases: August 2019 in two real releases."""

import pytest
from evidence_files import asked, loaded, taken

from wardmote.evidence.sources.police_uk_releases import OLDER
from wardmote.evidence.store import Store

MONTH = "2019-08/2019-08-avon-and-somerset-street.csv"
LAST_STATE = """
    SELECT crime_id, arg_max(last_outcome, row), arg_max((longitude, latitude, location, lsoa_code, lsoa_name), row)
    FROM incidents WHERE crime_id IS NOT NULL GROUP BY crime_id ORDER BY crime_id
"""


@pytest.fixture(scope="module")
def releases(open_data, tmp_path_factory):
    """The month as released in autumn 2019, and as released two years later."""
    police_uk = open_data / "police_uk"
    folder = tmp_path_factory.mktemp("releases")
    return (
        taken(folder / "earlier", police_uk / "avon-and-somerset-2019-08-09-earlier-release.zip", MONTH),
        taken(folder / "later", police_uk / "avon-and-somerset.zip", MONTH),
    )


@pytest.fixture(scope="module")
def store(releases, tmp_path_factory):
    """Both, in the order in which they came out."""
    store = Store(tmp_path_factory.mktemp("store") / "evidence")
    for release in releases:
        loaded(store, release)
    return store


def test_the_later_release_replaces_the_earlier_and_says_how_many_rows(store):
    first, second = store.loads()
    assert (first.read, first.kept, first.quarantined, first.superseded) == (14994, 14964, 30, 0)
    assert (second.read, second.kept, second.quarantined, second.superseded) == (14994, 14975, 19, 14964)
    assert asked(store, "SELECT count(*) FROM incidents") == [(14975,)]
    assert second.files[0].notes == ()


def test_8772_of_11548_crimes_changed_their_outcome_and_14_their_place(store):
    before, after = asked(store, LAST_STATE, as_of_load=1), asked(store, LAST_STATE)
    assert [row[0] for row in before] == [row[0] for row in after]
    changed = [(one[1] != other[1], one[2] != other[2]) for one, other in zip(before, after, strict=True)]
    assert (len(changed), sum(outcome for outcome, _ in changed), sum(place for _, place in changed)) == (
        11548,
        8772,
        14,
    )


def test_the_earlier_release_stays_as_it_was_and_so_does_what_it_set_aside(store):
    assert asked(store, "SELECT count(*) FROM incidents", as_of_load=1) == [(14964,)]
    assert asked(store, "SELECT load, count(*) FROM quarantine GROUP BY ALL", as_of_load=1) == [(1, 30)]
    assert asked(store, "SELECT load, count(*) FROM quarantine GROUP BY ALL ORDER BY 1") == [(1, 30), (2, 19)]


def test_an_earlier_release_loaded_after_a_later_one_is_loaded_with_a_warning(releases, tmp_path):
    earlier, later = releases
    store = Store(tmp_path / "evidence")
    loaded(store, later)
    report = loaded(store, earlier)
    assert report.loads[0].files[0].notes == (OLDER,)
    assert report.loads[0].superseded == 14975


def test_loading_a_release_again_changes_nothing_even_when_it_was_saved_with_other_line_ends(releases, tmp_path):
    earlier, _ = releases
    store = Store(tmp_path / "evidence")
    loaded(store, earlier)
    again = tmp_path / "again" / MONTH
    again.parent.mkdir(parents=True)
    again.write_bytes((earlier / MONTH).read_bytes().replace(b"\n", b"\r\n"))
    report = loaded(store, tmp_path / "again")
    assert (report.loads[0].number, report.loads[0].read) == (0, 0)
    assert report.loads[0].files[0].notes == ("already loaded, unchanged",)
    assert len(store.loads()) == 1


def test_going_back_to_a_release_that_was_replaced_is_a_change(releases, store):
    report = loaded(Store(store.folder), releases[0])
    assert report.loads[0].number == 3
    assert asked(store, LAST_STATE) == asked(store, LAST_STATE, as_of_load=1)
