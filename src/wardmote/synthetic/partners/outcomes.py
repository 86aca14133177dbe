"""How the police extract says that a crime ended: the outcome types of the Home Office, and who withdrew."""

import numpy as np
import numpy.typing as npt

from wardmote.synthetic.endings import OUTCOME_TYPES, UNDECIDED
from wardmote.synthetic.partners.crimes import Crimes
from wardmote.synthetic.partners.offence_codes import CODES, SEXUAL
from wardmote.synthetic.partners.world import World

Numbers = npt.NDArray[np.int64]

# Share of decided sexual offences whose victim withdraws, before and from the last year on.
WITHDRAWALS = (0.45, 0.36)
OUTCOMES = {
    1: "Charge/Summons",
    3: "Caution - adult",
    4: "Taken into consideration",
    6: "Penalty notice for disorder",
    8: "Community resolution",
    10: "Formal action against the offender is not in the public interest",
    14: "Evidential difficulties victim based - suspect not identified",
    15: "Evidential difficulties (victim supports police action)",
    16: "Evidential difficulties victim based - named suspect identified",
    18: "Investigation complete - no suspect identified",
    20: "Action undertaken by another body/agency",
    21: "Further investigation is not in the public interest",
}
UNDER_INVESTIGATION = 0
WITHDRAWN = (14, 16)
_FROM_POLICE_FILES = {
    "Suspect charged": 1,
    "Offender given a caution": 3,
    "Suspect charged as part of another case": 4,
    "Offender given penalty notice": 6,
    "Local resolution": 8,
    "Formal action is not in the public interest": 10,
    "Unable to prosecute suspect": 15,
    "Investigation complete; no suspect identified": 18,
    "Action to be taken by another organisation": 20,
    "Further investigation is not in the public interest": 21,
}
_UNWILLING, _NOBODY_NAMED = 0.6, 0.15
_DAYS_A_MONTH = 30.44


def draw_outcomes(world: World, crimes: Crimes) -> tuple[Numbers, Numbers]:
    """The number of each crime's outcome (0 under investigation) and its day (-1 for none yet)."""
    rng = world.stream("outcomes")
    numbers = np.array([*(_FROM_POLICE_FILES[name] for name in OUTCOME_TYPES), UNDER_INVESTIGATION])
    outcome = numbers[np.minimum(crimes.outcome, UNDECIDED)]
    unwilling = np.where(rng.random(len(crimes)) < _NOBODY_NAMED, 14, 16)
    outcome = np.where((outcome == 15) & (rng.random(len(crimes)) < _UNWILLING), unwilling, outcome)
    is_sexual = np.array([code.kind == SEXUAL for code in CODES])[crimes.code] & (outcome != UNDER_INVESTIGATION)
    share = np.where(crimes.reported < world.last_year.toordinal(), *WITHDRAWALS)
    stays = np.where(np.isin(outcome, WITHDRAWN), 15, outcome)
    outcome = np.where(is_sexual, np.where(rng.random(len(crimes)) < share, unwilling, stays), outcome)
    day = crimes.reported + ((crimes.wait + rng.random(len(crimes))) * _DAYS_A_MONTH).astype(np.int64)
    is_open = (outcome == UNDER_INVESTIGATION) | (day > world.last_day)
    return np.where(is_open, UNDER_INVESTIGATION, outcome), np.where(is_open, -1, day)
