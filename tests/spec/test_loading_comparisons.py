"""Bases other than residents, and the areas that a partnership is compared with, as they are loaded."""

import pytest
from evidence_files import asked, loaded

from wardmote.evidence.store import Store

WORKDAY = 'lsoa21_code,lsoa21_name,basis,year,persons\nE01000001,Centre,workday,2021,"9,120"\nE01000002,Edge,workday,2021,700\nE01000003,Odd,night,2021,5\n'
NOMIS = '"Workday population by broad age"\n"Date :","2011"\n\nlsoa11_code,lsoa11_name,Total\nE01000001,Centre,8000\n'
LIST = (
    "comparison,area,code,named_by,as_of\n"
    "Most similar group,Northtown,E06000901,The inspectorate's list,2025-10-01\n"
    "Most similar group,Twin Shires,E07000902,The inspectorate's list,2025-10-01\n"
    "Most similar group,Twin Shires,E07000903,The inspectorate's list,2025-10-01\n"
    "Most similar group,Nowhere,a place,The inspectorate's list,2025-10-01\n"
)


def test_a_base_is_named_row_by_row(tmp_path):
    store = Store(tmp_path / "evidence")
    report = loaded(store, _file(tmp_path, "people_by_day.csv", WORKDAY))
    assert asked(store, "SELECT basis, kind, code, year, persons FROM other_bases ORDER BY code") == [
        ("workday", "lsoa21", "E01000001", 2021, 9120.0),
        ("workday", "lsoa21", "E01000002", 2021, 700.0),
    ]
    assert report.loads[0].files[0].quarantined == 1


@pytest.mark.parametrize("name", ["workday_2011.csv", "table.csv"])
def test_people_by_day_are_never_taken_for_residents(name, tmp_path):
    store = Store(tmp_path / "evidence")
    loaded(store, _file(tmp_path, name, NOMIS))
    assert asked(store, "SELECT basis, year, persons FROM other_bases") == [("workday", 2011, 8000.0)]
    assert asked(store, "SELECT count(*) FROM populations") == [(0,)]


def test_areas_to_compare_with_carry_who_named_them_and_when(tmp_path):
    store = Store(tmp_path / "evidence")
    report = loaded(store, _file(tmp_path, "comparators.csv", LIST))
    assert asked(store, "SELECT area, count(*) FROM comparators GROUP BY area ORDER BY area") == [
        ("Northtown", 1),
        ("Twin Shires", 2),
    ]
    assert asked(store, "SELECT DISTINCT named_by, CAST(as_of AS VARCHAR) FROM comparators") == [
        ("The inspectorate's list", "2025-10-01")
    ]
    assert report.loads[0].files[0].quarantined == 1


def _file(folder, name, text):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
