"""Years for which nobody said which the priority places are: they are gaps, and it is said why."""

from collections.abc import Iterable
from datetime import date

from wardmote.definitions.measure import Filter, Measure
from wardmote.evidence.evidence import Evidence
from wardmote.measures.periods import financial_year_label, financial_year_of
from wardmote.measures.priority_places import priority_years


def named_years(evidence: Evidence, what: Filter) -> frozenset[int]:
    """The financial years, by the year in which each begins, for which the places that a filter counts within are known."""
    known = evidence.remember(("priority years",), lambda: priority_years(evidence))
    return known.get(what.within or "", frozenset())


def unnamed_places_sentences(evidence: Evidence, measure: Measure, *, months: Iterable[date]) -> tuple[str, ...]:
    """Why a measure within priority places is not available in some of these months; nothing where it is in all."""
    what = measure.numerator
    if what.within is None:
        return ()
    known = named_years(evidence, what)
    years = sorted({financial_year_label(month) for month in months if financial_year_of(month) not in known})
    if not years:
        return ()
    listed = " and ".join([", ".join(years[:-1]), years[-1]] if len(years) > 1 else years)
    places = what.within.replace("-", " ")
    why = f"nobody has said which the {places} were. Load their list or their outlines for each year."
    return (f"Not available for {listed}: {why}",)
