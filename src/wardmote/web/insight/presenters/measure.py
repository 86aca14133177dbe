"""A measure's page: first the sentence, then when, then where, then how we know."""

from dataclasses import dataclass

from wardmote.measures.finding import Finding
from wardmote.web.core.components import Fact, Figure, Line, Link, Table
from wardmote.web.insight.presenters.addresses import choices_query, measure_address
from wardmote.web.insight.presenters.definition import definition_facts
from wardmote.web.insight.presenters.evidence import evidence_fact
from wardmote.web.insight.presenters.figures import figure
from wardmote.web.insight.presenters.findings import finding_line, lead_sentence, surest_first
from wardmote.web.insight.presenters.lateness import LatenessPart, lateness_part
from wardmote.web.insight.presenters.places import places_sentence, places_table, split_places, standing_table
from wardmote.web.insight.queries.measure import MeasureAnswer

_TESTED = (
    "A change is called more than chance explains only where one as large would come by chance less than once in 20"
    " times, allowing for all the figures that were looked at together. The tests by their names:"
)


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
    map_data: str


def measure_page(answer: MeasureAnswer) -> MeasurePage:
    """The page for an answer."""
    lead = next((one for one in answer.findings if one.kind == "change"), None)
    first, whole = _places(answer)
    ranks, all_ranks = _ranks(answer)
    area = answer.choices.area
    return MeasurePage(
        title=answer.measure.title,
        place=area.name if area else "",
        lead=lead_sentence(answer.findings),
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
        place_downloads=_place_downloads(answer) if answer.places else (),
        map_data=_address(answer, "places.geojson") if answer.place_map else "",
    )


def _told_here(answer: MeasureAnswer, lead: Finding | None) -> tuple[Finding, ...]:
    """The findings beside the chart, those of the head in full; who is harmed has a part of its own."""
    said = [one for one in answer.findings if one.kind != "inequality"]
    return tuple(one for one in said if one is not lead or one.brief)


def how_we_know(answer: MeasureAnswer) -> tuple[Fact, ...]:
    """Definition and version, why it matters, the tests, what to mind, and the loads the figures stand on."""
    measure = answer.measure
    tests = tuple(dict.fromkeys(one.method for one in answer.findings if one.p is not None or one.kind == "control"))
    caveats = (*measure.caveats, *(caveat for one in answer.findings for caveat in one.caveats))
    facts = (
        *definition_facts(measure),
        Fact("How it was tested", _TESTED, lines=tests) if tests else Fact("How it was tested", ""),
        Fact("What to mind", "", lines=tuple(dict.fromkeys(caveats))),
        Fact("Source", measure.source),
        evidence_fact(answer.load, answer.loads),
    )
    return tuple(fact for fact in facts if fact.text or fact.lines or fact.sources)


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
    endings = (("CSV", "csv"), ("JSON", "json"))
    return tuple(Link(name, _address(answer, f"{part}.{ending}")) for name, ending in endings)


def _place_downloads(answer: MeasureAnswer) -> tuple[Link, ...]:
    outlines = (Link("GeoJSON, for maps", _address(answer, "places.geojson")),) if answer.place_map else ()
    return _downloads(answer, part="places") + outlines


def _address(answer: MeasureAnswer, part: str) -> str:
    return measure_address(answer.measure.id, query=choices_query(answer.choices), part=part)
