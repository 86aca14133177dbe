"""From evidence to an assessment."""

from collections import Counter
from collections.abc import Iterable

from wardmote.assessment.carried_out import PlanCarriedOut
from wardmote.assessment.document import Assessment, Block, Figure, Section, SectionState, Table, Waiting
from wardmote.assessment.facts import Facts
from wardmote.assessment.outline import Outline, SectionOutline, read_outline
from wardmote.assessment.parts import build_part
from wardmote.assessment.sources import sources_of
from wardmote.assessment.summary import summarise
from wardmote.assessment.wording import lower_first
from wardmote.assessment.year import read_year
from wardmote.definitions.catalogue import find_measure
from wardmote.errors import DefinitionError
from wardmote.evidence.evidence import Evidence


def build_assessment(evidence: Evidence, *, year: str, plan: PlanCarriedOut | None = None) -> Assessment:
    """The strategic assessment of the evidence's partnership for a financial year written like 2020-21.

    Crime and Disorder Act 1998, section 6; SI 2007/1830, regulations 5 to 7. A section is drafted from what is loaded,
    or says what it waits for; `plan` is how far the year's plan was carried out, where a register of it is kept. Raises BadInput for a year that is not one, and NotAvailable where the partnership's
    areas are not known or nothing at all is loaded.
    """
    outline, financial_year = read_outline(), read_year(year)
    measures = _measures(outline)
    history = outline.years_of_history
    facts = Facts(evidence, year=financial_year, years_of_history=history, measures=measures, plan=plan)
    facts.check()
    sections = tuple(_section(section, facts) for section in outline.sections)
    _check_ids(sections)
    return Assessment(
        partnership=facts.partnership,
        year=financial_year.label,
        title=outline.title,
        period=facts.in_words,
        status="Draft from evidence. The partnership has not adopted it.",
        summary=summarise(facts, sections),
        sections=sections,
        method=(facts.history, *outline.method),
        caveats=tuple(dict.fromkeys(caveat for measure in measures for caveat in find_measure(measure).caveats)),
        sources=sources_of(evidence),
        licences=outline.licences,
        load=facts.load,
    )


def _measures(outline: Outline) -> tuple[str, ...]:
    """Every measure that the changes and priorities are judged on, once each: they are corrected together."""
    parts = [part for section in outline.sections for part in section.parts if part.kind == "changes-table"]
    return tuple(dict.fromkeys(measure for part in parts for measure in (*part.measures, *part.totals)))


def _section(outline: SectionOutline, facts: Facts) -> Section:
    blocks = _said_once(block for part in outline.parts for block in build_part(part, facts))
    kept = [lower_first(block.for_what) for block in blocks if isinstance(block, Waiting)]
    waiting_for = outline.waiting_for or "; ".join(dict.fromkeys(kept))
    state: SectionState = "drafted"
    if waiting_for:
        state = "waiting" if len(kept) == len(blocks) else "part drafted"
    return Section(outline.id, outline.heading, outline.duty, state, waiting_for, blocks)


def _said_once(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Several parts may wait for the same thing: the first says so."""
    kept: list[Block] = []
    for block in blocks:
        if not (isinstance(block, Waiting) and block in [one for one in kept if isinstance(one, Waiting)]):
            kept.append(block)
    return tuple(kept)


def _check_ids(sections: tuple[Section, ...]) -> None:
    ids = Counter(block.id for section in sections for block in section.blocks if isinstance(block, Figure | Table))
    twice = [block_id for block_id, times in ids.items() if times > 1]
    if twice:
        raise DefinitionError(f"asks for {twice[0]} twice", where="the report’s outline", do="take one of the two out")
