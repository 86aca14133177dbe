"""What residents answered: a small panel of mostly older volunteers, and a large survey in two waves."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from wardmote.synthetic.names import TOWNS
from wardmote.synthetic.partners.delivery import Delivery
from wardmote.synthetic.partners.sheets import csv_sheet, xlsx_sheet
from wardmote.synthetic.partners.truths import FileTruth, SurveyTruth
from wardmote.synthetic.partners.world import World

PANEL, RESIDENTS = "peoples-panel.csv", "resident-survey.xlsx"
PANEL_HEADER = (
    "Response ID", "Wave", "Age Group", "Sex", "Nearest Town", "Problems Where You Live", "Crime Issue",
    "Experienced Crime", "Experienced ASB",
)  # fmt: skip
RESIDENTS_HEADER = (
    "Response ID",
    "Wave",
    "Age Group",
    "Sex",
    "Nearest Town",
    "Safe After Dark",
    "Safe By Day",
    "Crime Impact",
    "ASB Impact",
)
PANEL_SIZE, PANEL_AGED_55 = 90, 85
# Of the 90 on the panel as many name each problem; 46, 39, 38 and 37 in a hundred.
CONCERNS = {"Anti-social behaviour": 41, "Rural crime": 35, "Vehicle crime": 34, "Drug dealing": 33, "Burglary": 21,
            "Scams": 16, "Violent crime": 9, "Domestic abuse": 5, "Hate crime": 2}  # fmt: skip
CALLED_A_BIG_ISSUE, VICTIMS_OF_CRIME, VICTIMS_ASKED, VICTIMS_OF_ASB = 3, 13, 88, 30
WAVES = ("2020/21", "2021/22")
WAVE_IDS = ("2020", "2021-22")
WAVE_SIZES = (2583, 2659)
AGES = {"18-34": (18, 34), "35-54": (35, 54), "55-64": (55, 64), "65+": (65, 90)}
# Older people answer more often than they live here.
_AMONG_THOSE_WHO_ANSWER = (0.11, 0.26, 0.22, 0.41)
_SAFETY = ("Very safe", "Fairly safe", "Neither safe nor unsafe", "Fairly unsafe", "Very unsafe")
_IMPACT = ("Not at all", "Not much", "A problem", "A serious problem")
# For each question: the share of the population in each wave whose answer belongs to the net, how much likelier each
# age group is than the population to give it, and the answers inside and outside the net.
_QUESTIONS: dict[str, tuple[tuple[float, float], tuple[float, ...], tuple[int, ...], Sequence[str]]] = {
    "Safe After Dark": ((0.10, 0.13), (1.5, 1.0, 0.8, 0.75), (3, 4), _SAFETY),
    "Safe By Day": ((0.02, 0.02), (1.2, 1.0, 0.9, 0.95), (3, 4), _SAFETY),
    "Crime Impact": ((0.15, 0.15), (0.9, 1.1, 1.0, 0.95), (2, 3), _IMPACT),
    "ASB Impact": ((0.18, 0.18), (1.1, 1.1, 0.95, 0.85), (2, 3), _IMPACT),
}
_NETS = {"Safe After Dark": "unsafe", "Safe By Day": "unsafe", "Crime Impact": "a problem or worse",
         "ASB Impact": "a problem or worse"}  # fmt: skip


def panel(world: World) -> Delivery:
    """Ninety answers; the counts of each answer are fixed, and only who gave it is drawn."""
    rng = world.stream("panel")
    n = PANEL_SIZE
    named = {name: _some(n, count, rng=rng) for name, count in CONCERNS.items()}
    problems = ["; ".join(name for name, who in named.items() if who[i]) or "None of these" for i in range(n)]
    asked = _some(n, VICTIMS_ASKED, rng=rng)
    is_victim = np.zeros(n, dtype=bool)
    is_victim[rng.choice(np.flatnonzero(asked), size=VICTIMS_OF_CRIME, replace=False)] = True
    is_big = _some(n, CALLED_A_BIG_ISSUE, rng=rng)
    columns = (
        range(1, n + 1),
        ["2023"] * n,
        np.where(_some(n, PANEL_AGED_55, rng=rng), "55+", rng.choice(["18-34", "35-54"], size=n, p=[0.2, 0.8])),
        rng.choice(["Male", "Female"], size=n),
        rng.choice(TOWNS, size=n, p=[0.6, 0.32, 0.08]),
        problems,
        np.where(is_big, "A big issue", rng.choice(["Not an issue", "A small issue"], size=n, p=[0.4, 0.6])),
        np.where(asked, np.where(is_victim, "Yes", "No"), ""),
        np.where(_some(n, VICTIMS_OF_ASB, rng=rng), "Yes", "No"),
    )
    return Delivery(csv_sheet(PANEL_HEADER, list(zip(*columns, strict=True))), FileTruth(PANEL, "surveys", PANEL_SIZE))


def resident_survey(world: World) -> Delivery:
    """Both waves in one workbook, under a title."""
    rng = world.stream("resident survey")
    rows: list[tuple[object, ...]] = []
    for wave in range(len(WAVES)):
        rows += _wave(world, wave=wave, first=len(rows) + 1, rng=rng)
    content = xlsx_sheet(RESIDENTS_HEADER, rows, titles=("Resident survey: answers",), name="Answers")
    return Delivery(content, FileTruth(RESIDENTS, "surveys", len(rows)))


def survey_truths() -> tuple[SurveyTruth, ...]:
    """The share of the adult population behind each question and wave."""
    return tuple(
        SurveyTruth("resident-survey", question, _NETS[question], WAVE_IDS, shares, shares[0] != shares[1])
        for question, (shares, *_) in _QUESTIONS.items()
    )


def _wave(world: World, *, wave: int, first: int, rng: np.random.Generator) -> list[tuple[object, ...]]:
    n = WAVE_SIZES[wave]
    age = rng.choice(len(AGES), size=n, p=_AMONG_THOSE_WHO_ANSWER)
    answers = [
        _answers(world, age, share=shares[wave], tilt=tilt, inside=inside, words=words, rng=rng)
        for shares, tilt, inside, words in _QUESTIONS.values()
    ]
    columns = (
        range(first, first + n),
        [WAVES[wave]] * n,
        np.array(list(AGES))[age].tolist(),
        rng.choice(["Male", "Female", "Prefer not to say"], size=n, p=[0.45, 0.53, 0.02]).tolist(),
        rng.choice(TOWNS, size=n).tolist(),
        *answers,
    )
    return list(zip(*columns, strict=True))


def _answers(
    world: World,
    age: npt.NDArray[np.int64],
    *,
    share: float,
    tilt: tuple[float, ...],
    inside: tuple[int, ...],
    words: Sequence[str],
    rng: np.random.Generator,
) -> list[str]:
    """Answers such that the population as a whole, not those who answer, has this share inside the net."""
    weight = np.array(tilt)
    chance = share * weight / (weight * _age_shares(world)).sum()
    outside = [i for i in range(len(words)) if i not in inside]
    chosen = np.where(
        rng.random(len(age)) < chance[age],
        rng.choice(inside, size=len(age), p=[0.75, 0.25]),
        rng.choice(outside, size=len(age)),
    )
    said: list[str] = np.where(rng.random(len(age)) < 0.01, "", np.array(words)[chosen]).tolist()
    return said


def _age_shares(world: World) -> npt.NDArray[np.float64]:
    ages = world.country.residents.mid_2020[world.ours].sum(axis=0)
    people = np.array([ages[young : old + 1].sum() for young, old in AGES.values()])
    return np.asarray(people / people.sum())


def _some(n: int, count: int, *, rng: np.random.Generator) -> npt.NDArray[np.bool_]:
    chosen = np.zeros(n, dtype=bool)
    chosen[rng.permutation(n)[:count]] = True
    return chosen
