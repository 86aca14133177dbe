"""Published files in the very layout that their publishers give them, with invented rows.

Each layout is as public code that reads the file has it; none of the numbers is a publisher's.
"""

from datetime import date

import pytest
from dock_files import rows, workspace

from wardmote.evidence.loading import load_paths
from wardmote.evidence.sources.postcode_directory import directory_columns
from wardmote.synthetic.partners.sheets import csv_sheet, ods_sheets, xlsx_sheet

# The open data tables of the Home Office by Community Safety Partnership: a sheet a financial year, under a cover and
# notes. The count is “Offence Count” in some editions and “Number of Offences” in others, and the quarter a number.
CSP_HEADER = (
    "Financial Year", "Financial Quarter", "Force Name", "CSP Name", "Offence Description", "Offence Group",
    "Offence Subgroup", "Offence Code",
)  # fmt: skip
CSP_SHEETS = {
    "Cover_sheet": [("Police recorded crime open data tables: Community Safety Partnerships",)],
    "Notes": [("Note number", "Note text"), ("Note 1", "Invented for this test")],
    "2023_24": [
        (*CSP_HEADER, "Offence Count"),
        ("2023/24", 4, "Dorset", "Smallshire", "Assault with injury", "Violence against the person", "Violence with injury", "8N", 41),
        ("2023/24", 4, "Dorset", "Otherton", "Assault with injury", "Violence against the person", "Violence with injury", "8N", 17),
    ],
    "2024_25": [
        (*CSP_HEADER, "Offence Count"),
        ("2024/25", 1, "Dorset", "Smallshire", "Assault with injury", "Violence against the person", "Violence with injury", "8N", -2),
    ],
}  # fmt: skip
# Defra's two tables of a local authority and year: latin-1, one title line, and some headings that end in a space.
INCIDENTS_HEADER = (
    "Year", "ONS Code", "LA Name", "Region", "Reporting basis", "Total Incidents", "Highway Incidents",
    "Footpath / Bridleway Incidents", "Back Alleyway Incidents", "Railway Incidents", "Council Land Incidents",
    "Agricultural Incidents", "Private / Residential Incidents", "Commercial / Industrial Incidents",
    "Watercourse / Bank Incidents", "Other (unidentified) Incidents", "Animal Carcass Incidents", "Green Incidents ",
    "Vehicle Parts Incidents", "White Goods Incidents", "Total Incidents Clearance Costs (£)",
)  # fmt: skip
ACTIONS_HEADER = (
    "Year", "ONS Code", "LA Name", "Region", "Total Actions", "Investigation Actions", "Warning Letter Actions",
    "Total Fixed Penalty Notice Actions", "Prosecution Actions",
)  # fmt: skip
# Headers of the ONS's postcode directory and lookup, from 2008 to 2026.
DIRECTORIES = {
    "pcd7,pcd8,pcds,dointr,doterm,usrtypind,east1m,north1m,gridind,oa21cd,cty26cd,ced25cd,lad26cd,wd26cd,nhser24cd,ctry26cd,rgn26cd,pcon24cd,ttwa15cd,itl25cd,npark16cd,lsoa21cd,msoa21cd,wz11cd,sicbl26cd,bua24cd,ruc21ind,oac21ind,lat,long\n": ("pcds", "lsoa21cd", "doterm", "lsoa21"),
    "pcd,pcd2,pcds,dointr,doterm,oscty,ced,oslaua,osward,parish,usertype,oseast1m,osnrth1m,osgrdind,oshlthau,nhser,ctry,rgn,streg,pcon,eer,teclec,ttwa,pct,itl,statsward,oa01,casward,park,lsoa01,msoa01,ur01ind,oac01,oa11,lsoa11,msoa11,wz11,sicbl\n": ("pcds", "lsoa11", "doterm", "lsoa11"),
    "pcd7,pcd8,pcds,dointr,doterm,usertype,oa11cd,lsoa11cd,msoa11cd,ladcd,lsoa11nm,msoa11nm,ladnm,ladnmw\n": ("pcds", "lsoa11cd", "doterm", "lsoa11"),
    "pcd,pcd2,pcds,dointr,doterm,oscty,oslaua,osward,oacode,oaind,casward,park,soa1,dzone1,soa2\n": None,
}  # fmt: skip


@pytest.fixture
def loaded(tmp_path):
    """Loads a file by its name and content into a workspace, and gives what it holds of it."""
    at = workspace(tmp_path)

    def load(name, content):
        (tmp_path / name).write_bytes(content)
        report = load_paths(at.store, [tmp_path / name])
        assert report.not_loaded == ()
        return report.loads[0].source, rows(
            at, "item, area_name, area_code, first, last, value", "tallies", order="first, area_name, item"
        )

    return load  # fmt: skip


@pytest.mark.parametrize("form", ["ods", "xlsx"])
def test_recorded_crime_by_partnership_is_read_from_every_year_s_sheet(loaded, form):
    if form == "ods":
        source, found = loaded("prc-csp-mar2021-mar2026-tables-230726.ods", ods_sheets(CSP_SHEETS))
    else:
        (header, *body) = CSP_SHEETS["2023_24"]
        source, found = loaded("prc-csp-mar16-dec24-tables-240425.xlsx", xlsx_sheet(header, body, name="2023_24"))
    assert source == "recorded-crime-csp"
    fourth = (date(2024, 1, 1), date(2024, 3, 31))
    assert found[:2] == [("crimes", "Otherton", None, *fourth, 17.0), ("crimes", "Smallshire", None, *fourth, 41.0)]
    if form == "ods":
        # A crime that was cancelled in a later quarter is taken off there.
        assert found[2:] == [("crimes", "Smallshire", None, date(2024, 4, 1), date(2024, 6, 30), -2.0)]


def defra(header, values, total):
    def row(code, name, number):
        given = {
            "Year": "2024-25",
            "ONS Code": code,
            "LA Name": name,
            "Region": "South West",
            "Reporting basis": "Standard",
        }
        return [
            given.get(head, f"{number:,}" if head.strip() == total else values.get(head.strip(), 0)) for head in header
        ]

    body = [row("E06000001", "Smallshire", 2838), row("E12000009", "South West total", 90_000)]
    return csv_sheet(header, body, titles=[("Fly-tipping in England – invented",)], encoding="cp1252")  # fmt: skip


def test_fly_tipping_incidents_are_read_under_their_title(loaded):
    content = defra(INCIDENTS_HEADER, {"Highway Incidents": 1200}, "Total Incidents")
    source, found = loaded("Local_authority_flytipping_incidents_2012-13_to_2024-25.csv", content)
    assert source == "fly-tipping-defra"
    year = (date(2024, 4, 1), date(2025, 3, 31))
    assert ("incidents", "Smallshire", "E06000001", *year, 2838.0) in found
    assert ("highway incidents", "Smallshire", "E06000001", *year, 1200.0) in found
    assert {name for _, name, *_ in found} == {"Smallshire"}


def test_actions_on_fly_tipping_are_a_file_of_their_own(loaded):
    content = defra(ACTIONS_HEADER, {"Prosecution Actions": 12}, "Total Actions")
    source, found = loaded("Local_authority_flytipping_actions_2012-13_to_2024-25.csv", content)
    assert source == "fly-tipping-actions-defra"
    year = (date(2024, 4, 1), date(2025, 3, 31))
    assert ("actions", "Smallshire", "E06000001", *year, 2838.0) in found
    assert ("prosecutions", "Smallshire", "E06000001", *year, 12.0) in found


@pytest.mark.parametrize("header", DIRECTORIES)
def test_postcode_directories_are_known_by_their_headings(header):
    found = directory_columns(header)
    expected = DIRECTORIES[header]
    assert (found and (found.postcode, found.lsoa, found.terminated, found.kind)) == expected
