"""Police files by the million have the form of the small ones."""

from collections import Counter

import pytest

from wardmote.errors import BadInput
from wardmote.synthetic import write_incidents
from wardmote.synthetic.police_files import STREET_HEADER


def test_rows_are_all_written_and_spread_evenly(tmp_path, rows):
    written = write_incidents(tmp_path, rows=1_201, seed=3)
    counts = Counter(sum(1 for _ in rows(path)) for path in written.paths)
    assert counts == {33: 23, 34: 13}
    assert written.rows == 1_201
    assert written.size_bytes == sum(path.stat().st_size for path in written.paths)


def test_more_rows_make_more_forces(tmp_path):
    written = write_incidents(tmp_path, rows=601, seed=3, rows_a_force=600)
    forces = Counter(path.stem[len("2022-04-") : -len("-street")] for path in written.paths)
    assert forces == {"scaleshire-001": 36, "scaleshire-002": 36}


def test_the_rows_look_like_police_rows(tmp_path, rows, street):
    (path, *_) = write_incidents(tmp_path, rows=36 * 2000, seed=3).paths
    found = list(rows(path))
    assert tuple(found[0]) == STREET_HEADER
    assert {row["Month"] for row in found} == {"2022-04"}
    assert {row["Crime type"] for row in found} == {row["Crime type"] for row in street}
    assert all((row["Crime ID"] == "") == (row["Crime type"] == "Anti-social behaviour") for row in found)
    assert all((row["LSOA code"] == "") == (row["Location"] == "No Location") for row in found)
    assert len({row["Crime ID"] for row in found} - {""}) > 1400


def test_too_few_rows_are_refused(tmp_path):
    with pytest.raises(BadInput, match="35 rows are too few"):
        write_incidents(tmp_path, rows=35, seed=3)
