"""Derived tables: what is read from disk is what counting afresh gives, whatever became of the folder."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from evidence_files import crime, csv_bytes, loaded, street_file
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wardmote.definitions.catalogue import find_measure
from wardmote.evidence.progress import Silent
from wardmote.evidence.store import Store
from wardmote.evidence.workspace import Workspace
from wardmote.measures import measure_series
from wardmote.measures.cubes import Cube
from wardmote.measures.deriving import derive_counts
from wardmote.measures.packing import packed, unpacked

MEASURES = ("all-crime", "burglary", "anti-social-behaviour")
LSOAS = ("E01015292", "E01015293", "E01015294")
MONTHS = ("2025-01", "2025-02", "2025-03")
TYPES = ("Burglary", "Anti-social behaviour", "Drugs")


def place_of(folder: Path) -> Workspace:
    return Workspace(folder, "Test", (), LSOAS, {})


@pytest.fixture
def place(tmp_path) -> Workspace:
    """Three LSOAs, of which two had crimes in January."""
    rows = [crime(n, **{"LSOA code": LSOAS[n % 2], "Crime type": TYPES[n % 3]}) for n in range(12)]
    loaded(Store(tmp_path / "evidence"), street_file(tmp_path / "given", rows))
    return place_of(tmp_path)


def figures(place: Workspace, *, as_of_load: int | None = None) -> dict[str, list[list[float]]]:
    """Every measure by LSOA and month, as a new process would ask for it."""
    evidence = place.evidence(as_of_load=as_of_load)
    found = {id_: measure_series(evidence, find_measure(id_), by="lsoa") for id_ in MEASURES}
    return {id_: series.count.tolist() for id_, series in found.items()}


def afresh(place: Workspace, *, as_of_load: int | None = None) -> dict[str, list[list[float]]]:
    """The same with nothing on disk to read."""
    for path in derived(place):
        path.unlink()
    return figures(place, as_of_load=as_of_load)


def derived(place: Workspace) -> list[Path]:
    return sorted((place.folder / "evidence" / "derived").glob("*"))


ROW = st.tuples(st.sampled_from(LSOAS), st.sampled_from(TYPES))
RELEASE = st.tuples(st.sampled_from(MONTHS), st.lists(ROW, min_size=1, max_size=6))


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(releases=st.lists(RELEASE, min_size=1, max_size=4))
def test_after_any_loads_it_is_what_counting_afresh_gives(tmp_path_factory, releases):
    """Months come, and come again in another release; every state of the store is asked for twice."""
    folder = tmp_path_factory.mktemp("twin")
    place = place_of(folder)
    for number, (month, rows) in enumerate(releases):
        crimes = [
            crime(100 * number + n, **{"Month": month, "LSOA code": lsoa, "Crime type": type_})
            for n, (lsoa, type_) in enumerate(rows)
        ]
        loaded(place.store, street_file(folder / str(number), crimes, month=month))
        derive_counts(place.evidence(), progress=Silent())
    for load in place.store.loads():
        kept = figures(place, as_of_load=load.number)
        np.testing.assert_equal(figures(place, as_of_load=load.number), kept)
        np.testing.assert_equal(afresh(place, as_of_load=load.number), kept)
        month, rows = releases[load.number - 1]
        newest = measure_series(place.evidence(as_of_load=load.number), find_measure("burglary"), by="lsoa")
        column = [period.label for period in newest.periods].index(month)
        assert newest.count[:, column].sum() == sum(type_ == "Burglary" for _, type_ in rows)


def test_what_is_kept_is_read_and_not_counted_again(place):
    before = figures(place)
    names = [path.name.partition(".")[0] for path in derived(place)]
    assert {"counts-incidents-rows", "geography", "places", "units"} <= set(names)
    times = [path.stat().st_mtime_ns for path in derived(place)]
    assert figures(place) == before
    assert [path.stat().st_mtime_ns for path in derived(place)] == times


def test_a_cube_is_the_same_after_it_was_packed():
    rows = pa.table(
        {
            "unit": ["E01", None, "E02", "E01"],
            "month": pa.array([0, 31, 0, 31], pa.date32()),
            "category": ["theft", "fraud", None, "theft"],
            "flags": [["knife", "hate"], [], None, ["knife"]],
            "n": [1.0, 2.0, float("nan"), 4.0],
        }
    )
    cube = Cube.of(rows, placed_by=("unit",), fields=("category", "flags"))
    again = unpacked(packed(cube))
    assert again.months == cube.months
    assert again.place["unit"].values == ("E01", "E02", None)
    np.testing.assert_equal(
        [again.month, again.combination, again.n, again.place["unit"].codes],
        [cube.month, cube.combination, cube.n, cube.place["unit"].codes],
    )
    for field, held in cube.combinations.items():
        assert again.combinations[field].values == held.values
        np.testing.assert_array_equal(again.combinations[field].codes, held.codes)


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def other_text(path: Path) -> None:
    path.write_text("unit,count\nE01015292,7\n", encoding="utf-8")


def other_table(path: Path) -> None:
    pq.write_table(pa.table({"unit": ["E01015292"], "n": [7.0]}), path)


def changed_within(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[20] ^= 0xFF
    path.write_bytes(content)


@pytest.mark.parametrize("damage", [cut_short, empty, other_text, other_table, changed_within])
def test_a_damaged_or_foreign_file_is_passed_over_and_written_again(place, damage):
    right = figures(place)
    for path in derived(place):
        damage(path)
    assert figures(place) == right
    # Those that only DuckDB reads are looked at when it is asked something.
    evidence = place.evidence()
    _ = evidence.geography
    assert evidence.snapshot.rows("SELECT count(*) FROM units WHERE is_member") == [(2,)]
    kept = [path for path in derived(place) if path.name.startswith(("counts", "geography"))]
    assert all(pq.ParquetFile(path).read() for path in kept)


def test_another_tables_file_under_a_right_name_is_not_read(place):
    right = figures(place)
    cells, words = (next(path for path in derived(place) if path.name.startswith(what)) for what in ("counts", "geog"))
    cells.write_bytes(words.read_bytes())
    assert figures(place) == right


def test_the_folder_may_be_deleted_while_evidence_is_open(place):
    _ = figures(place)
    evidence = place.evidence()
    assert evidence.geography.membership.is_resolved
    for path in derived(place):
        path.unlink()
    assert evidence.snapshot.rows("SELECT count(*) FROM units WHERE is_member") == [(2,)]


def test_where_nothing_can_be_written_it_is_only_slower(place, tmp_path):
    right = figures(place)
    for path in derived(place):
        path.unlink()
    folder = tmp_path / "evidence" / "derived"
    folder.rmdir()
    # A file in the folder's place refuses whoever tests run as, the administrator too.
    folder.write_text("", encoding="utf-8")
    assert figures(place) == right
    assert folder.read_text(encoding="utf-8") == ""


def test_another_choice_of_areas_is_another_table(place):
    assert len(figures(place)["burglary"]) == 2
    smaller = Workspace(place.folder, "Test", (), LSOAS[:1], {})
    assert len(figures(smaller)["burglary"]) == 1
    assert len(figures(place)["burglary"]) == 2


def test_a_store_that_was_begun_again_has_nothing_of_the_first(place, tmp_path):
    """The tables of both have the same versions after one load; what the ledger says of the files differs."""
    before = figures(place)
    kept = {path.name: path.read_bytes() for path in derived(place)}
    again = place_of(tmp_path / "again")
    loaded(again.store, street_file(tmp_path / "other", [crime(1)]))
    (again.folder / "evidence" / "derived").mkdir()
    for name, content in kept.items():
        (again.folder / "evidence" / "derived" / name).write_bytes(content)
    assert figures(again) != before
    assert figures(again)["burglary"] == [[1.0]]


def test_only_the_last_few_editions_stay(place, tmp_path):
    for number in range(6):
        loaded(place.store, street_file(tmp_path / str(number), [crime(n) for n in range(number + 1)]))
        _ = figures(place)
    assert len([path for path in derived(place) if path.name.startswith("counts-incidents-rows.")]) == 4
    assert not [path for path in derived(place) if path.suffix == ".part"]


def test_no_name_of_a_person_and_no_row_of_a_file_is_in_it(tmp_path):
    rows = [crime(n, Location="On or near Unmistakable Close") for n in range(3)]
    place = place_of(tmp_path)
    (tmp_path / "given").mkdir()
    path = tmp_path / "given" / "2025-01-dorset-street.csv"
    path.write_bytes(csv_bytes(rows))
    loaded(place.store, path)
    _ = figures(place)
    held = b"".join(path.read_bytes() for path in derived(place))
    assert b"Unmistakable" not in held
    assert rows[0]["Crime ID"].encode() not in held


COUNTED_BY_A_PROCESS = """
import sys
from pathlib import Path
from wardmote.definitions.catalogue import find_measure
from wardmote.evidence.workspace import Workspace
from wardmote.measures import measure_series
folder, *lsoas = sys.argv[1:]
evidence = Workspace(Path(folder), "Test", (), tuple(lsoas), {}).evidence()
print(measure_series(evidence, find_measure("burglary"), by="lsoa").count.tolist())
"""


def test_processes_that_derive_at_once_all_get_the_same(place):
    right = figures(place)["burglary"]
    for path in derived(place):
        path.unlink()
    command = [sys.executable, "-c", COUNTED_BY_A_PROCESS, str(place.folder), *LSOAS]
    children = [subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") for _ in range(3)]
    assert [child.communicate()[0].strip() for child in children] == [str(right)] * 3
    assert not [path for path in derived(place) if path.suffix == ".part"]
    assert figures(place)["burglary"] == right
