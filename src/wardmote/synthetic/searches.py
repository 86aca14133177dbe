"""Stop-and-search files: the same columns, with their own order of latitude and longitude."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np

from wardmote.synthetic.country import Country
from wardmote.synthetic.months import label, shift
from wardmote.synthetic.randomness import stream

HEADER = (
    "Type", "Date", "Part of a policing operation", "Policing operation", "Latitude", "Longitude", "Gender", "Age range",
    "Self-defined ethnicity", "Officer-defined ethnicity", "Legislation", "Object of search", "Outcome",
    "Outcome linked to object of search", "Removal of more than just outer clothing",
)  # fmt: skip

_DRUGS = ("Misuse of Drugs Act 1971 (section 23)", "Controlled drugs")
_PACE = "Police and Criminal Evidence Act 1984 (section 1)"
_GROUNDS = {
    _DRUGS: 0.62,
    (_PACE, "Offensive weapons"): 0.20,
    (_PACE, "Stolen goods"): 0.09,
    (_PACE, "Article for use in theft"): 0.09,
}
_CHOICES = {
    "type": {"Person search": 0.8, "Person and Vehicle search": 0.2},
    "gender": {"Male": 0.85, "Female": 0.14, "": 0.01},
    "age": {"10-17": 0.19, "18-24": 0.27, "25-34": 0.20, "over 34": 0.33, "": 0.01},
    "said": {
        "White - English/Welsh/Scottish/Northern Irish/British": 0.60,
        "Other ethnic group - Not stated": 0.28,
        "Black/African/Caribbean/Black British - African": 0.04,
        "Asian/Asian British - Any other Asian background": 0.04,
        "": 0.04,
    },
    "seen": {"White": 0.80, "Black": 0.07, "Asian": 0.04, "Other": 0.02, "": 0.07},
    "outcome": {"A no further action disposal": 0.72, "Arrest": 0.16, "Community resolution": 0.08, "": 0.04},
    "strip": {"False": 0.93, "True": 0.07},
}
_A_MONTH = 130
_WITHOUT_LOCATION = 0.04
_AT_MIDNIGHT = 0.2
_LONDON = ZoneInfo("Europe/London")

Row = tuple[str, ...]


def search_rows(country: Country, *, month: date) -> list[Row]:
    """One month of searches in the whole force, by time."""
    rng = stream(country.seed, f"searches {label(month)}")
    busy = country.levels.sum(axis=(0, 1))
    n = int(rng.poisson(_A_MONTH))
    cell = rng.choice(len(country.cells), size=n, p=busy / busy.sum())
    point = country.points.choose(cell, rng=rng)
    drawn = {name: _choose(shares, n=n, rng=rng) for name, shares in _CHOICES.items()}
    grounds = rng.choice(len(_GROUNDS), size=n, p=list(_GROUNDS.values()))
    placed = rng.random(n) >= _WITHOUT_LOCATION
    rows: list[Row] = []
    for i, when in enumerate(_times(month, n=n, rng=rng)):
        legislation, sought = list(_GROUNDS)[grounds[i]]
        at = (cell[i], point[i])
        place = (str(country.points.latitude[at]), str(country.points.longitude[at])) if placed[i] else ("", "")
        person = (drawn["gender"][i], drawn["age"][i], drawn["said"][i], drawn["seen"][i])
        linked = "True" if drawn["outcome"][i] in {"Arrest", "Community resolution"} else ""
        end = (legislation, sought, drawn["outcome"][i], linked, drawn["strip"][i])
        rows.append((drawn["type"][i], when, "", "", *place, *person, *end))
    return rows


def _choose(shares: dict[str, float], *, n: int, rng: np.random.Generator) -> list[str]:
    return [list(shares)[i] for i in rng.choice(len(shares), size=n, p=list(shares.values()))]


def _times(month: date, *, n: int, rng: np.random.Generator) -> list[str]:
    """Local times of the month, written in UTC: in summer a search at local midnight on the 1st falls in the month before."""
    start = datetime(month.year, month.month, 1, tzinfo=_LONDON)
    days = (shift(month, by=1) - month).days
    day, minute = rng.integers(0, days, n), rng.integers(0, 24 * 60, n)
    minute[rng.random(n) < _AT_MIDNIGHT] = 0
    # Adding to a local time moves the clock on the wall; only then is it turned into UTC.
    local = (start + timedelta(days=int(d), minutes=int(m)) for d, m in zip(day, minute, strict=True))
    return sorted(f"{when.astimezone(UTC):%Y-%m-%dT%H:%M:%S}+00:00" for when in local)
