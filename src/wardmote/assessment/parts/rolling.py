"""Rolling 12 months by quarter, offence by offence."""

from wardmote.assessment.document import Block, Figure
from wardmote.assessment.drawings import Lines
from wardmote.assessment.facts import Facts
from wardmote.assessment.outline import RollingMeasures
from wardmote.assessment.parts.verdicts import in_brief, verdict
from wardmote.assessment.wording import capital_first
from wardmote.definitions.catalogue import find_measure


def rolling_measures(part: RollingMeasures, facts: Facts) -> list[Block]:
    """One offence fills a frame; several have a frame each on its own scale, for their sizes differ by far."""
    series = tuple(facts.rolling(measure) for measure in part.measures)
    is_alone = len(series) == 1
    verdicts = [
        (find_measure(measure).short_title, verdict(facts.finding(measure, "change"))) for measure in part.measures
    ]
    title = f"Since the year before: {in_brief(verdicts)}"
    caveats = tuple(dict.fromkeys(caveat for one in series for caveat in one.measure.caveats))
    drawing = Lines(series=series, named_by="measure", is_in_panels=not is_alone, is_same_scale=False)
    source = series[0].measure.source
    figure_id = f"rolling-{part.measures[0]}{'' if is_alone else '-and-others'}"
    return [Figure(figure_id, capital_first(title), drawing, source, caveats)]
