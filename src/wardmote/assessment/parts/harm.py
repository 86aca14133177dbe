"""How much harm, beside how many crimes; and who is harmed."""

import numpy as np

from wardmote.assessment.document import Block, Figure, Paragraph, Table
from wardmote.assessment.drawings import Gradient
from wardmote.assessment.facts import Facts
from wardmote.assessment.outline import HarmedPart, HarmPart
from wardmote.assessment.wording import NOT_AVAILABLE, interval, lower_first, number
from wardmote.definitions.catalogue import find_measure
from wardmote.measures.deprivation import Harmed
from wardmote.measures.finding import Finding
from wardmote.measures.releasing import release
from wardmote.measures.series import Series


def harm_beside_counts(part: HarmPart, facts: Facts) -> list[Block]:
    """A sentence on the change, and a row an area: its share of the crimes beside its share of the harm."""
    series, whole = facts.in_year(part.measure, by=part.by), facts.in_year(part.measure)
    measure = series.measure
    findings = facts.findings_by_area(part.measure, by="partnership", kind="change")
    order = np.argsort(-np.nan_to_num(series.value[:, 0], nan=-1.0), kind="stable")
    table = Table(
        id=f"harm-{part.measure}",
        title=f"{measure.short_title} beside the number of crimes, {facts.label}",
        header=("Area", "Crimes", "Share of crimes", series.unit.capitalize(), "95% interval", "Share of them"),
        rows=(*(_area(series, int(i), whole) for i in order), _area(whole, 0, whole)),
        source=measure.source,
        period=facts.in_words,
        caveats=(*whole.notes, *measure.caveats),
        numeric=(1, 2, 3, 4, 5),
    )
    sentences = " ".join(finding.sentence for finding in findings)
    return [Paragraph(f"{measure.why} {sentences}", see=(table.id,), findings=findings), table]


def _area(series: Series, i: int, whole: Series) -> tuple[str, ...]:
    value, lower, upper, count = (float(m[i, 0]) for m in (series.value, series.lower, series.upper, series.count))
    return (
        series.areas[i].name,
        number(count, unit="count"),
        _share(count, float(whole.count[0, 0])),
        number(value, unit="count"),
        interval(lower, upper, unit="count"),
        _share(value, float(whole.value[0, 0])),
    )


def _share(part: float, whole: float) -> str:
    return number(100 * part / whole, unit="%") if whole and not np.isnan(part) else NOT_AVAILABLE


def who_is_harmed(part: HarmedPart, facts: Facts) -> list[Block]:
    """The rate from the most to the least deprived residents for the first measure, and a row for every one."""
    found = {measure: facts.harmed(measure) for measure in part.measures}
    first = found[part.measures[0]]
    finding = facts.finding(part.measures[0], "inequality")
    drawing = Gradient(series=(release(first.series),), inequality=first.inequality)
    title = f"{first.measure.short_title} from where the most deprived live to where the least deprived do"
    figure = Figure(f"harmed-{part.measures[0]}", title, drawing, first.measure.source, (first.ranking,))
    table = Table(
        id="who-is-harmed",
        title=f"How much more common each is where the most deprived live, {facts.label}",
        header=("Measure", "Times as common", "95% interval", "Gap in the rate", "95% interval of the gap", "Verdict"),
        rows=tuple(_measure(harmed, facts) for harmed in found.values()),
        source=first.measure.source,
        period=facts.in_words,
        caveats=(
            f"Times as common and the gap compare the two ends of a line through all {first.groups} of residents.",
            "Counted where it happened and set against who lives there, who are not always those harmed.",
            "The index of deprivation holds recorded crime itself as one of its parts.",
        ),
        numeric=(1, 2, 3, 4),
    )
    sentence = finding.sentence if finding else f"{title}: see the figure."
    return [Paragraph(sentence, see=(figure.id, table.id), findings=(finding,) if finding else ()), figure, table]


def _measure(harmed: Harmed, facts: Facts) -> tuple[str, ...]:
    found, name = harmed.inequality, find_measure(harmed.measure.id).short_title
    if found.ratio is None or found.gap is None:
        return (
            name,
            NOT_AVAILABLE,
            NOT_AVAILABLE,
            NOT_AVAILABLE,
            NOT_AVAILABLE,
            f"Cannot tell: {lower_first(found.reason)}",
        )
    said = facts.finding(harmed.measure.id, "inequality")
    return (
        name,
        number(found.ratio, unit="rate"),
        _ends(found.ratio_lower, found.ratio_upper),
        number(found.gap, unit="rate"),
        _ends(found.gap_lower, found.gap_upper),
        _words_of(said),
    )


def _ends(lower: float | None, upper: float | None) -> str:
    return NOT_AVAILABLE if lower is None or upper is None else interval(lower, upper, unit="rate")


def _words_of(finding: Finding | None) -> str:
    if finding is None or finding.distinguishable is None or finding.estimate is None:
        return "Cannot tell"
    if not finding.distinguishable:
        return "No clear difference"
    return "More where the most deprived live" if finding.estimate > 1 else "More where the least deprived live"
