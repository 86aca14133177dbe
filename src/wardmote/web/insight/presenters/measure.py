"""A measure's page: first the sentence, then when, then where, then how we know."""

from dataclasses import dataclass

from wardmote.assessment.wording import listing
from wardmote.definitions.measure import Filter, Measure
from wardmote.measures.finding import Finding
from wardmote.web.core.components import Fact, Figure, Line, Link, Table
from wardmote.web.core.wording import sentence_case
from wardmote.web.insight.presenters.addresses import choices_query, measure_address
from wardmote.web.insight.presenters.figures import figure
from wardmote.web.insight.presenters.findings import finding_line, surest_first
from wardmote.web.insight.presenters.lateness import LatenessPart, lateness_part
from wardmote.web.insight.presenters.places import places_sentence, places_table, split_places, standing_table
from wardmote.web.insight.queries.measure import MeasureAnswer


@dataclass(frozen=True)
class MeasurePage:
    """What stands on the page, from top to bottom."""

    title: str
    place: str
    lead: str
    more: tuple[Line, ...]
    chart: Figure | None
    lateness: LatenessPart | None
    places_sentence: str
    map: Figure | None
    funnel: Figure | None
    ranks: Table | None
    all_ranks: Table | None
    harmed: Figure | None
    harmed_sentence: str
    places: Table | None
    all_places: Table | None
    all_places_summary: str
    facts: tuple[Fact, ...]
    downloads: tuple[Link, ...]
    place_downloads: tuple[Link, ...]


def measure_page(answer: MeasureAnswer) -> MeasurePage:
    """The page for an answer."""
    lead = next((one for one in answer.findings if one.kind == "change"), None)
    first, whole = _places(answer)
    ranks, all_ranks = _ranks(answer)
    line = finding_line(lead) if lead else None
    area = answer.choices.area
    return MeasurePage(
        title=answer.measure.title,
        place=area.name if area else "",
        lead=line.sentence if line else "There are not enough months yet to compare one year with another.",
        more=tuple(finding_line(one, is_labelled=True) for one in surest_first(_told_here(answer, lead))),
        chart=figure(answer.chart) if answer.chart else None,
        lateness=lateness_part(answer.lateness) if answer.lateness else None,
        places_sentence=places_sentence(answer.places) if answer.places else "",
        map=figure(answer.place_map) if answer.place_map else None,
        funnel=figure(answer.funnel) if answer.funnel else None,
        ranks=ranks,
        all_ranks=all_ranks,
        harmed=figure(answer.harmed) if answer.harmed else None,
        harmed_sentence=next((one.sentence for one in answer.findings if one.kind == "inequality"), ""),
        places=first,
        all_places=whole,
        all_places_summary=f"All {len(whole.rows)} places" if whole else "",
        facts=how_we_know(answer),
        downloads=_downloads(answer, part="figures"),
        place_downloads=_downloads(answer, part="places") if answer.places else (),
    )


def _told_here(answer: MeasureAnswer, lead: Finding | None) -> tuple[Finding, ...]:
    """The findings beside the chart: the lead stands above them, and who is harmed has a part of its own."""
    return tuple(one for one in answer.findings if one is not lead and one.kind != "inequality")


def how_we_know(answer: MeasureAnswer) -> tuple[Fact, ...]:
    """Definition and version, why it matters, the tests, what to mind, and the loads the figures stand on."""
    measure = answer.measure
    tests = tuple(dict.fromkeys(one.method for one in answer.findings if one.p is not None or one.kind == "control"))
    caveats = (*measure.caveats, *(caveat for one in answer.findings for caveat in one.caveats))
    facts = (
        Fact("What is counted", f"{sentence_case(_counted(measure))} (version {measure.version} of the definition)."),
        Fact("Why it matters", measure.why),
        Fact("How it was tested", "", lines=tests),
        Fact("What to mind", "", lines=tuple(dict.fromkeys(caveats))),
        Fact("Source", measure.source),
        Fact("Evidence", _evidence(answer), link=Link("See the loads", "/loads/")),
    )
    return tuple(fact for fact in facts if fact.text or fact.lines)


def _counted(measure: Measure) -> str:
    top = _filtered(measure.numerator, counts=measure.counts)
    if measure.severity:
        return f"{top}, each weighed by the {measure.severity.title}"
    if measure.denominator is None:
        return top
    return f"{top}, as a share of {_filtered(measure.denominator, counts=measure.counts)}"


def _filtered(rows: Filter, *, counts: str) -> str:
    conditions = [f"{field.replace('_', ' ')} is {' or '.join(values)}" for field, values in rows.where.items()]
    conditions += [f"flag {flag} is set" for flag in rows.flags]
    conditions += [f"question of {flag} is answered" for flag in rows.answered]
    when = "it happened" if rows.dated_by == "occurred" else "it was recorded"
    conditions += [f"month is that in which {when}"] if rows.needs_lags else []
    conditions += [f"place is one of the {rows.within.replace('-', ' ')} of the year"] if rows.within else []
    return f"{counts} where the {' and the '.join(conditions)}" if conditions else f"all {counts}"


def _evidence(answer: MeasureAnswer) -> str:
    names = listing(tuple(f"load {load.number} ({load.name})" for load in answer.loads))
    return f"As of load {answer.load}. The rows counted came in {names}." if names else f"As of load {answer.load}."


def _places(answer: MeasureAnswer) -> tuple[Table | None, Table | None]:
    """The table of places as it stands first, and the whole of it where that is longer."""
    if answer.places is None:
        return None, None
    return split_places(places_table(answer.places, changes=answer.place_changes, choices=answer.choices))


def _ranks(answer: MeasureAnswer) -> tuple[Table | None, Table | None]:
    """The same of the places' ranks."""
    if answer.standing is None:
        return None, None
    return split_places(standing_table(answer.standing, choices=answer.choices))


def _downloads(answer: MeasureAnswer, *, part: str) -> tuple[Link, ...]:
    query = choices_query(answer.choices)
    return tuple(
        Link(name, measure_address(answer.measure.id, query=query, part=f"{part}.{ending}"))
        for name, ending in (("CSV", "csv"), ("JSON", "json"))
    )
