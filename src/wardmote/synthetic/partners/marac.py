"""Multi-agency risk assessment conferences: counts for each meeting, and none of the people."""

from datetime import timedelta

import numpy as np

from wardmote.synthetic.partners.delivery import Delivery
from wardmote.synthetic.partners.sheets import csv_sheet
from wardmote.synthetic.partners.truths import FileTruth, PlantedFigure, YearCount
from wardmote.synthetic.partners.world import World

NAME = "marac.csv"
HEADER = (
    "Meeting Date", "Cases Discussed", "Repeat Cases", "Children", "Police Referrals", "Partner Referrals",
    "Ethnic Minority Victims", "LGBT+ Victims", "Disabled Victims", "Male Victims", "Victims Aged 16-17",
)  # fmt: skip
MEETINGS = 52
# Cases and repeats of the last year but one and of the last: a fall in the share of repeats, and none in cases.
CASES, REPEATS = (734, 721), (160, 116)
_SHARES = {
    "children": 1.1,
    "police": 0.62,
    "ethnic": 0.09,
    "lgbt": 0.014,
    "disabled": 0.08,
    "male": 0.06,
    "young": 0.012,
}


def marac(world: World) -> Delivery:
    """A meeting a week in each of the last two years."""
    rng = world.stream("marac")
    rows = []
    for (start, _), cases, repeats in zip(world.years[-2:], CASES, REPEATS, strict=True):
        by_meeting = rng.multinomial(cases, np.full(MEETINGS, 1 / MEETINGS))
        # Which cases are the repeats is drawn from all, so that no meeting has more repeats than cases.
        again = rng.multivariate_hypergeometric(by_meeting, repeats)
        first = start + timedelta(days=(2 - start.weekday()) % 7)
        for week, (n, k) in enumerate(zip(by_meeting.tolist(), again.tolist(), strict=True)):
            police = int(rng.binomial(n, _SHARES["police"]))
            others = [int(rng.binomial(n, _SHARES[name])) for name in ("ethnic", "lgbt", "disabled", "male", "young")]
            day = first + timedelta(weeks=week)
            rows.append(
                (f"{day:%d/%m/%Y}", n, k, int(rng.poisson(n * _SHARES["children"])), police, n - police, *others)
            )
    starts = [start for start, _ in world.years[-2:]]
    discussed = tuple(YearCount(start, n) for start, n in zip(starts, CASES, strict=True))
    repeated = tuple(YearCount(start, k, n) for start, n, k in zip(starts, CASES, REPEATS, strict=True))
    figures = (
        PlantedFigure("marac-cases", "cases discussed", NAME, "level", {}, discussed, is_changed=False),
        PlantedFigure("marac-repeats", "repeat cases, of all", NAME, "share", {}, repeated, is_changed=True,
                      changed_from=world.last_year),
    )  # fmt: skip
    return Delivery(csv_sheet(HEADER, rows), FileTruth(NAME, "marac", len(rows)), figures)
