"""The crimes that the police extract holds: those of the police files, with what the police know beside that."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wardmote.synthetic.offences import CRIME_TYPES
from wardmote.synthetic.partners.offence_codes import CODES, OTHER, SERIOUS_CODES, SEXUAL, STALKING
from wardmote.synthetic.partners.police_incidents import police_incidents
from wardmote.synthetic.partners.repeats import NOBODY, assign_people
from wardmote.synthetic.partners.world import World

Numbers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

DOMESTIC_VICTIMS = (0.31, 0.25)
DOMESTIC_SUSPECTS, SERIOUS_VICTIMS, SERIOUS_SUSPECTS = 0.27, 0.10, 0.14
_OTHER_VICTIMS, _OTHER_SUSPECTS, _SHOPLIFTERS = 0.05, 0.15, 0.60
_DOMESTIC, _SERIOUS, _SHOPLIFTING, _REST = range(4)
_ORDER = (STALKING, SEXUAL, OTHER)

# What share is reported how many days after the crime at most, by kind; the rest is more than a year old.
LAG_DAYS = (0, 1, 7, 30, 90, 365)
LAG_SHARES = {
    SEXUAL: (0.26, 0.38, 0.54, 0.66, 0.74, 0.82),
    STALKING: (0.46, 0.60, 0.80, 0.92, 0.97, 0.995),
    OTHER: (0.66, 0.80, 0.93, 0.98, 0.993, 0.999),
}
_OLDEST_DAYS = 25 * 365


@dataclass(frozen=True)
class Crimes:
    """One entry a crime, by the day of recording: indices into `CODES` and the cells, days and minutes, and people."""

    code: Numbers
    cell: Numbers
    is_located: Flags
    reported: Numbers
    reported_minute: Numbers
    committed: Numbers
    committed_minute: Numbers
    is_domestic: Flags
    victim: Numbers
    suspect: Numbers
    outcome: Numbers
    wait: Numbers

    def __len__(self) -> int:
        return len(self.code)


def draw_crimes(world: World) -> Crimes:
    """All crimes of the partnership's area in the police files, short of those that the lockdown month loses."""
    rng = world.stream("crimes")
    known = police_incidents(world, is_asb=False)
    code = _codes(known.crime_type, rng=rng)
    reported = world.days_within(known.month, rng=rng)
    is_domestic = rng.random(len(code)) < _of_code("domestic")[code]
    committed, minutes = _committed(code, reported=reported, rng=rng)
    victim, suspect = _people(world, code, day=reported, is_domestic=is_domestic, rng=rng)
    return Crimes(
        code=code,
        cell=known.cell,
        is_located=known.is_located,
        reported=reported,
        reported_minute=minutes[1],
        committed=committed,
        committed_minute=minutes[0],
        is_domestic=is_domestic,
        victim=victim,
        suspect=suspect,
        outcome=known.outcome,
        wait=known.wait,
    )


def _codes(crime_type: Numbers, *, rng: np.random.Generator) -> Numbers:
    code = np.zeros(len(crime_type), dtype=np.int64)
    for index, name in enumerate(CRIME_TYPES):
        choices = [i for i, one in enumerate(CODES) if one.crime_type == name]
        if choices:
            of_type = crime_type == index
            code[of_type] = rng.choice(choices, size=int(of_type.sum()), p=[CODES[i].share for i in choices])
    return code


def _of_code(name: str) -> Floats:
    return np.array([getattr(code, name) for code in CODES])


def lag_kind(kind: str) -> str:
    """Which of the curves of late recording a kind of offence follows."""
    return kind if kind in LAG_SHARES else OTHER


def _committed(
    code: Numbers, *, reported: Numbers, rng: np.random.Generator
) -> tuple[Numbers, tuple[Numbers, Numbers]]:
    """The day of each crime, and the minutes of crime and report; a report on the day comes after the crime."""
    kind = np.array([_ORDER.index(lag_kind(one.kind)) for one in CODES])[code]
    draw = rng.random(len(code))
    lag = np.zeros(len(code))
    ends = np.array([*LAG_DAYS, _OLDEST_DAYS], dtype=float)
    for index, name in enumerate(_ORDER):
        shares = np.array([*LAG_SHARES[name], 1.0])
        here = kind == index
        # Straight between the points of the curve: the first share stands for the same day.
        lag[here] = np.where(draw[here] < shares[0], 0, np.ceil(np.interp(draw[here], shares, ends)))
    days = lag.astype(np.int64)
    committed_minute = (rng.beta(2.2, 1.3, len(code)) * 24 * 60).astype(np.int64)
    later = committed_minute + (rng.random(len(code)) * (24 * 60 - committed_minute)).astype(np.int64)
    reported_minute = np.where(days == 0, later, rng.integers(7 * 60, 23 * 60, len(code)))
    return reported - days, (committed_minute, reported_minute)


def _people(
    world: World, code: Numbers, *, day: Numbers, is_domestic: Flags, rng: np.random.Generator
) -> tuple[Numbers, Numbers]:
    serious = np.array([one.code in SERIOUS_CODES for one in CODES])[code]
    shoplifting = np.array([one.code == "46" for one in CODES])[code]
    group = np.select([is_domestic, serious, shoplifting], [_DOMESTIC, _SERIOUS, _SHOPLIFTING], default=_REST)
    order = np.argsort(day, kind="stable")
    people = []
    for known, chance in (
        (_of_code("victims"), _victim_chance(world, day=day, group=group)),
        (_of_code("suspects"), _suspect_chance(group)),
    ):
        is_known = rng.random(len(code)) < known[code]
        given = assign_people(day[order], group=np.where(is_known, group, NOBODY)[order], chance=chance[order], rng=rng)
        back = np.empty_like(given)
        back[order] = given
        people.append(back)
    return people[0], people[1]


def _victim_chance(world: World, *, day: Numbers, group: Numbers) -> Floats:
    before, after = DOMESTIC_VICTIMS
    domestic = np.where(day < world.years[1][0].toordinal(), before, after)
    return np.select([group == _DOMESTIC, group == _SERIOUS], [domestic, SERIOUS_VICTIMS], default=_OTHER_VICTIMS)


def _suspect_chance(group: Numbers) -> Floats:
    chance = [DOMESTIC_SUSPECTS, SERIOUS_SUSPECTS, _SHOPLIFTERS, _OTHER_SUSPECTS]
    return np.array(chance)[group]
