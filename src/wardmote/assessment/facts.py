"""What an assessment may draw on: the series and findings of one partnership for one year, measured when asked for."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np

from wardmote.assessment.drawings import Control, Season
from wardmote.assessment.selecting import at_quarter_ends, between, from_first_value, pick_areas
from wardmote.assessment.wording import listing
from wardmote.assessment.year import FinancialYear
from wardmote.definitions.catalogue import find_measure
from wardmote.errors import NotAvailable
from wardmote.evidence.evidence import Evidence
from wardmote.measures.finding import Finding, FindingKind
from wardmote.measures.findings import find_findings, findings_across
from wardmote.measures.findings.control import adjusted_charts
from wardmote.measures.findings.subject import subject_of
from wardmote.measures.measuring import Unit, measure_series
from wardmote.measures.periods import months_from
from wardmote.measures.series import Area, AreaKind, PeriodKind, Series
from wardmote.statistics.season import season_of

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
        self, evidence: Evidence, *, year: FinancialYear, years_of_history: int, measures: tuple[str, ...]
    ) -> None:
        self.year = year
        self.partnership = evidence.workspace.name
        self.load = evidence.number
        self._evidence = evidence
        self._start = FinancialYear(year.start - years_of_history + 1).first
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

    def in_year(self, measure: str, *, by: AreaKind = "partnership", unit: Unit = "count", last: bool = False) -> Series:
        """The year's figure (or the year before's, with `last`), one column."""
        year = self.year.before if last else self.year
        series = between(self._by_year(measure, by, unit), first=year.first, last=year.last)
        if not series.periods or not (series.status != "gap").any():
            raise NotAvailable(
                f"a whole year of figures for {year.label} ({year.in_words})",
                where=series.measure.title,
                do=self._missing(measure, year=year),
            )
        return series

    def over_time(self, measure: str, *, by: AreaKind = "partnership", period: PeriodKind = "month") -> Series:
        """The figures from the first that there is to the end of the year."""
        series = measure_series(
            self._evidence, find_measure(measure), by=by, period=period, start=self._start, end=self.year.last
        )
        return from_first_value(series)

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
        subject = subject_of(
            self._evidence, find_measure(measure), by="partnership", start=self._start, end=self.year.last
        )
        chart = adjusted_charts(subject)[0] if subject.months else None
        if chart is None or chart.is_trial or chart.latest is None:
            raise NotAvailable("12 months of figures", where=find_measure(measure).title, do="load more months")
        months = measure_series(
            self._evidence, subject.measure, period="month", start=subject.months[0], end=subject.months[-1]
        )
        is_adjusted = bool(np.nanmax(np.abs(chart.values - subject.counts[0])) > 0.5)
        return Control(series=(months,), chart=chart, is_adjusted=is_adjusted)

    def season(self, measure: str) -> Season | None:
        """The shape of the year, or None where there is no season that can be told from chance."""
        months = self.over_time(measure)
        if not months.periods:
            raise NotAvailable("24 months of figures", where=months.measure.title, do="load more months")
        season = season_of(months.count[0], first_month=months.periods[0].first.month)
        if season.distinguishable is None:
            raise NotAvailable("a season that can be told", where=months.measure.title, do=season.reason)
        return Season(series=(months,), factors=season.factors) if season.distinguishable else None

    def finding(self, measure: str, kind: FindingKind) -> Finding | None:
        """What may be said of the whole partnership, allowing for all the measures of the assessment together."""
        found = [one for one in self._partnership_findings if one.measure == measure and one.kind == kind]
        return found[0] if found else None

    def findings_by_area(self, measure: str, *, by: AreaKind, kind: FindingKind) -> tuple[Finding, ...]:
        """What may be said of each area, allowing for all of them together."""
        found = find_findings(
            self._evidence, find_measure(measure), by=by, start=self._start, end=self.year.last
        )
        return tuple(one for one in found if one.kind == kind)

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
        return {str(code): mapping(from_wkb(outline)) for code, outline in rows}  # type: ignore[call-overload]

    @cached_property
    def _partnership_findings(self) -> tuple[Finding, ...]:
        return findings_across(self._evidence, self._measures, start=self._start, end=self.year.last)

    def _by_year(self, measure: str, by: AreaKind, unit: Unit) -> Series:
        """Counting goes through every row, so each series of years is counted once."""
        wanted = (measure, by, unit)
        if wanted not in self._years:
            first, last = self.year.before.first, self.year.last
            self._years[wanted] = measure_series(
                self._evidence, find_measure(measure), by=by, period="year", start=first, end=last, unit=unit
            )
        return self._years[wanted]

    def _missing(self, measure: str, *, year: FinancialYear) -> str:
        months = between(self.over_time(measure), first=year.first, last=year.last)
        known = {period.first for period, status in zip(months.periods, months.status[0], strict=True) if status == "ok"}
        absent = [month for month in months_from(year.first, year.last) if month not in known]
        return f"load the months that are missing: {listing(f'{month:%B %Y}' for month in absent)}"


def largest(series: Series, *, most: int) -> Series:
    """The areas with the highest latest values, highest first: at most `most`."""
    latest = np.nan_to_num(series.value[:, -1], nan=-1.0)
    order = sorted(range(len(series.areas)), key=lambda i: (-latest[i], series.areas[i].name))
    return pick_areas(series, rows=order[:most])
