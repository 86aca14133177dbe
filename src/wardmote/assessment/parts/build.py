"""From a part of the outline to blocks of the document; a part whose evidence is not there becomes a kept place."""

from typing import assert_never

from wardmote.assessment.document import Block, Waiting
from wardmote.assessment.facts import Facts
from wardmote.assessment.outline import (
    AreaMapPart,
    ChangesTable,
    ControlPart,
    HarmedPart,
    HarmPart,
    HypothesesPart,
    LevelsTable,
    Part,
    PlanPart,
    PrioritiesPart,
    RankedAreas,
    RankedMeasures,
    RollingAreas,
    RollingMeasures,
    SeasonPart,
    SharesTable,
    ViewsPart,
    WaitingPart,
)
from wardmote.assessment.parts.areas import area_map, ranked_areas, rolling_areas
from wardmote.assessment.parts.changes import changes_table
from wardmote.assessment.parts.harm import harm_beside_counts, who_is_harmed
from wardmote.assessment.parts.hypotheses import hypotheses
from wardmote.assessment.parts.levels import levels_table, ranked_measures, shares_table
from wardmote.assessment.parts.months import control, season
from wardmote.assessment.parts.plan import carried_out
from wardmote.assessment.parts.priorities import priorities
from wardmote.assessment.parts.rolling import rolling_measures
from wardmote.assessment.parts.views import views
from wardmote.assessment.wording import capital_first
from wardmote.errors import NotAvailable


def build_part(part: Part, facts: Facts) -> tuple[Block, ...]:
    """The blocks of one part, or the place that is kept for it and says what it waits for."""
    try:
        return tuple(_build(part, facts))
    except NotAvailable as error:
        what = capital_first(f"{error.where}: {error.what}" if error.where else error.what)
        advice = f"{capital_first(error.do).rstrip('.')}."
        return (Waiting(what, "The evidence for this part is not loaded.", advice),)


# One line for each kind of part is the plainest way to say it, however many there are.
def _build(part: Part, facts: Facts) -> list[Block]:  # noqa: PLR0911, C901, PLR0912
    match part:
        case LevelsTable():
            return levels_table(part, facts)
        case SharesTable():
            return shares_table(part, facts)
        case RankedMeasures():
            return ranked_measures(part, facts)
        case RankedAreas():
            return ranked_areas(part, facts)
        case AreaMapPart():
            return area_map(part, facts)
        case SeasonPart():
            return season(part, facts)
        case ChangesTable():
            return changes_table(part, facts)
        case RollingMeasures():
            return rolling_measures(part, facts)
        case RollingAreas():
            return rolling_areas(part, facts)
        case ControlPart():
            return control(part, facts)
        case HypothesesPart():
            return hypotheses(part, facts)
        case PrioritiesPart():
            return priorities(part, facts)
        case HarmPart():
            return harm_beside_counts(part, facts)
        case HarmedPart():
            return who_is_harmed(part, facts)
        case PlanPart():
            return carried_out(part, facts)
        case ViewsPart():
            return views(facts)
        case WaitingPart():
            return [Waiting(part.for_what, part.because, part.do)]
    assert_never(part)
