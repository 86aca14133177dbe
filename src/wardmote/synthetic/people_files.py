"""Population and deprivation of the invented places, in the forms of Nomis, ONS and the deprivation indices."""

from collections import defaultdict
from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt

from wardmote.synthetic.country import Country
from wardmote.synthetic.places import Cell, Named
from wardmote.synthetic.randomness import stream
from wardmote.synthetic.residents import AGES
from wardmote.synthetic.tables import csv_bytes

_DOMAINS = ("IMD", "Income", "Employment", "Education", "Health", "Crime", "Housing_and_Services", "Environment")
DEPRIVATION = ("lsoa21_code", *(f"{d}_{kind}" for kind in ("decile", "rank", "score") for d in _DOMAINS))
SINGLE_YEARS = ("lsoa11_name", "lsoa11_code", "total_population", *(str(age) for age in range(AGES - 1)), "90+")
_LAST_RANK = 33755
_BANDS = {
    "Aged 4 years and under": 0, "Aged 5 to 9 years": 5, "Aged 10 to 15 years": 10, "Aged 16 to 19 years": 16,
    "Aged 20 to 24 years": 20, "Aged 25 to 34 years": 25, "Aged 35 to 49 years": 35, "Aged 50 to 64 years": 50,
    "Aged 65 to 74 years": 65, "Aged 75 to 84 years": 75, "Aged 85 years and over": 85,
}  # fmt: skip

Numbers = npt.NDArray[np.int64]


def people_files(country: Country) -> Iterator[tuple[str, bytes]]:
    """Each file's path within the folder, and its bytes."""
    yield "population/census2021_TS007B_lsoa21_broad_age_nomis.csv", _census(country)
    yield "population/population_mid2020_lsoa11_single_year_age.csv", _single_years(country)
    yield "deprivation/imd2025_england_lsoa21.csv", _deprivation(country)


def _sums(cells: tuple[Cell, ...], ages: Numbers, *, level: Callable[[Cell], Named]) -> dict[Named, Numbers]:
    sums: dict[Named, Numbers] = defaultdict(lambda: np.zeros(AGES, dtype=np.int64))
    for cell, row in zip(cells, ages, strict=True):
        sums[level(cell)] = sums[level(cell)] + row
    return dict(sums)


def _census(country: Country) -> bytes:
    """A raw Nomis download: titles above the header, a blank line below it, and three at the end."""
    header = ",".join(f'"{name}"' for name in ("Area", "mnemonic", "Total", *_BANDS))
    lines = [
        "",
        '"TS007B - Age by broad age bands"',
        '"Invented figures, no real place"',
        '"Date       :","2021"',
        "",
        header,
        "",
    ]
    starts = list(_BANDS.values())
    for area, ages in _sums(country.cells, country.residents.census_2021, level=lambda c: c.lsoa21).items():
        bands = np.add.reduceat(ages, starts)
        lines.append(f'"lsoa2021:{area.name}","{area.code}",{",".join(map(str, (ages.sum(), *bands)))}')
    return "\n".join([*lines, "", "", "", ""]).encode("utf-8")


def _single_years(country: Country) -> bytes:
    sums = _sums(country.cells, country.residents.mid_2020, level=lambda c: c.lsoa11)
    return csv_bytes(SINGLE_YEARS, ((area.name, area.code, ages.sum(), *ages) for area, ages in sums.items()))


def _deprivation(country: Country) -> bytes:
    """Ranks within a whole England of 33,755 (1 the most deprived), each domain a little different from the rest."""
    rng = stream(country.seed, "deprivation")
    hardship: dict[str, list[float]] = defaultdict(list)
    for cell, value in zip(country.cells, country.residents.hardship, strict=True):
        hardship[cell.lsoa21.code].append(float(value))
    overall = np.array([np.mean(values) for values in hardship.values()])
    noise = rng.normal(0, 0.5, (len(overall), len(_DOMAINS)))
    noise[:, 0] = 0
    level = 1 / (1 + np.exp(-1.4 * (overall[:, None] + noise)))
    rank = np.rint(_LAST_RANK - level * (_LAST_RANK - 1)).astype(int)
    decile = np.ceil(rank * 10 / _LAST_RANK).astype(int)
    score = np.round(60 * level**2, 3)
    return csv_bytes(DEPRIVATION, ((code, *decile[i], *rank[i], *score[i]) for i, code in enumerate(hardship)))
