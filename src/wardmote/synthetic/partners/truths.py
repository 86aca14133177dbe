"""What is really so in the partners' files: every effect that was planted in them, and where nothing was."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

PARTNER_TRUTHS_FILE = "partner_truths.json"


@dataclass(frozen=True)
class SetAside:
    """A row that was planted to be set aside: its number in the file (the first after the header is 1), and why."""

    row: int
    why: str


@dataclass(frozen=True)
class FileTruth:
    """One file: the id of the source that reads it, its rows after the header, and the rows that no load should keep.

    `source` is empty for what is no evidence and is kept in the workspace as it is. `rows` counts every line with something in it; `kept` is what is left when the planted faults are set aside.
    """

    name: str
    source: str
    rows: int
    set_aside: tuple[SetAside, ...] = ()

    @property
    def kept(self) -> int:
        return self.rows - len(self.set_aside)


@dataclass(frozen=True)
class YearCount:
    """Of `base` in the year that begins on `first`, `count` were so. For plain counts `base` is None."""

    first: date
    count: int
    base: int | None = None


@dataclass(frozen=True)
class PlantedFigure:
    """One quantity year by year, as a plain count of the written rows gives it.

    `kind` says how it is counted: `repeat` (people with another event within 365 days of their first in the year,
    over people with an event in it), `share` (yes over answered), `count` or `level`.
    `selection` says of which rows: columns and the values that count; where `is_in_priority_locations`, only rows in the
    LSOAs on the list of the row's own year, and where `is_in_patrol_areas`, only rows whose place lies in an outline of
    its year. `dated_by` is the column whose day places a row in a year, where a file
    has more than one: of crimes the day of recording. `planted` are the true probabilities or levels
    behind the years, one for each in `years`; it is empty where none was planted as such.
    `is_changed` is whether the truth behind the figures changes: where it is false, a finding of change is a false alarm.
    """

    id: str
    about: str
    file: str
    kind: Literal["repeat", "share", "count", "level"]
    selection: dict[str, tuple[str, ...]]
    years: tuple[YearCount, ...]
    is_changed: bool
    planted: tuple[float, ...] = ()
    changed_from: date | None = None
    dated_by: str = ""
    is_in_priority_locations: bool = False
    is_in_patrol_areas: bool = False


@dataclass(frozen=True)
class PlantedBreak:
    """A stretch of months, or all from `first_month` on, in which a series is not what it was, with the reason."""

    source: str
    category: str
    flag: str
    kind: Literal["recording", "definition", "boundary", "system", "lockdown"]
    first_month: date
    last_month: date | None
    reason: str


@dataclass(frozen=True)
class Completeness:
    """The share of records that answer a flag, planted, before and from a month on."""

    file: str
    flag: str
    before: float
    after: float
    changed_from: date


@dataclass(frozen=True)
class Lateness:
    """How long after the crime each kind of offence is recorded.

    Of all crimes of the kind, `shares[i]` are recorded within `days[i]` days; the rest, the historical offences, come
    more than a year after. `by_month[k]` is what came of it: of the crimes committed in the first year and recorded
    within twelve months, the share recorded by the end of the k-th month after the month of the crime.
    """

    kind: str
    codes: tuple[str, ...]
    days: tuple[int, ...]
    shares: tuple[float, ...]
    by_month: tuple[float, ...]


@dataclass(frozen=True)
class SurveyTruth:
    """The shares of the whole adult population, one a wave, whose answer to a question belongs to a net.

    Those who answer are older than the population: unweighted shares are off, and weighted ones are not.
    """

    survey: str
    question: str
    net: str
    waves: tuple[str, ...]
    shares: tuple[float, ...]
    is_changed: bool


@dataclass(frozen=True)
class Arrival:
    """One partner's data for one information period that came late, or has not come at all."""

    partner: str
    dataset: str
    period: str
    state: Literal["late", "missing", "incomplete"]


@dataclass(frozen=True)
class PartnerTruths:
    """All that is known about one set of partners' files."""

    seed: int
    months: tuple[date, ...]
    files: tuple[FileTruth, ...]
    figures: tuple[PlantedFigure, ...]
    breaks: tuple[PlantedBreak, ...] = ()
    completeness: tuple[Completeness, ...] = ()
    lateness: tuple[Lateness, ...] = ()
    surveys: tuple[SurveyTruth, ...] = ()
    arrivals: tuple[Arrival, ...] = ()
    serious_codes: tuple[str, ...] = ()
    priority_lsoas: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def figure(self, id: str) -> PlantedFigure:
        """One planted figure by its id; raises `KeyError` for one that is not there."""
        return {one.id: one for one in self.figures}[id]

    def file(self, name: str) -> FileTruth:
        """What is true of one file; raises `KeyError` for one that is not there."""
        return {one.name: one for one in self.files}[name]


def write_partner_truths(truths: PartnerTruths, *, folder: Path) -> Path:
    """Write the truths as JSON beside the files."""
    from pydantic import TypeAdapter

    path = folder / PARTNER_TRUTHS_FILE
    path.write_bytes(TypeAdapter(PartnerTruths).dump_json(truths, indent=1) + b"\n")
    return path


def read_partner_truths(folder: Path) -> PartnerTruths:
    """The truths of a folder that `write_partner_files` wrote."""
    from pydantic import TypeAdapter

    return TypeAdapter(PartnerTruths).validate_json((folder / PARTNER_TRUTHS_FILE).read_bytes())
