"""What a measure file in the catalogue says."""

from datetime import date
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from wardmote.definitions.severity import Severity

Direction = Literal["down", "up", "neither"]
Base = Literal["residents", "workday", "visitor"]
Calculation = Literal[
    "count", "proportion", "total", "latest", "repeat people", "repeat events", "follow-up", "severity"
]
TableName = Literal["incidents", "outcomes", "stop_and_search", "events", "tallies", "episodes"]
# What a reader sees of a measure's life: a draft and one in abeyance are shown as such and never reported as live.
StatusOfMeasure = Literal["draft", "live", "in abeyance", "retired"]
DatedBy = Literal["recorded", "occurred"]
# Five years: how long after it happened a record is at most told from a still later one.
LONGEST_LAG = 60


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Filter(_Strict):
    """Rows of one evidence table whose fields hold one of the listed values (all fields must match).

    `unit` is what one is counted for: each row, or each outcome of a crime, however many suspects it was given to.
    `flags` must all be said to be so, `answered` must all be said one way or the other, and `within` names a set of
    priority places that was frozen for the year. Events are counted in the month in which they were recorded, or with
    `dated_by: occurred` in that in which they happened. Those recorded later than `historical_after_months` are
    historical and left out, or with `is_historical` the only ones counted; both need events that say both days.
    """

    table: TableName = "incidents"
    unit: Literal["rows", "outcomes"] = "rows"
    where: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    flags: tuple[str, ...] = ()
    answered: tuple[str, ...] = ()
    within: str | None = None
    dated_by: DatedBy = "recorded"
    historical_after_months: int | None = Field(default=None, ge=1, le=LONGEST_LAG)
    is_historical: bool = False

    @property
    def needs_lags(self) -> bool:
        """Whether it has to be known how long after it happened each event was recorded."""
        return self.dated_by == "occurred" or self.historical_after_months is not None

    @model_validator(mode="after")
    def _waits_as_long_for_every_month(self) -> Self:
        if self.needs_lags and self.table != "events":
            raise ValueError("only events say when they happened and when they were recorded")
        if self.needs_lags and self.historical_after_months is None:
            raise ValueError("what is dated by the day it occurred needs the key “historical_after_months”")
        return self


class People(_Strict):
    """Whose repeats are counted, and how long is looked ahead or back. `same` keeps to events of the numerator."""

    role: Literal["victim", "suspect", "caller"]
    months: int = 12


class FollowUp(_Strict):
    """Who is followed from when: those of a programme, from starting or from completing it.

    `programme` is the id of the source card that its episodes are read by.
    """

    programme: str
    clock: Literal["start", "completion"]
    role: Literal["victim", "suspect"] = "suspect"
    months: int = 12


class Benchmark(_Strict):
    """A band of values found elsewhere, in the measure's unit, with its source and its date."""

    lower: float
    upper: float
    source: str
    as_of: date


class Target(_Strict):
    """A value to reach by a date, in the measure's unit."""

    value: float
    by: date
    set_by: str


class YearlyAim(_Strict):
    """A level that each year has to be lower or higher than the year before it, in the words of who set it."""

    each_year: Literal["lower", "higher"]
    set_by: str
    wording: str


class Measure(_Strict):
    """One version of a measure: what it counts, why it matters, and what to mind when reading it.

    `calculation` is one of a closed set:
    - `count`: `numerator` rows, shown as a count and as a rate per 1,000 residents
    - `proportion`: `numerator` rows (or tallies) as a share of `denominator` ones
    - `total`: the sum of tallies, such as pounds saved; it has no interval
    - `latest`: the newest tally at the end of the period, of what is there and not of what happens, such as members
    - `repeat people`: of the people with an event in the period, the share with another within so many months of
      their first (each followed for as long)
    - `repeat events`: of the events in the period, the share whose person had another in the months before
    - `follow-up`: of the people who started or completed a programme in the period, the share with an event after
    - `severity`: `numerator` rows added up by how grave each is, on a publisher's scale

    Rates are for each `rate_per` (1,000 unless said) of the `base`: residents, or where they mislead the people who are
    there on a workday, or visitors.

    A month is provisional while less than `settled_share` of its records are expected to be in, where it is counted by
    the day that things happened. `predecessors` are the versions that held in their own time before this one, oldest
    first, filled in when it is not asked for by its number.
    """

    id: str
    title: str
    short_title: str
    noun: str
    counts: Literal[
        "crimes",
        "incidents",
        "outcomes",
        "searches",
        "people",
        "events",
        "sessions",
        "places",
        "hours",
        "things",
        "pounds",
    ]
    version: int = 1
    status: StatusOfMeasure = "live"
    valid_from: date | None = None
    valid_to: date | None = None
    changed: str = ""
    calculation: Calculation = "count"
    numerator: Filter
    denominator: Filter | None = None
    people: People | None = None
    follow_up: FollowUp | None = None
    severity: Severity | None = None
    base: Base = "residents"
    rate_per: Literal[1000, 100000] = 1000
    direction: Direction = "down"
    why: str
    owner: str = ""
    asked_for_by: tuple[str, ...] = ()
    baseline: date | None = None
    target: Target | None = None
    yearly_aim: YearlyAim | None = None
    benchmark: Benchmark | None = None
    caveats: tuple[str, ...] = ()
    settled_share: float = Field(default=0.98, gt=0, le=1)
    source: str
    release: Literal["open", "suppressed"] = "suppressed"
    predecessors: tuple["Measure", ...] = Field(default=(), exclude=True, repr=False)

    @model_validator(mode="after")
    def _follows_nobody_by_lag(self) -> Self:
        parts = (self.numerator, self.denominator or self.numerator)
        if (self.people or self.follow_up) and self.numerator.needs_lags:
            raise ValueError("people are followed by the day of recording")
        if len({(part.dated_by, part.historical_after_months) for part in parts}) > 1:
            raise ValueError("numerator and denominator are dated alike, and leave out what is historical alike")
        return self

    @model_validator(mode="after")
    def _has_what_it_calculates_with(self) -> Self:
        needs = {
            "proportion": ("denominator", self.denominator),
            "repeat people": ("people", self.people),
            "repeat events": ("people", self.people),
            "follow-up": ("follow_up", self.follow_up),
            "severity": ("severity", self.severity),
        }
        field, value = needs.get(self.calculation, ("", "not needed"))
        if value is None:
            raise ValueError(f"a {self.calculation} needs the key “{field}”")
        return self

    @property
    def is_share(self) -> bool:
        """Whether its value is a per cent of something."""
        return self.calculation not in {"count", "total", "latest", "severity"}


# What a version says of itself, and an earlier one does not take over from a later one.
_OF_ONE_VERSION = {"valid_from", "valid_to", "changed", "version"}


class MeasureFile(_Strict):
    """A file of the catalogue: a measure as it is now, and what was different in each earlier version of it."""

    current: Measure
    earlier: tuple[Measure, ...]

    @model_validator(mode="before")
    @classmethod
    def _lay_out_versions(cls, content: Any) -> Any:
        if not isinstance(content, dict) or "current" in content:
            return content
        now = {key: value for key, value in content.items() if key != "earlier"}
        shared = {key: value for key, value in now.items() if key not in _OF_ONE_VERSION}
        return {"current": now, "earlier": [{**shared, **then} for then in content.get("earlier", ())]}

    @model_validator(mode="after")
    def _numbers_its_versions(self) -> Self:
        numbers = [measure.version for measure in (self.current, *self.earlier)]
        if len(set(numbers)) != len(numbers) or numbers[0] != max(numbers):
            raise ValueError("versions need different numbers, the newest the highest")
        if any(measure.predecessors for measure in (self.current, *self.earlier)):
            raise ValueError("earlier versions stand under the key “earlier”")
        return self

    @model_validator(mode="after")
    def _follows_in_time(self) -> Self:
        starts = [one.valid_from for one in sorted((self.current, *self.earlier), key=lambda one: one.version)]
        dated = [start for start in starts if start is not None]
        if dated != sorted(dated):
            raise ValueError("each version comes into force after the one before it")
        return self

    @property
    def in_time(self) -> Measure:
        """The current version, with those that held before it came into force; alone where it holds of all time."""
        if self.current.valid_from is None or not self.earlier:
            return self.current
        before = tuple(sorted(self.earlier, key=lambda one: one.version))
        return self.current.model_copy(update={"predecessors": before})

    def version(self, number: int | None) -> Measure | None:
        """The version with this number, that of each time where no number is given, None where there is none."""
        if number is None:
            return self.in_time
        return next((one for one in (self.current, *self.earlier) if one.version == number), None)
