"""What holds for any delivery: every row is accounted for, no fault is a traceback, and order and repeats do not matter."""

import itertools
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from evidence_files import asked, content, crime, csv_bytes, loaded, street_file
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from wardmote.evidence.loading import load_paths
from wardmote.evidence.store import Store

MONTHS = ("2025-01", "2025-02", "2025-03")
few = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])

ODD_VALUES = st.sampled_from(
    ["", " ", "x", "0", "-1", "nan", "inf", "1e400", "2025-13", "9999-99", "No location", '"', "'; DROP TABLE rows; --",
     "a\nb", "a\r\nb", "\0", "\ufeff", "é", "😀", "\u2028", "NULL", "E01015292", "Burglary", "Anti-social behaviour"]
)  # fmt: skip


@st.composite
def damaged_files(draw: st.DrawFn) -> bytes:
    """A street file of up to eight rows, some with odd values, some damaged as text, in one of several line ends."""
    rows = []
    for number in range(draw(st.integers(0, 8))):
        row = crime(draw(st.integers(0, 3)) if draw(st.booleans()) else number)
        for column in draw(st.lists(st.sampled_from(sorted(row)), max_size=2)):
            row[column] = draw(ODD_VALUES)
        rows.append(row)
    lines = csv_bytes(rows).split(b"\n")
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(lines) - 1))
        cut = draw(st.integers(0, len(lines[at])))
        lines[at] = draw(
            st.sampled_from(
                [lines[at][:cut], lines[at] + b",x", b"", b'"' + lines[at], lines[at][:cut] + b'"' + lines[at][cut:],
                 lines[at][:cut] + b"\xe9" + lines[at][cut:], lines[at].replace(b",", b";"), lines[at] + b"\0", b"\r"]
            )
        )  # fmt: skip
    data = draw(st.sampled_from([b"\n", b"\r\n"])).join(lines)
    return draw(st.sampled_from([b"", b"\xef\xbb\xbf"])) + data


@few
@given(damaged_files(), st.sampled_from(["2025-01-dorset-street.csv", "export.csv"]))
def test_every_row_is_kept_or_set_aside_or_the_file_is_refused_in_a_sentence(data, name):
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        store = Store(Path(folder) / "evidence")
        report = load_paths(store, [path])
        if report.has_faults:
            assert report.loads == ()
            assert [one.reason.startswith(name) and "\n" not in one.reason for one in report.not_loaded] == [True]
            assert store.loads() == ()
            return
        file = report.loads[0].files[0]
        assert file.read == file.kept + file.quarantined
        assert asked(store, "SELECT count(*) FROM incidents") == [(file.kept,)]
        assert asked(store, "SELECT count(*) FROM quarantine") == [(file.quarantined,)]
        if b'"' not in data:
            assert file.read == sum(line.strip(b"\r") != b"" for line in data.split(b"\n")) - 1


@few
@given(damaged_files())
def test_loading_the_same_file_twice_changes_nothing(data):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "2025-01-dorset-street.csv"
        path.write_bytes(data)
        store = Store(Path(folder) / "evidence")
        load_paths(store, [path])
        before = store.loads(), content(store)
        load_paths(store, [path])
        assert (store.loads(), content(store)) == before


@st.composite
def three_months(draw: st.DrawFn) -> dict[str, list[dict[str, str]]]:
    ids = st.integers(0, 20)
    return {month: [crime(n, Month=month) for n in draw(st.lists(ids, min_size=1, max_size=6))] for month in MONTHS}


@few
@given(three_months(), st.permutations(MONTHS))
def test_the_order_in_which_months_come_does_not_matter(rows, order):
    with TemporaryDirectory() as folder:
        paths = {month: street_file(Path(folder), rows[month], month=month) for month in MONTHS}
        stores = [Store(Path(folder) / name) for name in ("in order", "as they came")]
        for month in MONTHS:
            loaded(stores[0], paths[month])
        loaded(stores[1], *(paths[month] for month in order))
        assert content(stores[0]) == content(stores[1])


@few
@given(st.lists(three_months(), min_size=2, max_size=4, unique_by=str))
def test_every_load_can_be_read_again_as_it_was(releases):
    assume(all(one != other for one, other in itertools.pairwise(releases)))
    with TemporaryDirectory() as folder:
        store = Store(Path(folder) / "evidence")
        seen = []
        for number, rows in enumerate(releases):
            for month in MONTHS:
                street_file(Path(folder) / str(number), rows[month], month=month)
            loaded(store, Path(folder) / str(number))
            seen.append(content(store))
        assert [content(store, as_of_load=load.number) for load in store.loads()] == seen


@pytest.mark.parametrize("force", ["Dorset Police", "Trumptonshire  Police", "TRUMPTONSHIRE POLICE", "É"])
def test_a_file_without_its_published_name_is_known_by_its_rows(tmp_path, force):
    rows = [crime(n, Month=month, **{"Reported by": force}) for month in MONTHS for n in range(4)]
    (tmp_path / "export.csv").write_bytes(csv_bytes(rows))
    store = Store(tmp_path / "evidence")
    report = loaded(store, tmp_path / "export.csv")
    assert (report.loads[0].read, report.loads[0].kept) == (12, 12)
    assert [n for (n,) in asked(store, "SELECT count(*) FROM incidents GROUP BY force, month")] == [4, 4, 4]


def test_forces_whose_names_come_to_the_same_are_one(tmp_path):
    names = ["Trumptonshire Police", "Trumptonshire  Constabulary", "Trumptonshire Police"]
    rows = [crime(n, **{"Reported by": name}) for n, name in enumerate(names)]
    (tmp_path / "export.csv").write_bytes(csv_bytes(rows))
    store = Store(tmp_path / "evidence")
    assert loaded(store, tmp_path / "export.csv").loads[0].kept == 3
    assert asked(store, "SELECT force, count(*) FROM incidents GROUP BY ALL") == [("trumptonshire", 3)]
