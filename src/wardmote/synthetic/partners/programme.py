"""A behaviour-change programme for people who abused a partner: who was referred, began and completed, and what came after."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wardmote.synthetic.partners.crimes import Crimes
from wardmote.synthetic.partners.day_text import day_texts, spreadsheet_number
from wardmote.synthetic.partners.delivery import Delivery, Fault, spoil
from wardmote.synthetic.partners.people import People
from wardmote.synthetic.partners.police_crimes import nominal_refs
from wardmote.synthetic.partners.sheets import xlsx_sheet
from wardmote.synthetic.partners.truths import FileTruth, PlantedFigure, YearCount
from wardmote.synthetic.partners.world import World

NAME = "perpetrator-programme.xlsx"
PROGRAMME = "Perpetrator programme"
HEADER = (
    "Programme", "Participant Ref", "Participant Forename", "Participant Surname", "Participant DOB",
    "Referral Date", "Start Date", "Completion Date", "Status", "Linked Victim Ref",
)  # fmt: skip
_REFERRED_A_YEAR, _START, _COMPLETE = 60, 0.78, 0.74
_FOLLOWED_DAYS, _LENGTH_DAYS = 365, 182
FAULTS = (Fault("no date can be read", {"Referral Date": "tbc", "Start Date": "tbc", "Completion Date": ""}),)

Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Episodes:
    """One entry a referral: people by their numbers in the crimes, and day numbers, -1 for what did not happen."""

    suspect: Numbers
    victim: Numbers
    referred: Numbers
    started: Numbers
    completed: Numbers


def draw_episodes(world: World, crimes: Crimes, *, is_domestic: Flags) -> Episodes:
    """Sixty people a year, each referred some weeks after a domestic-abuse crime; three quarters begin."""
    rng = world.stream("programme")
    chosen: list[int] = []
    taken: set[int] = set()
    for start, end in world.years:
        inside = (crimes.reported >= start.toordinal()) & (crimes.reported < end.toordinal())
        known = np.flatnonzero(is_domestic & inside & (crimes.suspect >= 0) & (crimes.victim >= 0))
        wanted = len(chosen) + _REFERRED_A_YEAR
        for event in rng.permutation(known).tolist():
            if len(chosen) == wanted:
                break
            if int(crimes.suspect[event]) not in taken:
                taken.add(int(crimes.suspect[event]))
                chosen.append(event)
    n = len(chosen)
    referred = crimes.reported[chosen] + rng.integers(5, 60, n)
    started = np.where(rng.random(n) < _START, referred + rng.integers(14, 70, n), -1)
    finished = np.where(
        (started > 0) & (rng.random(n) < _COMPLETE), started + _LENGTH_DAYS + rng.integers(0, 30, n), -1
    )
    started, finished = (np.where(day > world.last_day, -1, day) for day in (started, finished))
    return Episodes(crimes.suspect[chosen], crimes.victim[chosen], referred, started, finished)


def programme(world: World, episodes: Episodes, *, suspects: People, victims: People) -> Delivery:
    """A workbook whose participants carry the police's own numbers, so that later crimes can be found by number."""
    good = [
        (
            PROGRAMME,
            str(nominal_refs(np.array([suspect + len(victims)]))[0]),
            str(suspects.forename[suspect]),
            str(suspects.surname[suspect]),
            str(day_texts(suspects.born[[suspect]], "%d/%m/%Y")[0]),
            *(spreadsheet_number(day) if day > 0 else "" for day in (referred, started, completed)),
            "Completed" if completed > 0 else "Open or left" if started > 0 else "Did not start",
            str(nominal_refs(np.array([victim]))[0]),
        )
        for suspect, victim, referred, started, completed in zip(
            episodes.suspect.tolist(), episodes.victim.tolist(), episodes.referred.tolist(), episodes.started.tolist(),
            episodes.completed.tolist(), strict=True,
        )
        if referred <= world.last_day
    ]  # fmt: skip
    spoilt = spoil(HEADER, good, faults=FAULTS, rng=world.stream("programme faults"))
    content = xlsx_sheet(
        HEADER,
        spoilt.rows,
        titles=("Turning Point Exampleshire - participants (OFFICIAL-SENSITIVE)",),
        date_columns=("Referral Date", "Start Date", "Completion Date"),
    )
    return Delivery(content, FileTruth(NAME, "perpetrator-programme", len(spoilt.rows), spoilt.set_aside))


def further_abuse(world: World, episodes: Episodes, crimes: Crimes, *, is_domestic: Flags) -> tuple[PlantedFigure, ...]:
    """Participants suspected of a domestic-abuse crime within 365 days, counted from the start and from completion.

    Each year's base are those who started (or completed) in it and can be followed for all of that time.
    """
    days: dict[int, list[int]] = {}
    for suspect, day in zip(crimes.suspect[is_domestic].tolist(), crimes.reported[is_domestic].tolist(), strict=True):
        days.setdefault(suspect, []).append(day)
    figures = []
    for clock, begins in (("start", episodes.started), ("completion", episodes.completed)):
        years = []
        for start, end in world.years:
            followed = [
                any(day < later <= day + _FOLLOWED_DAYS for later in days[suspect])
                for suspect, day in zip(episodes.suspect.tolist(), begins.tolist(), strict=True)
                if start.toordinal() <= day < end.toordinal() and day + _FOLLOWED_DAYS <= world.last_day
            ]
            years.append(YearCount(start, sum(followed), len(followed)))
        about = f"participants suspected again within 365 days of {clock}"
        figures.append(
            PlantedFigure(f"further-abuse-from-{clock}", about, NAME, "share", {}, tuple(years), is_changed=False)
        )
    return tuple(figures)
