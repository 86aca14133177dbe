"""Lookups, populations, indices and outlines in the forms that ONS, Nomis and MHCLG publish, from the real files."""

from dataclasses import dataclass

import pytest
from evidence_files import asked, loaded

from wardmote.evidence.loading import load_paths
from wardmote.evidence.store import Store


@dataclass(frozen=True)
class Given:
    """`file` of the open data is loaded, `read` rows of which `set_aside`; then `question` has the `answer`."""

    file: str
    read: int
    question: str
    answer: tuple[object, ...]
    set_aside: int = 0
    notes: tuple[str, ...] = ()


FORMS = {
    "a lookup that begins with a byte order mark": Given(
        "lookups/LSOA11_LSOA21_LAD22_EW_LU.csv.gz",
        35796,
        "SELECT count(*) FROM (SELECT from_code FROM area_links WHERE from_kind = 'lsoa11' AND to_kind = 'lsoa21'"
        " GROUP BY from_code HAVING count(DISTINCT to_code) > 1)",
        (865,),
    ),
    "a council that three CSPs share": Given(
        "lookups/LAD24_CSP24_PFA24_EW.csv",
        332,
        "SELECT count(DISTINCT to_code), min(to_code), max(to_code) FROM area_links"
        " WHERE from_code = 'E06000058' AND to_kind = 'csp24'",
        (3, "E22000063", "E22000367"),
    ),
    "names and codes of one geography alone": Given(
        "lookups/PFA_Dec2019_names_codes.csv",
        47,
        "SELECT count(*), any_value(from_kind), count(DISTINCT from_code) FROM area_links",
        (47, "pfa19", 47),
    ),
    "an estimate by single year of age": Given(
        "population/population_mid2020_lad21_single_year_age.csv.gz",
        331,
        "SELECT sum(persons) FILTER (age_from IS NULL), sum(persons) FILTER (age_from IS NOT NULL),"
        " max(age_from), count_if(age_from IS NOT NULL AND age_to IS NULL) FROM populations WHERE code = 'E06000058'",
        (396989.0, 396989.0, 90, 1),
    ),
    "a raw Nomis export: titles above, blank lines below, a region among the LSOAs": Given(
        "population/census2021_TS007B_lsoa21_broad_age_nomis.csv.gz",
        35673,
        "SELECT count_if(kind = 'lsoa21'), any_value(name) FILTER (code = 'E01011949'), any_value(year)"
        " FROM populations WHERE age_from IS NULL",
        (35672, "Hartlepool 009A", 2021),
        set_aside=1,
    ),
    "an index of England, by its short column names": Given(
        "deprivation/imd2019_england_lsoa11.csv.gz",
        32844,
        "SELECT count(*), min(rank), max(rank), min(decile), max(decile) FROM deprivation WHERE domain = 'overall'",
        (32844, 1, 32844, 1, 10),
    ),
    "an index of Wales, whose ranks are its own": Given(
        "deprivation/wimd2019_wales_lsoa11.csv.gz",
        1909,
        "SELECT any_value(edition), count(*), max(rank) FROM deprivation WHERE domain = 'overall'",
        ("wales-lsoa11-2019", 1909, 1909),
    ),
    "an outline that crosses itself is mended": Given(
        "boundaries/lsoa_2011_ew.geojson.gz",
        34753,
        "SELECT count(*), count(DISTINCT code), any_value(kind) FROM boundaries",
        (34753, 34753, "lsoa11"),
        notes=("1 outline that crossed itself was mended",),
    ),
}


@pytest.mark.parametrize("given", FORMS.values(), ids=FORMS.keys())
def test_form(open_data, tmp_path, given):
    store = Store(tmp_path / "evidence")
    report = loaded(store, open_data / given.file)
    file = report.loads[0].files[0]
    assert (file.read, file.quarantined, file.notes) == (given.read, given.set_aside, given.notes)
    assert file.read == file.kept + file.quarantined
    assert asked(store, given.question) == [given.answer]


def test_tables_of_no_known_form_are_named_and_left_out(open_data, tmp_path):
    store = Store(tmp_path / "evidence")
    report = load_paths(store, [open_data / "recorded_crime"])
    assert report.loads == ()
    assert [one.reason for one in report.not_loaded] == [
        "HO_offence_code_to_policeuk_category.csv: its columns are not those of any source that is known here.",
        "prc-pfa-201718_new.csv.gz: its columns are not those of any source that is known here.",
        "recorded_crime: holds nothing that can be loaded.",
    ]
    assert store.loads() == ()
