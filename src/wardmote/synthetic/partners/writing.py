"""Write the partners' files, and the truths beside them."""

from collections.abc import Iterator
from pathlib import Path

from wardmote.synthetic.partners.activity import activity
from wardmote.synthetic.partners.breaks import breaks_register, planted_breaks
from wardmote.synthetic.partners.calendar_files import all_calendar_files, planted_arrivals
from wardmote.synthetic.partners.comparisons import (
    category_weights,
    comparators,
    harm_weights,
    severity_weights,
    workday_people,
)
from wardmote.synthetic.partners.council_asb import council_asb
from wardmote.synthetic.partners.crime_figures import crime_figures, lateness
from wardmote.synthetic.partners.crimes import Crimes, draw_crimes
from wardmote.synthetic.partners.delivery import Delivery
from wardmote.synthetic.partners.fire import fire
from wardmote.synthetic.partners.fly_tipping import fly_tipping, national_fly_tipping
from wardmote.synthetic.partners.health import ambulance, emergency_department
from wardmote.synthetic.partners.marac import marac
from wardmote.synthetic.partners.offence_codes import SERIOUS_CODES
from wardmote.synthetic.partners.outcomes import draw_outcomes
from wardmote.synthetic.partners.patrol_areas import patrol_areas
from wardmote.synthetic.partners.police_asb import FACTORS, police_asb
from wardmote.synthetic.partners.police_asb import NAME as ASB_NAME
from wardmote.synthetic.partners.police_crimes import (
    ALCOHOL_ANSWERED,
    ANSWERED,
    draw_answers,
    police_crimes,
    suspects_of,
    victims_of,
)
from wardmote.synthetic.partners.police_crimes import NAME as CRIMES_NAME
from wardmote.synthetic.partners.postcodes import postcode_directory
from wardmote.synthetic.partners.priority_places import priority_list, priority_lsoas
from wardmote.synthetic.partners.programme import draw_episodes, further_abuse, programme
from wardmote.synthetic.partners.recorded_crime import recorded_crime
from wardmote.synthetic.partners.schemes import friends_against_scams, safe_places, savings, training
from wardmote.synthetic.partners.schools_and_roads import road_collisions, school_exclusions
from wardmote.synthetic.partners.services import drug_services, probation
from wardmote.synthetic.partners.surveys import panel, resident_survey, survey_truths
from wardmote.synthetic.partners.truths import Completeness, PartnerTruths, write_partner_truths
from wardmote.synthetic.partners.world import World, build_world

DEFAULT_SEED = 1998

# Each of these needs nothing but the world.
_ALONE = (
    police_asb, fire, ambulance, emergency_department, council_asb, fly_tipping, national_fly_tipping,
    school_exclusions, road_collisions, drug_services, friends_against_scams, safe_places, training, savings, marac, activity,
    panel, resident_survey, priority_list, patrol_areas, breaks_register, workday_people, comparators, severity_weights, harm_weights,
    category_weights, postcode_directory,
)  # fmt: skip


def write_partner_files(folder: Path, *, seed: int = DEFAULT_SEED, months: int = 36) -> PartnerTruths:
    """Write every partner's file of Exampleshire into `folder`, and return what is true of them.

    The same seed as in `write_exampleshire` gives the same country: the police extract holds the very crimes of the
    police.uk files, save those lost in the lockdown month. The same seed gives the same bytes. Raises `BadInput` for
    fewer than 24 months.
    """
    world = build_world(seed=seed, months=months)
    folder.mkdir(parents=True, exist_ok=True)
    deliveries = []
    crimes = draw_crimes(world)
    for delivery in _deliveries(world, crimes):
        (folder / delivery.truth.name).write_bytes(delivery.content)
        deliveries.append(delivery)
    truths = PartnerTruths(
        seed=seed,
        months=world.months,
        files=tuple(one.truth for one in deliveries),
        figures=tuple(figure for one in deliveries for figure in one.figures),
        breaks=planted_breaks(world),
        completeness=_completeness(world),
        lateness=lateness(world, crimes),
        surveys=survey_truths(),
        arrivals=planted_arrivals(world),
        serious_codes=SERIOUS_CODES,
        priority_lsoas=priority_lsoas(world),
    )
    write_partner_truths(truths, folder=folder)
    return truths


def _deliveries(world: World, crimes: Crimes) -> Iterator[Delivery]:
    yield from _about_crimes(world, crimes)
    for deliver in _ALONE:
        yield deliver(world)
    yield from all_calendar_files(world)


def _about_crimes(world: World, crimes: Crimes) -> Iterator[Delivery]:
    outcome, answers = draw_outcomes(world, crimes), draw_answers(world, crimes)
    extract = police_crimes(world, crimes, answers=answers, outcome=outcome)
    yield Delivery(extract.content, extract.truth, crime_figures(world, crimes, answers=answers, outcome=outcome[0]))
    is_domestic = answers["DA Flag"].is_so & answers["DA Flag"].is_answered
    victims, suspects = victims_of(world, crimes), suspects_of(world, crimes)
    episodes = draw_episodes(world, crimes, is_domestic=is_domestic)
    course = programme(world, episodes, suspects=suspects, victims=victims)
    later = further_abuse(world, episodes, crimes, is_domestic=is_domestic)
    yield Delivery(course.content, course.truth, later)
    yield probation(world, suspects=suspects)
    yield recorded_crime(world, crimes)


def _completeness(world: World) -> tuple[Completeness, ...]:
    of_crimes = {**{flag: (share, share) for flag, share in ANSWERED.items()}, "Alcohol": ALCOHOL_ANSWERED}
    return (
        *(Completeness(CRIMES_NAME, flag, *shares, world.new_system) for flag, shares in of_crimes.items()),
        *(Completeness(ASB_NAME, flag, share, share, world.new_system) for flag, (_, _, share) in FACTORS.items()),
    )
