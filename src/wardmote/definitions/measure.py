"""What a measure file in the catalogue says."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Direction = Literal["down", "up", "neither"]
Calculation = Literal["count", "proportion"]


class Filter(BaseModel):
    """Rows of one evidence table whose fields hold one of the listed values (all fields must match).

    `unit` is what one is counted for: each row, or each outcome of a crime, however many suspects it was given to.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    table: Literal["incidents", "outcomes", "stop_and_search"] = "incidents"
    unit: Literal["rows", "outcomes"] = "rows"
    where: dict[str, tuple[str, ...]] = Field(default_factory=dict)


class Measure(BaseModel):
    """One measure: what it counts, why it matters, and what to mind when reading it.

    `calculation` is `count` (of `numerator` rows; shown as a count and as a rate per 1,000 residents) or
    `proportion` (`numerator` rows as a share of `denominator` rows).
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    title: str
    short_title: str
    noun: str
    counts: Literal["crimes", "incidents", "outcomes", "searches"]
    version: int = 1
    calculation: Calculation = "count"
    numerator: Filter
    denominator: Filter | None = None
    direction: Direction = "down"
    why: str
    caveats: tuple[str, ...] = ()
    source: str
    release: Literal["open", "suppressed"] = "suppressed"
