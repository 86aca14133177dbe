"""What becomes of each known defect of data.police.uk, on the real file that shows it.

Each line of the table loads one or two real files and asks the store a question. The answers were counted from the raw
files by hand, with a plain CSV reader.
"""

from dataclasses import dataclass

import pytest
from evidence_files import asked, loaded, taken

from wardmote.evidence.store import Store


@dataclass(frozen=True)
class Defect:
    """`files` of `zip` are loaded, of which `set_aside` rows go to quarantine; then `question` has the `answer`."""

    zip: str
    files: tuple[str, ...]
    question: str
    answer: tuple[object, ...]
    set_aside: int = 0


JULY_2025 = ("dorset.zip", ("2025-07/2025-07-dorset-street.csv",))
AUGUST_2019 = ("dorset.zip", ("2019-08/2019-08-dorset-street.csv",))
SEARCHES = ("dorset.zip", ("2019-07/2019-07-dorset-stop-and-search.csv",))
BTP = ("all-forces-2019-08.zip", ("2019-08/2019-08-btp-street.csv",))
NORTHERN_IRELAND = ("all-forces-2019-08.zip", ("2019-08/2019-08-northern-ireland-street.csv",))

DEFECTS = {
    "every incident of anti-social behaviour lacks an id, and no crime does": Defect(
        *JULY_2025,
        "SELECT count(*), count_if(record = 'incident'), count_if(record = 'crime') FROM incidents"
        " WHERE crime_id IS NULL",
        (1723, 1723, 0),
        set_aside=4,
    ),
    "incidents that are alike word for word are separate incidents": Defect(
        *JULY_2025,
        "SELECT count(*) - count(DISTINCT (longitude, latitude, location, lsoa_code)) FROM incidents"
        " WHERE record = 'incident'",
        (657,),
        set_aside=4,
    ),
    "an id that stands on several rows with different places or outcomes stays on all of them": Defect(
        *JULY_2025,
        "SELECT count(*), sum(n) FROM (SELECT count(*) AS n FROM incidents WHERE crime_id IS NOT NULL"
        " GROUP BY crime_id HAVING n > 1)",
        (172, 354),
        set_aside=4,
    ),
    "a crime that repeats an earlier row word for word is set aside, with its row": Defect(
        *JULY_2025,
        "SELECT count(*), count(DISTINCT row), min(row) > 1, min(reason) FROM quarantine",
        (4, 4, True, "the same crime stands word for word on an earlier row of the file"),
        set_aside=4,
    ),
    "the outcome is blank just for incidents": Defect(
        *JULY_2025,
        "SELECT count_if(last_outcome IS NULL), count_if(last_outcome IS NULL AND record = 'crime') FROM incidents",
        (1723, 0),
        set_aside=4,
    ),
    "“No Location” is no place at all": Defect(
        *AUGUST_2019,
        "SELECT count_if(location IS NULL), count_if(lsoa_code IS NULL AND longitude IS NULL AND lsoa_name IS NULL),"
        " count_if(lower(location) = 'no location') FROM incidents",
        (343, 343, 0),
    ),
    "“No location”, as outcomes write it, is no place either": Defect(
        "dorset.zip",
        ("2019-08/2019-08-dorset-outcomes.csv",),
        "SELECT count(*), count_if(location IS NULL), count_if(lower(location) = 'no location') FROM outcomes",
        (6341, 272, 0),
    ),
    "a force that places few of its crimes keeps them all": Defect(
        "all-forces-2019-08.zip",
        ("2019-08/2019-08-suffolk-street.csv",),
        "SELECT count(*), count_if(lsoa_code IS NULL) FROM incidents",
        (6233, 1442),
    ),
    "a point without an LSOA keeps its point": Defect(
        "all-forces-2025-12.zip",
        ("2025-12/2025-12-devon-and-cornwall-street.csv",),
        "SELECT count_if(lsoa_code IS NULL), count_if(lsoa_code IS NULL AND longitude IS NOT NULL) FROM incidents",
        (477, 1),
    ),
    "the codes of LSOAs are kept as published: 2011 and 2021 in one series": Defect(
        "city-of-london.zip",
        ("2022-06/2022-06-city-of-london-street.csv", "2023-07/2023-07-city-of-london-street.csv"),
        "SELECT count(DISTINCT month), count(DISTINCT lsoa_code) > 6 FROM incidents",
        (2, True),
        set_aside=3,
    ),
    "British Transport Police are a force of their own, whose crimes have no ids and no outcomes": Defect(
        *BTP,
        "SELECT any_value(force), count(*), count(crime_id), count(last_outcome), count_if(record = 'crime')"
        " FROM incidents",
        ("btp", 5248, 0, 0, 5248),
    ),
    "Northern Ireland has points and no LSOAs": Defect(
        *NORTHERN_IRELAND,
        "SELECT count(*), count(longitude), count(lsoa_code), count(last_outcome) FROM incidents",
        (14507, 14341, 0, 0),
    ),
    "a search in the first hour of a summer month belongs to that month, whatever UTC says": Defect(
        *SEARCHES,
        "SELECT count(*), count(DISTINCT month), CAST(min(month) AS VARCHAR), CAST(min(searched_at) AS VARCHAR)"
        " FROM stop_and_search",
        (93, 1, "2019-07-01", "2019-06-30 23:00:00"),
    ),
    "searches write latitude before longitude": Defect(
        *SEARCHES,
        "SELECT count(longitude) > 60, min(latitude) > 50, max(latitude) < 52, min(longitude) > -4, max(longitude) < -1"
        " FROM stop_and_search",
        (True, True, True, True, True),
    ),
    "Welsh names keep their circumflexes": Defect(
        "all-forces-2025-12.zip",
        ("2025-12/2025-12-dyfed-powys-street.csv",),
        "SELECT count_if(location = 'On or near Sqwâr Owain Glyndŵr'), count_if(location = 'On or near Clôs Elan')"
        " FROM incidents",
        (2, 1),
    ),
    "CRLF line endings leave no carriage return behind": Defect(
        "city-of-london.zip",
        ("2018-01/2018-01-city-of-london-street.csv",),
        "SELECT count(*) > 0, count_if(contains(concat(crime_type, last_outcome, lsoa_name), chr(13))) FROM incidents",
        (True, 0),
    ),
    "an extract with one type of crime loads like any other": Defect(
        "metropolitan-burglary-only.zip",
        ("2022-03/2022-03-metropolitan-street.csv",),
        "SELECT any_value(force), count(DISTINCT crime_type) FROM incidents",
        ("metropolitan", 1),
        set_aside=14,
    ),
}


@pytest.mark.parametrize("defect", DEFECTS.values(), ids=DEFECTS.keys())
def test_defect(open_data, tmp_path, defect):
    given = taken(tmp_path / "given", open_data / "police_uk" / defect.zip, *defect.files)
    store = Store(tmp_path / "evidence")
    report = loaded(store, given)
    assert report.not_loaded == ()
    assert [(load.read - load.kept, load.quarantined) for load in report.loads] == [(defect.set_aside,) * 2]
    assert asked(store, defect.question) == [defect.answer]
