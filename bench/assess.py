"""`wardmote assess` for a city: 268 LSOAs and 45 months."""

from collections.abc import Iterator
from pathlib import Path

from bench.child import WARDMOTE, alternate, run
from bench.line import Line
from bench.places import open_data, scratch, workspace

TAKES = "about 2 minutes"
AREA = "Bristol, City of"
_TIMES = 3
_LIMIT_S = 15
_FILES = (
    "lookups/LSOA21_WD24_LAD24_EW_LU.csv.gz", "lookups/LSOA11_LSOA21_LAD22_EW_LU.csv.gz",
    "lookups/LAD24_CSP24_PFA24_EW.csv", "boundaries/lsoa_2021_ew.geojson.gz", "boundaries/wards_2022.geojson.gz",
    "boundaries/lad_2024_uk.geojson.gz", "population/census2021_TS007B_lsoa21_broad_age_nomis.csv.gz",
    "population/population_mid2020_lsoa11_single_year_age.csv.gz", "deprivation/imd2025_england_lsoa21.csv.gz",
    "police_uk/avon-and-somerset.zip",
)  # fmt: skip


def bristol(folder: Path) -> Path:
    """A workspace of Bristol with all that its assessment can use."""
    return workspace(folder, areas=(AREA,), load=tuple(open_data(name) for name in _FILES))


def lines() -> Iterator[Line]:
    """The whole process: every figure, finding and map, as HTML and as tagged PDF."""
    with scratch() as folder:
        place = bristol(folder / "workspace")
        (cost,) = alternate(lambda: run(WARDMOTE, "assess", "--year", "2020-21", "--workspace", place), times=_TIMES)
    yield Line("wardmote assess, 268 LSOAs, 45 months", cost.in_words, f"limit {_LIMIT_S} s", cost.wall_s / _LIMIT_S, 1)
    yield Line("the same: peak memory", f"{cost.peak_mb:.0f} MB", "")
