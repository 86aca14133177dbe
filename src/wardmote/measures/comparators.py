"""The partnership beside the areas that somebody named as like it: counts and residents of each over the same months."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from wardmote.definitions.measure import Measure
from wardmote.errors import NotAvailable
from wardmote.evidence.evidence import Evidence
from wardmote.measures.areas import PARTNERSHIP_CODE, require_partnership
from wardmote.measures.bases import nearest_year, residents
from wardmote.measures.cubes import TABLES
from wardmote.measures.periods import MONTHS_IN_YEAR, add_months, months_from, span_in_words
from wardmote.measures.series import Area, Period
from wardmote.measures.timing import measured_counts
from wardmote.statistics.ranks import Ranks, ranks_of

_SEED = 1998
_FEWEST_AREAS = 3


@dataclass(frozen=True)
class Named:
    """A comparison as it was loaded: what it is called, who named it when, and the codes of each of its areas."""

    comparison: str
    named_by: str
    as_of: date
    codes: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Compared:
    """The partnership (first) and the areas of one comparison that have figures for every month of `period`.

    `without` names the areas that have not, because their force's files or their residents are not loaded.
    """

    named: Named
    period: Period
    areas: tuple[str, ...]
    events: npt.NDArray[np.float64]
    people: npt.NDArray[np.float64]
    ranks: Ranks
    without: tuple[str, ...]


def comparisons_of(evidence: Evidence) -> tuple[Named, ...]:
    """Every comparison that is loaded, by its name."""
    rows = evidence.snapshot.rows("SELECT comparison, area, code, named_by, as_of FROM comparators ORDER BY ALL")
    grouped: dict[tuple[str, str, date], dict[str, tuple[str, ...]]] = defaultdict(dict)
    for comparison, area, code, named_by, as_of in rows:
        areas = grouped[str(comparison), str(named_by), date.fromisoformat(str(as_of))]
        areas[str(area)] = (*areas.get(str(area), ()), str(code))
    return tuple(Named(*key, codes) for key, codes in grouped.items())


def compared(evidence: Evidence, measure: Measure, named: Named, *, end: date) -> Compared:
    """The twelve months to `end`. Raises NotAvailable where fewer than three areas have figures and residents.

    Only what police forces publish by place can be counted for areas of other forces.
    """
    what = measure.numerator
    if measure.calculation != "count" or what.table != "incidents" or measure.base != "residents":
        raise NotAvailable("is not published for other areas", where=measure.title)
    require_partnership(evidence)
    start = add_months(end, 1 - MONTHS_IN_YEAR)
    period = Period("rolling-12", start, end, span_in_words(start, end))
    own = Area("partnership", PARTNERSHIP_CODE, evidence.workspace.name)
    others = {area: _of_codes(evidence, measure, codes, period=period) for area, codes in named.codes.items()}
    rows = [(own.name, *_own(evidence, measure, own, period=period)), *((name, *two) for name, two in others.items())]
    known = [row for row in rows if not np.isnan(row[1]) and row[2] > 0]
    if len(known) < _FEWEST_AREAS or known[0][0] != own.name:
        raise NotAvailable(
            f"fewer than three areas of “{named.comparison}” have figures for {period.label}",
            where=measure.title,
            do="load the police files of their forces, and their residents",
        )
    events, people = (np.array([row[k] for row in known], dtype=float) for k in (1, 2))
    ranks = ranks_of(events, people, kind="rate", rng=np.random.default_rng(_SEED))
    without = tuple(row[0] for row in rows if row not in known)
    return Compared(named, period, tuple(str(row[0]) for row in known), events, people, ranks, without)


def _own(evidence: Evidence, measure: Measure, area: Area, *, period: Period) -> tuple[float, float]:
    counted = measured_counts(evidence, measure, areas=(area,))
    wanted = months_from(period.first, period.last)
    columns = [j for j, month in enumerate(counted.months) if month in wanted]
    events = counted.counts[0, columns].sum() if len(columns) == len(wanted) else np.nan
    return float(events), float(residents(evidence, areas=(area,), periods=[period])[0, 0])


def _of_codes(evidence: Evidence, measure: Measure, codes: Sequence[str], *, period: Period) -> tuple[float, float]:
    """What the areas' own forces recorded and placed there; NaN where a month of one of those is not loaded."""
    question = ("comparator", tuple(codes), period.first, period.last)
    counted, people = evidence.remember(question, lambda: _counts_and_people(evidence, codes, period=period))
    if counted is None:
        return np.nan, people
    where = measure.numerator.where.items()
    return float(sum(n for kind, n in counted if all(kind[field] in values for field, values in where))), people


def _counts_and_people(
    evidence: Evidence, codes: Sequence[str], *, period: Period
) -> tuple[list[tuple[dict[str, str], int]] | None, float]:
    """Counted once for all measures; None for the counts where a month is missing."""
    column = "lad_code" if codes[0][:1].isupper() else "force"
    found = evidence.snapshot.rows(
        f"SELECT DISTINCT force FROM units WHERE list_contains(CAST(? AS VARCHAR[]), {column})", [list(codes)]
    )
    forces = {str(force) for (force,) in found if force is not None}
    loaded, months = set(evidence.snapshot.slices("incidents")), months_from(period.first, period.last)
    is_whole = bool(forces) and all((force, month.isoformat()) in loaded for force in forces for month in months)
    people = _people(evidence, codes, column=column, period=period)
    return _counts(evidence, codes, column=column, period=period) if is_whole else None, people


def _counts(
    evidence: Evidence, codes: Sequence[str], *, column: str, period: Period
) -> list[tuple[dict[str, str], int]]:
    """How many of each kind of record the areas' own forces placed there, counted once for all measures."""
    fields = TABLES["incidents"].fields
    listed = ", ".join(fields)
    rows = evidence.snapshot.rows(
        f"SELECT {listed}, count(*) FROM incidents JOIN places USING (lsoa_code) JOIN units USING (unit)"
        f" WHERE list_contains(CAST(? AS VARCHAR[]), units.{column}) AND incidents.force = units.force"
        f" AND month BETWEEN ? AND ? GROUP BY {listed}",
        [list(codes), period.first, period.last],
    )
    return [(dict(zip(fields, map(str, row[:-1]), strict=True)), int(str(row[-1]))) for row in rows]


def _people(evidence: Evidence, codes: Sequence[str], *, column: str, period: Period) -> float:
    years = evidence.geography.population_years
    if not years:
        return np.nan
    ((people, is_whole),) = evidence.snapshot.rows(
        f"SELECT sum(persons), count(persons) = count(*) FROM units"
        f" LEFT JOIN (SELECT unit, persons FROM unit_population WHERE year = ?) USING (unit)"
        f" WHERE list_contains(CAST(? AS VARCHAR[]), {column})",
        [nearest_year(years, period), list(codes)],
    )
    return float(str(people)) if people is not None and is_whole else np.nan
