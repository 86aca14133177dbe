"""What is true of the crimes of the police extract, year by year, and how late they are recorded."""

import numpy as np
import numpy.typing as npt

from wardmote.synthetic.partners.crimes import (
    DOMESTIC_SUSPECTS,
    DOMESTIC_VICTIMS,
    LAG_DAYS,
    LAG_SHARES,
    SERIOUS_SUSPECTS,
    SERIOUS_VICTIMS,
    Crimes,
    lag_kind,
)
from wardmote.synthetic.partners.figures import counts, repeats, shares
from wardmote.synthetic.partners.offence_codes import CODES, SERIOUS_CODES, SEXUAL
from wardmote.synthetic.partners.offence_groups import GROUPS
from wardmote.synthetic.partners.outcomes import OUTCOMES, WITHDRAWALS, WITHDRAWN
from wardmote.synthetic.partners.police_crimes import NAME, Answers
from wardmote.synthetic.partners.priority_places import is_in_priority_place
from wardmote.synthetic.partners.truths import Lateness, PlantedFigure
from wardmote.synthetic.partners.world import World

Selection = dict[str, tuple[str, ...]]
Numbers = npt.NDArray[np.int64]
_CODE, _RECORDED = "HO Offence Code", "Date Reported"
_VIOLENT = "Violence against the person"
_MONTHS_LATE = 12


def crime_figures(
    world: World, crimes: Crimes, *, answers: dict[str, Answers], outcome: Numbers
) -> tuple[PlantedFigure, ...]:
    """Repeats, shares and counts of what the file says, flags that are left blank counting as not said."""
    is_domestic = answers["DA Flag"].is_so & answers["DA Flag"].is_answered
    return (
        *_repeat_figures(world, crimes, is_domestic=is_domestic),
        *_share_figures(world, crimes, answers=answers, outcome=outcome),
        *_count_figures(world, crimes, answers=answers, is_domestic=is_domestic),
    )


def _repeat_figures(world: World, crimes: Crimes, *, is_domestic: npt.NDArray[np.bool_]) -> list[PlantedFigure]:
    is_serious = _has_code(crimes, SERIOUS_CODES)
    wanted = (
        ("domestic-abuse-repeat-victims", is_domestic, crimes.victim, DOMESTIC_VICTIMS, True),
        ("domestic-abuse-repeat-suspects", is_domestic, crimes.suspect, (DOMESTIC_SUSPECTS,) * 2, False),
        ("serious-violence-repeat-victims", is_serious, crimes.victim, (SERIOUS_VICTIMS,) * 2, False),
        ("serious-violence-repeat-suspects", is_serious, crimes.suspect, (SERIOUS_SUSPECTS,) * 2, False),
    )
    figures = []
    for id_, chosen, person, planted, is_changed in wanted:
        years = repeats(world, crimes.reported, person, chosen=chosen)
        selection: Selection = {"DA Flag": ("Y",)} if chosen is is_domestic else {_CODE: SERIOUS_CODES}
        changed_from = world.years[1][0] if is_changed else None
        # A person of the serious offences may be one of the domestic ones too, so no share was planted for them as such.
        known = planted[: len(years)] if chosen is is_domestic else ()
        figures.append(
            PlantedFigure(
                id_,
                id_.replace("-", " "),
                NAME,
                "repeat",
                selection,
                years,
                is_changed,
                known,
                changed_from,
                dated_by=_RECORDED,
            )
        )
    return figures


def _share_figures(
    world: World, crimes: Crimes, *, answers: dict[str, Answers], outcome: Numbers
) -> list[PlantedFigure]:
    sexual = tuple(code.code for code in CODES if code.kind == SEXUAL)
    is_sexual, alcohol = _has_code(crimes, sexual), answers["Alcohol"]
    decided = is_sexual & (outcome > 0)
    withdrawn = tuple(OUTCOMES[number] for number in WITHDRAWN)
    planted = tuple(WITHDRAWALS[start >= world.last_year] for start, _ in world.years)
    alcohol_years = shares(world, crimes.reported, is_so=alcohol.is_so, base=is_sexual & alcohol.is_answered)
    withdrawn_years = shares(world, crimes.reported, is_so=np.isin(outcome, WITHDRAWN), base=decided)
    about = "sexual offences with alcohol, of those that say yes or no"
    return [
        PlantedFigure(
            "sexual-offences-alcohol",
            about,
            NAME,
            "share",
            {_CODE: sexual, "Alcohol": ("Y",)},
            alcohol_years,
            is_changed=False,
            dated_by=_RECORDED,
        ),
        PlantedFigure(
            "sexual-offences-withdrawn",
            "sexual offences whose victim does not support action, of those recorded in the year and decided",
            NAME,
            "share",
            {_CODE: sexual, "Outcome Type": withdrawn},
            withdrawn_years,
            True,
            planted,
            world.last_year,
            dated_by=_RECORDED,
        ),
    ]


def _count_figures(
    world: World, crimes: Crimes, *, answers: dict[str, Answers], is_domestic: npt.NDArray[np.bool_]
) -> list[PlantedFigure]:
    sexual = tuple(code.code for code in CODES if code.kind == SEXUAL)
    is_violent = _has_code(crimes, tuple(code for code, (group, _) in GROUPS.items() if group == _VIOLENT))
    in_places = is_in_priority_place(world, day=crimes.reported, cell=crimes.cell) & crimes.is_located
    is_rural = answers["Rural Crime"].is_so
    is_stalking = answers["Stalking"].is_so & answers["Stalking"].is_answered
    chosen: dict[str, tuple[npt.NDArray[np.bool_], Selection]] = {
        "domestic-abuse-crimes": (is_domestic, {"DA Flag": ("Y",)}),
        "domestic-abuse-stalking": (is_domestic & is_stalking, {"DA Flag": ("Y",), "Stalking": ("Y",)}),
        "sexual-offences": (_has_code(crimes, sexual), {_CODE: sexual}),
        "violent-crimes": (is_violent, {"Offence Group": (_VIOLENT,)}),
        "violent-crimes-in-priority-locations": (is_violent & in_places, {"Offence Group": (_VIOLENT,)}),
        "serious-violence": (_has_code(crimes, SERIOUS_CODES), {_CODE: SERIOUS_CODES}),
        "rural-crimes": (is_rural, {"Rural Crime": ("Y",)}),
    }
    # Robbery falls in the police files, and so do offences against public order, for another way of recording them.
    changes = {"serious-violence": world.last_year, "domestic-abuse-crimes": world.new_system}
    return [
        PlantedFigure(
            id_,
            id_.replace("-", " "),
            NAME,
            "count",
            selection,
            counts(world, crimes.reported[rows]),
            is_changed=id_ in changes,
            changed_from=changes.get(id_),
            dated_by=_RECORDED,
            is_in_priority_locations=id_.endswith("in-priority-locations"),
        )
        for id_, (rows, selection) in chosen.items()
    ]


def lateness(world: World, crimes: Crimes) -> tuple[Lateness, ...]:
    """How late each kind of offence is recorded: the planted curve, and what came of it in the first year's crimes."""
    found = []
    for kind, planted in LAG_SHARES.items():
        codes = tuple(code.code for code in CODES if lag_kind(code.kind) == kind)
        of_kind = _has_code(crimes, codes)
        start, end = world.years[0]
        inside = of_kind & (crimes.committed >= start.toordinal()) & (crimes.committed < end.toordinal())
        late = world.month_of(crimes.reported) - world.month_of(crimes.committed)
        within = [int((inside & (late <= k)).sum()) for k in range(_MONTHS_LATE + 1)]
        found.append(Lateness(kind, codes, LAG_DAYS, planted, tuple(round(n / within[-1], 4) for n in within)))
    return tuple(found)


def _has_code(crimes: Crimes, codes: tuple[str, ...]) -> npt.NDArray[np.bool_]:
    return np.isin(np.array([code.code for code in CODES])[crimes.code], codes)
