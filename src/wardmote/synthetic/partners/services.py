"""Probation and drug services: people who are known elsewhere too, under numbers that nobody shares."""

import numpy as np

from wardmote.synthetic.partners.day_text import day_texts
from wardmote.synthetic.partners.delivery import Delivery, Fault, spoil
from wardmote.synthetic.partners.misspelling import misspell
from wardmote.synthetic.partners.people import People, draw_people
from wardmote.synthetic.partners.sheets import csv_sheet
from wardmote.synthetic.partners.truths import FileTruth
from wardmote.synthetic.partners.world import World

PROBATION, DRUGS = "probation.csv", "drug-services.csv"
PROBATION_HEADER = (
    "CRN", "Forename", "Surname", "Date of Birth", "Gender", "Sentence Date", "Order Type", "Main Offence", "Risk of Harm",
    "Termination Date",
)  # fmt: skip
DRUGS_HEADER = (
    "Client Ref", "Client Forename", "Client Surname", "Client DOB", "Sex", "Referral Date", "Treatment Start",
    "Main Substance", "Referral Source", "Discharge Date", "Discharge Reason",
)  # fmt: skip
_ORDERS, _ORDER_SHARES = ("Community Order", "Suspended Sentence Order", "Post Release Licence"), (0.52, 0.28, 0.20)
_OFFENCES = ("Assault", "Theft", "Drugs", "Public order", "Driving", "Burglary")
_SUBSTANCES = {"Opiate": 0.38, "Alcohol": 0.36, "Cocaine": 0.14, "Cannabis": 0.09, "Other": 0.03}
_PROBATION_A_MONTH, _DRUGS_A_MONTH = 55.0, 42.0
_KNOWN_TO_POLICE = 0.8
FAULTS = {
    PROBATION: (Fault("the date is no date", {"Sentence Date": "pending"}),),
    DRUGS: (Fault("no date can be read", {"Referral Date": "n/k", "Treatment Start": "n/k", "Discharge Date": ""}),),
}


def probation(world: World, *, suspects: People) -> Delivery:
    """Orders that began in the window; four in five of the people are suspects of the police extract, some misspelt."""
    rng = world.stream("probation")
    day = world.draw_days(_PROBATION_A_MONTH, rng=rng)
    n = len(day)
    others = draw_people(n, seed=world.seed, purpose="probation", on=world.last_day, youngest=18, oldest=70, usual=33)
    adults = np.flatnonzero(suspects.born < world.starts[0] - 18 * 366)
    known = np.where(rng.random(n) < _KNOWN_TO_POLICE, rng.choice(adults, size=n, replace=False), -1)
    names = [
        (suspects.forename[k], suspects.surname[k], suspects.born[k], suspects.sex[k])
        if k >= 0
        else (others.forename[i], others.surname[i], others.born[i], others.sex[i])
        for i, k in enumerate(known.tolist())
    ]
    length = rng.choice([182, 365, 548, 730], size=n)
    ends = np.where(day + length > world.last_day, -1, day + length)
    columns = (
        [f"X{i:06d}" for i in (rng.permutation(n) * 29 + 310_007).tolist()],
        [misspell(str(forename), rng=rng, chance=0.06) for forename, *_ in names],
        [misspell(str(surname), rng=rng, chance=0.05) for _, surname, *_ in names],
        day_texts(np.array([born for _, _, born, _ in names]), "%Y-%m-%d"),
        [{"M": "Male", "F": "Female"}[str(sex)] for *_, sex in names],
        day_texts(day, "%Y-%m-%d"),
        rng.choice(_ORDERS, size=n, p=_ORDER_SHARES),
        rng.choice(_OFFENCES, size=n),
        rng.choice(["Low", "Medium", "High", "Very High"], size=n, p=[0.3, 0.48, 0.2, 0.02]),
        day_texts(ends, "%Y-%m-%d"),
    )
    spoilt = spoil(PROBATION_HEADER, list(zip(*columns, strict=True)), faults=FAULTS[PROBATION], rng=rng)
    return Delivery(
        csv_sheet(PROBATION_HEADER, spoilt.rows), FileTruth(PROBATION, "probation", len(spoilt.rows), spoilt.set_aside)
    )


def drug_services(world: World) -> Delivery:
    """Treatment journeys: referral, start, discharge."""
    rng = world.stream("drug services")
    day = world.draw_days(_DRUGS_A_MONTH, rng=rng)
    n = len(day)
    people = draw_people(n, seed=world.seed, purpose="clients", on=world.last_day, youngest=16, oldest=75, usual=41,
                         women=0.33)  # fmt: skip
    started = np.where(rng.random(n) < 0.86, day + rng.integers(1, 28, n), -1)
    left = np.where((started > 0) & (rng.random(n) < 0.7), started + rng.integers(30, 500, n), -1)
    started, left = (np.where(d > world.last_day, -1, d) for d in (started, left))
    reason = rng.choice(["Completed - drug free", "Completed - occasional user", "Dropped out", "Transferred"], size=n,
                        p=[0.34, 0.14, 0.40, 0.12])  # fmt: skip
    columns = (
        [f"DS{i}" for i in range(5001, 5001 + n)],
        people.forename,
        people.surname,
        day_texts(people.born, "%d %b %Y"),
        people.sex,
        day_texts(day, "%d/%m/%Y"),
        day_texts(started, "%d/%m/%Y"),
        rng.choice(list(_SUBSTANCES), size=n, p=list(_SUBSTANCES.values())),
        rng.choice(["Self", "GP", "Criminal justice", "Hospital"], size=n, p=[0.55, 0.15, 0.22, 0.08]),
        day_texts(left, "%d/%m/%Y"),
        np.where(left < 0, "", reason),
    )
    spoilt = spoil(DRUGS_HEADER, list(zip(*columns, strict=True)), faults=FAULTS[DRUGS], rng=rng)
    truth = FileTruth(DRUGS, "drug-services", len(spoilt.rows), spoilt.set_aside)
    return Delivery(csv_sheet(DRUGS_HEADER, spoilt.rows), truth)
