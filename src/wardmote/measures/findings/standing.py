"""Which areas stand out from the partnership's others, by more than their size and the usual spread explain?"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from wardmote.errors import NotAvailable
from wardmote.measures.bases import caveats_of_years
from wardmote.measures.findings.draft import Draft
from wardmote.measures.findings.subject import Subject
from wardmote.measures.measuring import Unit, measure_series
from wardmote.measures.periods import MONTHS_IN_YEAR
from wardmote.measures.standing import LEVEL, Standing, standing_of

_KINDS = {"section": "sections", "ward": "wards", "lsoa": "small areas", "lad": "councils"}
RESIDENTS_ONLY = (
    "Rates are of residents. In a town centre most of those harmed live elsewhere: a high rate there is not a high risk"
    " for the people who live there."
)


def draft_standings(subject: Subject) -> Iterator[Draft]:
    """One draft an area, over the last year; none for the partnership, or where there is no rate or share to compare."""
    kind = subject.areas[0].kind
    if kind not in _KINDS or not subject.is_of_counts or len(subject.later) < MONTHS_IN_YEAR:
        return
    try:
        standing = standing_of_year(subject)
    except NotAvailable:
        return
    for i in range(len(subject.areas)):
        if not np.isnan(standing.funnel.values[i]):
            yield _draft(subject, i, standing, plural=_KINDS[kind])


def standing_of_year(subject: Subject) -> Standing:
    """How the areas stood in the twelve months that are being judged. Raises what `standing_of` does."""
    unit: Unit = "proportion" if subject.measure.is_share else "rate"
    first, last = subject.months[subject.later.start], subject.months[-1]
    series = measure_series(
        subject.evidence,
        subject.measure,
        by=subject.areas[0].kind,
        period="rolling-12",
        start=first,
        end=last,
        unit=unit,
    )
    return standing_of(series)


def _draft(subject: Subject, i: int, standing: Standing, *, plural: str) -> Draft:
    funnel, value = standing.funnel, float(standing.funnel.values[i])
    lower, upper = (float(limit[0]) for limit in funnel.limits(standing.bases[i : i + 1], level=LEVEL))
    ratio = value / funnel.target
    unit = f" {standing.series.unit}" if standing.series.unit != "%" else "%"
    figures = f"{value * standing.per:,.1f}{unit} against {standing.target:,.1f} in all {standing.ranks.areas} {plural}"

    def say(*, is_distinguishable: bool | None) -> str:
        if is_distinguishable is None:
            return (
                f"{subject.name(i)}: {figures} in {subject.later_words}. With fewer than 10 {plural} it cannot be told how"
                f" far apart they usually lie, and so not whether this one stands out."
            )
        verdict = "stood out as high" if ratio > 1 else "stood out as low"
        if not is_distinguishable:
            verdict = "did not stand out"
        reach = f"95% limits for its size {lower * standing.per:,.1f} to {upper * standing.per:,.1f}"
        return f"{subject.name(i)} {verdict} in {subject.later_words}: {figures} ({reach})."

    p = None if np.isnan(standing.p[i]) else float(standing.p[i])
    draft = Draft(
        subject,
        i,
        "funnel",
        ratio,
        lower / funnel.target,
        upper / funnel.target,
        p,
        None,
        say,
        funnel.method,
        subject.later_words,
    )
    is_of_residents = subject.measure.base == "residents" and funnel.kind == "rate"
    years = caveats_of_years(subject.evidence, standing.series.periods[0])
    caveats = (RESIDENTS_ONLY, *years) if is_of_residents else ()
    return replace(draft, caveats=caveats, shows=_shows(standing, i))


def _shows(standing: Standing, i: int) -> tuple[float, ...]:
    events, base = float(standing.events[i]), float(standing.bases[i])
    return (events, base - events) if standing.funnel.kind == "share" else (events,)
