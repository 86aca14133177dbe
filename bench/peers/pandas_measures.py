"""Every measure by LSOA and month in pandas, from the CSV files: read once, then grouped for each measure.

`python -m bench.peers.pandas_measures FOLDER LOOKUP LAD...` prints the figures and the stage as `bench.answers` does.
"""

import sys
from pathlib import Path

import pandas as pd

from bench.answers import Stage, say
from bench.compared import CATEGORIES, id_of

_SERIOUS = ["Robbery", "Possession of weapons", "Violence and sexual offences"]
_OUTCOMES = {
    "outcome-charged": ["Suspect charged", "Suspect charged as part of another case"],
    "outcome-no-suspect": ["Investigation complete; no suspect identified"],
    "outcome-victim-does-not-support": ["Unable to prosecute suspect"],
}
_STREET = [
    "Crime ID", "Month", "Reported by", "Falls within", "Longitude", "Latitude", "Location", "LSOA code", "LSOA name",
    "Crime type", "Last outcome category",
]  # fmt: skip
_OUTCOME = ["Crime ID", "Month", "LSOA code", "Outcome type"]


def read(folder: Path, kind: str, columns: list[str]) -> pd.DataFrame:
    """All files of a kind, as text."""
    paths = sorted(folder.glob(f"*/*-{kind}.csv"))
    parts = [pd.read_csv(path, usecols=columns, dtype="str", engine="pyarrow") for path in paths]
    return pd.concat(parts, ignore_index=True)


def without_repeats(rows: pd.DataFrame) -> pd.DataFrame:
    """Crimes and incidents, without the crimes that repeat an earlier row word for word."""
    suspects = rows[rows["Crime ID"].notna() & rows.duplicated("Crime ID", keep=False)]
    return rows.drop(suspects.index[suspects.duplicated()])


def by_lsoa_and_month(rows: pd.DataFrame, lsoas: list[str]) -> pd.DataFrame:
    """Rows counted: a row for each LSOA, a column for each month that is loaded."""
    counts = rows.groupby(["LSOA code", "Month"]).size()
    return counts.unstack(fill_value=0).reindex(lsoas, fill_value=0)  # noqa: PD010


def count_crimes(rows: pd.DataFrame, lsoas: list[str]) -> dict[str, pd.DataFrame]:
    """The measures of crimes and incidents."""
    months = sorted(rows["Month"].unique())
    type_ = rows["Crime type"].astype("category")
    chosen = {"all-crime": type_ != "Anti-social behaviour", "serious-violence-proxy": type_.isin(_SERIOUS)}
    chosen |= {id_of(category): type_ == category for category in CATEGORIES}
    return {
        measure: by_lsoa_and_month(rows[is_chosen], lsoas).reindex(columns=months, fill_value=0)
        for measure, is_chosen in chosen.items()
    }


def count_outcomes(rows: pd.DataFrame, lsoas: list[str]) -> dict[str, pd.DataFrame]:
    """The numerators and denominators of the measures of outcomes."""
    whole = by_lsoa_and_month(rows, lsoas)
    counts = {}
    for measure, types in _OUTCOMES.items():
        part = by_lsoa_and_month(rows[rows["Outcome type"].isin(types)], lsoas)
        counts[measure] = part.reindex(columns=whole.columns, fill_value=0)
        counts[f"{measure}-base"] = whole
    return counts


def lsoas_of(lookup: Path, councils: list[str]) -> list[str]:
    """The LSOA codes of local authorities, in order."""
    rows = pd.read_csv(lookup, usecols=["LSOA11CD", "LAD19NM"])
    return sorted(rows.loc[rows["LAD19NM"].isin(councils), "LSOA11CD"])


if __name__ == "__main__":
    with Stage("from the files"):
        places = lsoas_of(Path(sys.argv[2]), sys.argv[3:])
        crimes = without_repeats(read(Path(sys.argv[1]), "street", _STREET))
        outcomes = read(Path(sys.argv[1]), "outcomes", _OUTCOME).drop_duplicates()
        found = count_crimes(crimes, places) | count_outcomes(outcomes, places)
    for name, counts in found.items():
        say(name, counts)
