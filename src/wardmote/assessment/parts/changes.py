"""What changed since the year before: every offence with what may be said of it."""

import numpy as np

from wardmote.assessment.document import Block, Bullets, Paragraph, Table
from wardmote.assessment.facts import Facts
from wardmote.assessment.outline import ChangesTable
from wardmote.assessment.parts.verdicts import verdict
from wardmote.assessment.wording import NOT_AVAILABLE, number, percent_change, percent_range
from wardmote.definitions.catalogue import find_measure
from wardmote.errors import NotAvailable
from wardmote.measures.finding import Finding

_NOTE = (
    "“Rose” and “fell” are said only where chance does not explain the change, after allowing for all rows together."
)


def changes_table(part: ChangesTable, facts: Facts) -> list[Block]:
    """The sentences of what changed, then a row for each offence and total."""
    measures = (*part.measures, *part.totals)
    found = {measure: facts.finding(measure, "change") for measure in measures}
    told = [finding for finding in found.values() if finding is not None]
    known = [finding for finding in told if finding.distinguishable is not None]
    table = _table(measures, found, facts, periods=told[0].periods if told else "")
    if not known and not any(_is_counted(row) for row in table.rows):
        raise NotAvailable(
            "two whole years to compare", do=f"load every month of {facts.year.before.label} and {facts.year.label}"
        )
    moved = sorted((one for one in known if one.distinguishable), key=lambda one: -(one.estimate or 0))
    opening = _opening(len(moved), len(known), see=table.id) if known else _nobody_knows(told[0], see=table.id)
    return [opening, *_sentences(moved), table, *_over_the_years(measures, facts)]


def _is_counted(row: tuple[str, ...]) -> bool:
    return NOT_AVAILABLE not in row[1:3]


def _nobody_knows(finding: Finding, *, see: str) -> Paragraph:
    """Both years are there and may not be compared: the first sentence says why, once for all rows."""
    return Paragraph(f"{finding.sentence} The same holds for each row of the table.", see=(see,), findings=(finding,))


def _over_the_years(measures: tuple[str, ...], facts: Facts) -> list[Block]:
    """The trends that chance does not explain."""
    found = [facts.finding(measure, "trend") for measure in measures]
    trends = sorted((one for one in found if one and one.distinguishable), key=lambda one: one.estimate or 1.0)
    if not trends:
        return []
    opening = Paragraph(
        f"Over all the months, {len(trends)} of {len(measures)} have a trend that chance does not explain."
    )
    return [opening, Bullets(tuple(one.sentence for one in trends))]


def _opening(moved: int, known: int, *, see: str) -> Paragraph:
    if not moved:
        return Paragraph(f"None of the {known} changes can be told from chance.", see=(see,))
    return Paragraph(f"Of {known} changes looked at together, {moved} are more than chance explains.", see=(see,))


def _sentences(moved: list[Finding]) -> list[Block]:
    return [Bullets(tuple(finding.sentence for finding in moved))] if moved else []


def _table(measures: tuple[str, ...], found: dict[str, Finding | None], facts: Facts, *, periods: str) -> Table:
    return Table(
        id="changes-table",
        title=f"Changes in {facts.partnership}, {facts.year.before.label} to {facts.year.label}",
        header=("Offence", facts.year.before.label, facts.year.label, "Change", "95% interval", "Verdict"),
        rows=tuple(_row(measure, found[measure], facts) for measure in measures),
        source=find_measure(measures[0]).source,
        period=periods,
        caveats=(_NOTE,),
        numeric=(1, 2, 3, 4),
    )


def _row(measure: str, finding: Finding | None, facts: Facts) -> tuple[str, ...]:
    before, now = (_count(facts, measure, is_last=is_last) for is_last in (True, False))
    change = percent_change(finding.estimate) if finding else NOT_AVAILABLE
    spread = percent_range(finding.lower, finding.upper) if finding else NOT_AVAILABLE
    return (find_measure(measure).short_title, before, now, change, spread, verdict(finding))


def _count(facts: Facts, measure: str, *, is_last: bool) -> str:
    try:
        count = float(facts.whole_year(measure, is_last=is_last).count[0, 0])
    except NotAvailable:
        count = np.nan
    return number(count, unit="count")
