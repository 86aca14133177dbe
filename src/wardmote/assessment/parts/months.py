"""Month by month: the usual range, and the shape of the year."""

from wardmote.assessment.document import Block, Figure, Paragraph
from wardmote.assessment.facts import Facts
from wardmote.assessment.outline import ControlPart, SeasonPart
from wardmote.assessment.wording import lower_first
from wardmote.definitions.catalogue import find_measure


def control(part: ControlPart, facts: Facts) -> list[Block]:
    """The control chart; its title is what may be said of the latest month."""
    drawing, measure = facts.control(part.measure), find_measure(part.measure)
    finding = facts.finding(part.measure, "control")
    title = finding.sentence.rstrip(".") if finding else f"{measure.short_title} month by month"
    return [Figure(f"control-{part.measure}", title, drawing, measure.source, measure.caveats)]


def season(part: SeasonPart, facts: Facts) -> list[Block]:
    """The season, or the sentence that there is none to be told."""
    drawing, measure = facts.season(part.measure), find_measure(part.measure)
    finding = facts.finding(part.measure, "season")
    if drawing is None:
        text = f"No season in {lower_first(measure.short_title)} can be told from chance."
        return [Paragraph(finding.sentence if finding else text, findings=(finding,) if finding else ())]
    title = finding.sentence.rstrip(".") if finding else f"The season of {lower_first(measure.short_title)}"
    return [Figure(f"season-{part.measure}", title, drawing, measure.source, measure.caveats)]
