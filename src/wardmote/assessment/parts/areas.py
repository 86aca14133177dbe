"""Where: areas ranked, mapped and followed over time."""

import numpy as np

from wardmote.assessment.document import Block, Bullets, Figure, Paragraph, Table
from wardmote.assessment.drawings import AreaMap, Lines, Ranked
from wardmote.assessment.facts import Facts, largest
from wardmote.assessment.outline import AreaMapPart, RankedAreas, RollingAreas
from wardmote.assessment.parts.verdicts import verdict
from wardmote.assessment.wording import (
    capital_first,
    listing,
    lower_first,
    number,
    percent_change,
    percent_range,
    unit_in_words,
)
from wardmote.definitions.catalogue import find_measure
from wardmote.errors import NotAvailable
from wardmote.measures.finding import Finding
from wardmote.measures.series import AreaKind, Series

MOST_BARS = 12
MOST_FRAMES = 8
MOST_SENTENCES = 3


def ranked_areas(part: RankedAreas, facts: Facts) -> list[Block]:
    """A bar for each area, highest rate first, against the partnership."""
    series, whole = _rates(facts, part.measure, by=part.by)
    shown = largest(series, most=MOST_BARS)
    reference = float(whole.value[0, 0])
    highest, value = shown.areas[0].name, number(float(shown.value[0, 0]), unit=series.unit)
    title = (
        f"{highest} had the highest rate of {lower_first(series.measure.short_title)} in {facts.label}: "
        f"{value} {unit_in_words(series)}, against {number(reference, unit=series.unit)} in {facts.partnership}"
    )
    drawing = Ranked(series=(shown,), named_by="area", reference=reference, reference_label=facts.partnership)
    is_cut = len(series.areas) > len(shown.areas)
    cut = (
        (f"The {len(shown.areas)} highest of {len(series.areas)} {facts.plural(part.by)} are shown.",) if is_cut else ()
    )
    return [_figure(f"ranked-{part.measure}-{part.by}", title, drawing, series, more=cut)]


def area_map(part: AreaMapPart, facts: Facts) -> list[Block]:
    """A map of the areas by how they compare with the partnership."""
    series, whole = _rates(facts, part.measure, by=part.by)
    shapes = facts.shapes(series.areas)
    if not shapes:
        raise NotAvailable(
            f"outlines of {facts.plural(part.by)} for a map", do="load the boundaries (GeoJSON) from ONS"
        )
    reference = float(whole.value[0, 0])
    higher = int(np.sum(series.lower[:, 0] > reference))
    title = (
        f"{higher} of {len(series.areas)} {facts.plural(part.by)} had a rate of "
        f"{lower_first(series.measure.short_title)} clearly above that of {facts.partnership} in {facts.label}"
    )
    drawing = AreaMap(series=(series,), reference=reference, shapes=shapes)
    return [_figure(f"map-{part.measure}-{part.by}", title, drawing, series)]


def rolling_areas(part: RollingAreas, facts: Facts) -> list[Block]:
    """A frame for each area on one scale, and what is said of those that changed."""
    series = facts.rolling(part.measure, by=part.by)
    changes = facts.findings_by_area(part.measure, by=part.by, kind="change")
    moved = tuple(finding for finding in changes if finding.distinguishable)
    shown = largest(series, most=MOST_FRAMES, first={finding.area_code for finding in moved})
    plural = facts.plural(part.by)
    is_cut = len(series.areas) > len(shown.areas)
    cut = (f"Shown first: {plural} that changed. Then those with the most, of {len(series.areas)}.",) if is_cut else ()
    title = f"{capital_first(lower_first(series.measure.short_title))} by {plural[:-1]}: {_in_brief(changes)}"
    drawing = Lines(series=(shown,), named_by="area", is_in_panels=True, is_same_scale=True)
    figure = _figure(f"rolling-{part.measure}-{part.by}", title, drawing, series, more=cut)
    return [Paragraph(_tally(changes, plural=plural), see=(figure.id,)), *_said(moved, part), figure]


def _tally(changes: tuple[Finding, ...], *, plural: str) -> str:
    """How many areas changed, how many did not as far as can be told, and of how many it cannot be told."""
    counts = [sum(one.distinguishable is verdict for one in changes) for verdict in (True, False, None)]
    words = ("changed by more than chance explains", "show no clear change", "have too few figures to tell")
    parts = [f"{count} {verb}" for count, verb in zip(counts, words, strict=True) if count]
    return f"Of {len(changes)} {plural}, {listing(parts)}."


def _said(moved: tuple[Finding, ...], part: RollingAreas) -> list[Block]:
    """A sentence for each area that changed; a table where there would be many sentences."""
    if len(moved) <= MOST_SENTENCES:
        return [Bullets(tuple(finding.sentence for finding in moved))] if moved else []
    measure = find_measure(part.measure)
    return [
        Table(
            id=f"changed-{part.measure}-{part.by}",
            title=f"{measure.short_title}: where it changed by more than chance explains",
            header=("Area", "Change", "95% interval", "Verdict"),
            rows=tuple(
                (one.area_name, percent_change(one.estimate), percent_range(one.lower, one.upper), verdict(one))
                for one in sorted(moved, key=lambda one: -(one.estimate or 0))
            ),
            source=measure.source,
            period=moved[0].periods,
            caveats=measure.caveats,
            numeric=(1, 2),
        )
    ]


def _in_brief(changes: tuple[Finding, ...]) -> str:
    fell = [one.area_name for one in changes if one.distinguishable and (one.estimate or 1) < 1]
    rose = [one.area_name for one in changes if one.distinguishable and (one.estimate or 1) > 1]
    parts = [f"{verb} in {listing(names)}" for verb, names in (("it rose", rose), ("it fell", fell)) if names]
    return "; ".join(parts) or "no change that can be told from chance"


def _rates(facts: Facts, measure: str, *, by: AreaKind) -> tuple[Series, Series]:
    """The areas' rates and the partnership's; counts where no residents are loaded are not comparable, so none."""
    series, whole = facts.in_year(measure, by=by, unit="rate"), facts.in_year(measure, unit="rate")
    if np.isnan(series.value).all() or np.isnan(whole.value).all():
        raise NotAvailable("rates for areas", where=series.measure.title, do="load the population estimates from ONS")
    return series, whole


def _figure(
    figure_id: str,
    title: str,
    drawing: Ranked | AreaMap | Lines,
    series: Series,
    *,
    more: tuple[str, ...] = (),
) -> Figure:
    return Figure(figure_id, title, drawing, series.measure.source, (*more, *series.measure.caveats))
