"""The police extract in pandas: pseudonyms by HMAC, dates, flags and sections, a Parquet file a month; then counts.

`python -m bench.peers.pandas_partners load CSV FOLDER SECTIONS`, then `... measure FOLDER`
"""

import hmac
import sys
from pathlib import Path

import pandas as pd

from bench.answers import Stage, say

_KEY = b"\7" * 32
_FLAGS = {
    "domestic-abuse": "DA Flag", "alcohol": "Alcohol", "drugs": "Drugs", "mental-health": "Mental Health", "knife": "Knife",
    "stalking": "Stalking", "rural": "Rural Crime",
}  # fmt: skip


def _pseudonyms(values: pd.Series) -> pd.Series:
    """The same for the same value, worked out once each."""
    known = {one: hmac.digest(_KEY, one.encode(), "sha256").hex()[:32] for one in values.dropna().unique()}
    return values.map(known)


def load(path: Path, folder: Path, sections: Path) -> None:
    """Read the whole extract and write a Parquet file a month of recording."""
    rows = pd.read_csv(path, dtype="str", engine="pyarrow")
    of_lsoa = pd.read_csv(sections, dtype="str").set_index("lsoa_code")["section"]
    recorded = pd.to_datetime(rows["Date Reported"], format="%d/%m/%Y %H:%M")
    occurred = pd.to_datetime(rows["Committed From"], format="%d/%m/%Y %H:%M")
    kept = pd.DataFrame(
        {
            "event": _pseudonyms(rows["Occurrence Number"]),
            "victim": _pseudonyms(rows["Victim Ref"]),
            "suspect": _pseudonyms(rows["Suspect Ref"]),
            "category": rows["Offence Group"],
            "offence_code": rows["HO Offence Code"],
            "outcome": rows["Outcome Type"],
            "outcome_on": pd.to_datetime(rows["Outcome Date"], format="%d/%m/%Y"),
            "recorded_on": recorded.dt.normalize(),
            "occurred_on": occurred.dt.normalize(),
            "occurred_hour": occurred.dt.hour,
            "lsoa_code": rows["LSOA Code"],
            "section": rows["LSOA Code"].map(of_lsoa),
            "easting": rows["Easting"].astype("float") // 100 * 100 + 50,
            "northing": rows["Northing"].astype("float") // 100 * 100 + 50,
            **{flag: rows[column].map({"Y": True, "N": False}) for flag, column in _FLAGS.items()},
        }
    )
    folder.mkdir()
    for month, part in kept.groupby(recorded.dt.strftime("%Y-%m")):
        part.to_parquet(folder / f"{month}.parquet", compression="zstd", index=False)


def measure(folder: Path) -> None:
    """Counts by section and month of recording."""
    with Stage("measures"):
        rows = pd.concat(pd.read_parquet(path) for path in sorted(folder.glob("*.parquet")))
        month = rows["recorded_on"].dt.strftime("%Y-%m")
        chosen = {
            "violent-crimes": rows["category"] == "Violence against the person",
            "knife-crimes": rows["knife"].eq(True),
            "personal-robbery": rows["offence_code"] == "34B",
            "completeness-of-knife-flag": rows["knife"].notna(),
        }
        found = {
            name: rows[is_one].groupby(["section", month[is_one]]).size().unstack(fill_value=0)  # noqa: PD010
            for name, is_one in chosen.items()
        }
    for name, counts in found.items():
        say(f"figure-{name}", counts)


if __name__ == "__main__":
    if sys.argv[1] == "load":
        load(Path(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4]))
    else:
        measure(Path(sys.argv[2]))
