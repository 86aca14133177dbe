"""What the quarterly report says, before it has any form: frozen parts from which page and spreadsheets are made."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from wardmote.assessment.drawings import Control
from wardmote.definitions.measure import Measure
from wardmote.measures.finding import Finding
from wardmote.reports.kpi.quarter import Quarter

Place = Literal["inside", "below", "above", "cannot tell"]


@dataclass(frozen=True)
class Reading:
    """One period's figure, released: `value` with its 95% interval in `unit`, `count` of `base`.

    `period` is how people say it and `last` its last month. A number is None where it is not available; `status` says
    why, as in a series, and is `none` where there is no such period in what is loaded.
    """

    period: str
    last: date
    unit: str
    value: float | None
    lower: float | None
    upper: float | None
    count: int | None
    base: float | None
    status: str


@dataclass(frozen=True)
class BandReading:
    """Where a reading stands against the measure's benchmark band.

    `may_be_chance` is True where a value outside has an interval that reaches into the band. `note` is what must stand
    beside a value that is better than the band: good news that may be something else.
    """

    place: Place
    may_be_chance: bool
    sentence: str
    note: str = ""


@dataclass(frozen=True)
class FlagReading:
    """How many records answer a flag that a measure chooses by; `reading` is None where nothing tells it."""

    flag: str
    reading: Reading | None


@dataclass(frozen=True)
class KpiEntry:
    """One live measure in one quarter.

    `latest` is of the quarter asked for, or where that one cannot be measured yet of the newest that can (and
    `is_older` says so); `year_before` is of the same quarter a year before that. `finding` is what may be said.
    `control` is None where there is no chart, and `no_chart` says why; `chart_title` says what it shows. `target` is empty and `band` None for a measure
    without them.
    """

    measure: Measure
    finding: Finding | None
    latest: Reading
    year_before: Reading
    is_older: bool
    control: Control | None
    chart_title: str
    no_chart: str
    target: str
    band: BandReading | None
    flags: tuple[FlagReading, ...]
    caveats: tuple[str, ...]


@dataclass(frozen=True)
class NotReported:
    """A measure of the catalogue that this report leaves out, and why."""

    measure: Measure
    reason: str


@dataclass(frozen=True)
class KpiReport:
    """The report of one partnership for one quarter; `news` is what changed since the quarter before.

    `load` is the newest load that the figures stand on.
    """

    partnership: str
    quarter: Quarter
    news: tuple[str, ...]
    entries: tuple[KpiEntry, ...]
    without_evidence: tuple[NotReported, ...]
    not_live: tuple[NotReported, ...]
    method: tuple[str, ...]
    sources: tuple[str, ...]
    load: int
