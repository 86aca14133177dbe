"""What a measure file in the catalogue says."""

from datetime import date
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Direction = Literal["down", "up", "neither"]
Calculation = Literal["count", "proportion", "total", "latest", "repeat people", "repeat events", "follow-up"]
TableName = Literal["incidents", "outcomes", "stop_and_search", "events", "tallies", "episodes"]
# What a reader sees of a measure's life: a draft and one in abeyance are shown as such and never reported as live.
StatusOfMeasure = Literal["draft", "live", "in abeyance", "retired"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Filter(_Strict):
    """Rows of one evidence table whose fields hold one of the listed values (all fields must match).

    `unit` is what one is counted for: each row, or each outcome of a crime, however many suspects it was given to.
    `flags` must all be said to be so, `answered` must all be said one way or the other, and `within` names a set of
    priority places that was frozen for the year.
    """

    table: TableName = "incidents"
    unit: Literal["rows", "outcomes"] = "rows"
    where: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    flags: tuple[str, ...] = ()
    answered: tuple[str, ...] = ()
    within: str | None = None


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
    """

    id: str
    title: str
    short_title: str
    noun: str
    counts: Literal["crimes", "incidents", "outcomes", "searches", "people", "events", "places", "pounds"]
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
    direction: Direction = "down"
    why: str
    owner: str = ""
    asked_for_by: tuple[str, ...] = ()
    baseline: date | None = None
    target: Target | None = None
    benchmark: Benchmark | None = None
    caveats: tuple[str, ...] = ()
    source: str
    release: Literal["open", "suppressed"] = "suppressed"

    @model_validator(mode="after")
    def _has_what_it_calculates_with(self) -> Self:
        needs = {
            "proportion": ("denominator", self.denominator),
            "repeat people": ("people", self.people),
            "repeat events": ("people", self.people),
            "follow-up": ("follow_up", self.follow_up),
        }
        field, value = needs.get(self.calculation, ("", "not needed"))
        if value is None:
            raise ValueError(f"a {self.calculation} needs the key “{field}”")
        return self

    @property
    def is_share(self) -> bool:
        """Whether its value is a per cent of something."""
        return self.calculation not in {"count", "total", "latest"}


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
        return {"current": now, "earlier": [{**now, **then} for then in content.get("earlier", ())]}

    @model_validator(mode="after")
    def _numbers_its_versions(self) -> Self:
        numbers = [measure.version for measure in (self.current, *self.earlier)]
        if len(set(numbers)) != len(numbers) or numbers[0] != max(numbers):
            raise ValueError("versions need different numbers, the newest the highest")
        return self

    def version(self, number: int | None) -> Measure | None:
        """The version with this number, the current one where no number is given, None where there is none."""
        if number is None:
            return self.current
        return next((one for one in (self.current, *self.earlier) if one.version == number), None)
