"""Why: a row for each change that chance does not explain, with the places that people have to fill in."""

from wardmote.assessment.document import Block, Bullets, Paragraph, Table, Waiting
from wardmote.assessment.facts import Facts
from wardmote.assessment.outline import HypothesesPart
from wardmote.assessment.parts.verdicts import verdict
from wardmote.assessment.wording import lower_first, percent_change
from wardmote.definitions.catalogue import find_measure
from wardmote.measures.finding import Finding

_WAITING = "waiting"


def hypotheses(part: HypothesesPart, facts: Facts) -> list[Block]:
    """The table to be filled in, and what the figures themselves say may not be a real change."""
    found = [facts.finding(measure, "change") for measure in part.measures]
    known = [finding for finding in found if finding is not None and finding.distinguishable is not None]
    if not known:
        return [
            Waiting(
                "A change that can be told from chance",
                "A change has to be told before it is explained, and none can be told yet.",
                "See the section on changes for what stands in the way.",
            )
        ]
    moved = [finding for finding in known if finding.distinguishable]
    if not moved:
        return [Paragraph("No change can be told from chance, so none is waiting to be explained.")]
    cautions = dict.fromkeys((*part.cautions, *(caveat for finding in moved for caveat in _own(finding, facts))))
    table = Table(
        id="hypotheses",
        title="Changes that are waiting for an explanation",
        header=("Change", "Possible explanation", "Evidence for", "Evidence against", "Confidence"),
        rows=tuple(_row(finding) for finding in moved),
        source="To be written by the partnership",
        period=moved[0].periods,
    )
    opening = Paragraph(
        "Each change below needs at least one explanation, with the evidence for it, the evidence against it, and how "
        "confident the partnership is. Until then the change is described and not explained.",
        see=(table.id,),
    )
    before = Paragraph("Before looking for a cause, consider what may look like a change and is not one:")
    return [opening, table, before, Bullets(tuple(cautions))] if cautions else [opening, table]


def _own(finding: Finding, facts: Facts) -> tuple[str, ...]:
    """The measure's caveats that are not those of every measure."""
    shared = set.intersection(*(set(one.caveats) for one in facts.changes))
    name = find_measure(finding.measure).short_title
    return tuple(f"{name}: {lower_first(caveat)}" for caveat in finding.caveats if caveat not in shared)


def _row(finding: Finding) -> tuple[str, ...]:
    name = find_measure(finding.measure).short_title
    return (f"{name} {verdict(finding).lower()} ({percent_change(finding.estimate)})", *(_WAITING,) * 4)
