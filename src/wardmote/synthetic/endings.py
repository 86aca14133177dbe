"""How crimes end: the outcome types of the police files, and when they come."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wardmote.synthetic.offences import ASB, OFFENCES

CHARGED = "Suspect charged"
_SOLVED = {
    CHARGED: 0.68,
    "Offender given a caution": 0.14,
    "Local resolution": 0.14,
    "Offender given penalty notice": 0.01,
    "Suspect charged as part of another case": 0.03,
}
_NAMED = {"Unable to prosecute suspect": 1.0}
_UNKNOWN = {"Investigation complete; no suspect identified": 1.0}
_OTHER = {
    "Formal action is not in the public interest": 0.4,
    "Further investigation is not in the public interest": 0.3,
    "Action to be taken by another organisation": 0.3,
}
OUTCOME_TYPES = (*_SOLVED, *_NAMED, *_UNKNOWN, *_OTHER)
UNDECIDED = len(OUTCOME_TYPES)
_SHARE_OF_OTHER = 0.5

# Months from the crime to its outcome; no crime of the window waits longer than the months drawn before it.
_MONTHS_TO_OUTCOME = (0.34, 0.27, 0.18, 0.10, 0.07, 0.04)
_MONTHS_IN_COURT = 4


@dataclass(frozen=True)
class Endings:
    """For each crime the index of its outcome type (`UNDECIDED` for none) and the months it takes."""

    outcome: npt.NDArray[np.int64]
    wait: npt.NDArray[np.int64]


def draw_endings(offence: npt.NDArray[np.int64], *, rng: np.random.Generator) -> Endings:
    """An outcome and a wait for each crime, by its crime type."""
    shares = np.array([outcome_shares(i) for i in range(len(OFFENCES))]).cumsum(axis=1)
    draws = rng.random(len(offence))
    outcome: npt.NDArray[np.int64] = (shares[offence] < draws[:, None]).sum(axis=1)
    wait = rng.choice(len(_MONTHS_TO_OUTCOME), size=len(offence), p=_MONTHS_TO_OUTCOME)
    return Endings(outcome=outcome, wait=wait)


def outcome_shares(offence: int) -> tuple[float, ...]:
    """The share of each of `OUTCOME_TYPES` among crimes of one type; what is left to 1 stays undecided."""
    kind = OFFENCES[offence]
    if kind.crime_type == ASB:
        return (0.0,) * len(OUTCOME_TYPES)
    other = (1 - kind.solved - kind.named - kind.unknown) * _SHARE_OF_OTHER
    parts = ((_SOLVED, kind.solved), (_NAMED, kind.named), (_UNKNOWN, kind.unknown), (_OTHER, other))
    return tuple(share * weight for shares, weight in parts for share in shares.values())


def last_category(outcome: int, *, wait: int, age: int) -> str:
    """What a street file says of a crime `age` months after it happened.

    A charge is shown as the court's progress, as the police files do; a crime that stays undecided for long loses
    its status.
    """
    if outcome == UNDECIDED or wait > age:
        return "Under investigation" if age <= len(_MONTHS_TO_OUTCOME) else "Status update unavailable"
    if OUTCOME_TYPES[outcome] == CHARGED:
        return "Awaiting court outcome" if age - wait < _MONTHS_IN_COURT else "Court result unavailable"
    return OUTCOME_TYPES[outcome]
