"""What an assessment may draw on: the series and findings of one partnership for one year, measured when asked for."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np

from wardmote.assessment.carried_out import PlanCarriedOut
from wardmote.assessment.controls import control_of
from wardmote.assessment.drawings import Control, Season
from wardmote.assessment.part_year import MONTHS, sum_of_months
from wardmote.assessment.selecting import at_quarter_ends, between, from_first_value, pick_areas
from wardmote.assessment.wording import month_runs, span
from wardmote.assessment.year import FinancialYear
from wardmote.definitions.catalogue import find_measure
from wardmote.errors import NotAvailable
from wardmote.evidence.evidence import Evidence
from wardmote.measures.deprivation import Harmed, harmed_by_deprivation
from wardmote.measures.finding import Finding, FindingKind
from wardmote.measures.findings import find_findings, findings_across
from wardmote.measures.findings.season import seasons_of_subject
from wardmote.measures.findings.subject import subject_of
from wardmote.measures.measuring import Unit, measure_series
from wardmote.measures.periods import months_from
from wardmote.measures.releasing import release
from wardmote.measures.series import Area, AreaKind, PeriodKind, Series
from wardmote.measures.surveys.result import SurveyResult

_PLURALS: dict[AreaKind, str] = {
    "section": "sections",
    "ward": "wards",
    "lsoa": "LSOAs",
    "lad": "council areas",
    "force": "forces",
    "partnership": "partnerships",
}


class Facts:
    """Evidence seen through one assessment. Each method raises NotAvailable for what is not loaded."""

    def __init__(
        self,
        evidence: Evidence,
        *,
        year: FinancialYear,
        years_of_history: int,
        measures: tuple[str, ...],
        plan: PlanCarriedOut | None = None,
    ) -> None:
        self.year = year
        self.plan = plan
        self.partnership = evidence.workspace.name
        self.load = evidence.number
        self._evidence = evidence
        self._start = FinancialYear(year.start - years_of_history + 1).first
        self._part_years: dict[tuple[str, AreaKind, Unit], Series | None] = {}
        self._years: dict[tuple[str, AreaKind, Unit], Series] = {}
        self._measures = tuple(find_measure(measure) for measure in measures)

    def check(self) -> None:
        """Raise NotAvailable now where nothing could be said in any section."""
        if not self.changes:
            raise NotAvailable(
                f"no figures are loaded up to {self.year.in_words}",
                where=self.partnership,
                do="load the police files of the year, or choose another with --year",
            )

    @property
    def changes(self) -> tuple[Finding, ...]:
        """What may be said of the change in each measure of the assessment."""
        return tuple(one for one in self._partnership_findings if one.kind == "change")

    @property
    def history(self) -> str:
        """How far back the series go, set against what the Home Office's partnership toolkit asks for."""
        months = self.over_time(self._measures[0].id)
        known = int((months.status[0] != "gap").sum())
        enough = "" if known >= 2 * MONTHS else " That is less than two years: read every comparison with care."
        return (
            f"The series hold {known} months with figures, {span(months.periods)}. "
            f"An assessment should rest on two years at least, and better on three.{enough}"
        )

    def in_year(self, measure: str, *, by: AreaKind = "partnership", unit: Unit = "count") -> Series:
        """The year's figure, one column: of the whole year, or of the months that are there if at least six are."""
        try:
            return self.whole_year(measure, by=by, unit=unit)
        except NotAvailable:
            part = self._part_of_year(measure, by, unit)
            if part is None:
                raise
            return part

    def whole_year(
        self, measure: str, *, by: AreaKind = "partnership", unit: Unit = "count", is_last: bool = False
    ) -> Series:
        """The figure of the whole year (of the year before, with `is_last`), one column."""
        year = self.year.before if is_last else self.year
        series = between(self._by_year(measure, by, unit), first=year.first, last=year.last)
        if not series.periods or not (series.status != "gap").any():
            raise NotAvailable(
                f"a whole year of {series.measure.counts} for {year.label}", do=self._missing(measure, year=year)
            )
        return series

    @property
    def label(self) -> str:
        """The year as titles name it: `2025-26`, or `9 months of 2025-26`."""
        months = len(self._months_there)
        return self.year.label if months == MONTHS else f"{months} months of {self.year.label}"

    @property
    def in_words(self) -> str:
        """The year in words, or the months of it that are there."""
        months = self._months_there
        if len(months) in (0, MONTHS):
            return self.year.in_words
        return f"{months[0]:%B %Y} to {months[-1]:%B %Y} ({len(months)} of {MONTHS} months)"

    def over_time(self, measure: str, *, by: AreaKind = "partnership", period: PeriodKind = "month") -> Series:
        """The figures from the first that there is to the end of the year."""
        series = measure_series(
            self._evidence, find_measure(measure), by=by, period=period, start=self._start, end=self.year.last
        )
        return from_first_value(release(series))

    def rolling(self, measure: str, *, by: AreaKind = "partnership") -> Series:
        """Rolling 12 months at the end of each quarter."""
        series = from_first_value(at_quarter_ends(self.over_time(measure, by=by, period="rolling-12")))
        if len(series.periods) < 2:
            raise NotAvailable(
                "two rolling years of figures", where=series.measure.title, do="load at least 15 months without a gap"
            )
        return series

    def control(self, measure: str) -> Control:
        """The control chart of the partnership's months."""
        definition = find_measure(measure)
        return control_of(self._evidence, definition, by="partnership", start=self._start, end=self.year.last)

    def season(self, measure: str) -> Season | None:
        """The shape of the year, or None where there is no season that can be told from chance."""
        months = self.over_time(measure)
        if not months.periods:
            raise NotAvailable("24 months of figures", where=months.measure.title, do="load more months")
        subject = subject_of(
            self._evidence, months.measure, by="partnership", start=months.periods[0].first, end=months.periods[-1].last
        )
        (season,) = seasons_of_subject(subject)
        if season.distinguishable is None:
            raise NotAvailable("a season that can be told", where=months.measure.title, do=season.reason)
        return Season(series=(months,), factors=season.factors) if season.distinguishable else None

    def finding(self, measure: str, kind: FindingKind) -> Finding | None:
        """What may be said of the whole partnership, allowing for all the measures of the assessment together."""
        found = [one for one in self._partnership_findings if one.measure == measure and one.kind == kind]
        return found[0] if found else None

    def findings_by_area(self, measure: str, *, by: AreaKind, kind: FindingKind) -> tuple[Finding, ...]:
        """What may be said of each area, allowing for all of them together."""
        found = find_findings(self._evidence, find_measure(measure), by=by, start=self._start, end=self.year.last)
        return tuple(one for one in found if one.kind == kind)

    def harmed(self, measure: str) -> Harmed:
        """The year's rate of a measure from the most to the least deprived residents."""
        return harmed_by_deprivation(self._evidence, find_measure(measure), end=self.year.last)

    def surveys(self) -> tuple[tuple[SurveyResult, ...], ...]:
        """For each survey that was loaded, every question of the newest wave that had begun when the year ended."""
        from wardmote.definitions.survey_cards import all_survey_cards
        from wardmote.measures.surveys.asking import survey_results
        from wardmote.measures.surveys.wave import waves_held

        found = []
        for card in all_survey_cards(self._evidence.workspace.folder / "surveys"):
            waves = [one for one in waves_held(self._evidence, card) if card.waves[one].first <= self.year.last]
            if waves:
                found.append(survey_results(self._evidence, card, wave=waves[-1]))
        return tuple(found)

    def plural(self, by: AreaKind) -> str:
        """What areas of a kind are called; where no sections were given, wards stand in for them."""
        return _PLURALS["ward" if by == "section" and self._evidence.geography.sections_are_wards else by]

    def shapes(self, areas: Sequence[Area]) -> Mapping[str, Mapping[str, Any]]:
        """A GeoJSON geometry for each of the areas that has an outline, by code; the newest where there are several."""
        from shapely import from_wkb
        from shapely.geometry import mapping

        rows = self._evidence.snapshot.rows(
            "SELECT code, outline FROM boundaries WHERE list_contains(?, code) ORDER BY kind",
            [[area.code for area in areas]],
        )
        return {str(code): mapping(from_wkb(outline)) for code, outline in rows}

    @cached_property
    def _partnership_findings(self) -> tuple[Finding, ...]:
        return findings_across(self._evidence, self._measures, start=self._start, end=self.year.last)

    def _by_year(self, measure: str, by: AreaKind, unit: Unit) -> Series:
        """Counting goes through every row, so each series of years is counted once."""
        wanted = (measure, by, unit)
        if wanted not in self._years:
            first, last = self.year.before.first, self.year.last
            counted = measure_series(
                self._evidence, find_measure(measure), by=by, period="year", start=first, end=last, unit=unit
            )
            self._years[wanted] = release(counted)
        return self._years[wanted]

    def _part_of_year(self, measure: str, by: AreaKind, unit: Unit) -> Series | None:
        wanted = (measure, by, unit)
        if wanted not in self._part_years:
            first, last = self.year.first, self.year.last
            months = measure_series(
                self._evidence, find_measure(measure), by=by, period="month", start=first, end=last, unit=unit
            )
            self._part_years[wanted] = None if (part := sum_of_months(months)) is None else release(part)
        return self._part_years[wanted]

    @cached_property
    def _months_there(self) -> tuple[date, ...]:
        """The months of the year that are loaded for the first of the measures."""
        return self._known_months(self._measures[0].id, year=self.year)

    def _known_months(self, measure: str, *, year: FinancialYear) -> tuple[date, ...]:
        months = between(self.over_time(measure), first=year.first, last=year.last)
        known = zip(months.periods, months.status[0], strict=True)
        return tuple(period.first for period, status in known if status != "gap")

    def _missing(self, measure: str, *, year: FinancialYear) -> str:
        known = self._known_months(measure, year=year)
        absent = [month for month in months_from(year.first, year.last) if month not in known]
        return f"load the months that are missing: {month_runs(absent)}"


def largest(series: Series, *, most: int, first: Collection[str] = ()) -> Series:
    """The areas with the highest latest values, highest first: at most `most`; those whose codes are in `first` lead."""
    latest = np.nan_to_num(series.value[:, -1], nan=-1.0)
    order = sorted(
        range(len(series.areas)), key=lambda i: (series.areas[i].code not in first, -latest[i], series.areas[i].name)
    )
    return pick_areas(series, rows=order[:most])
