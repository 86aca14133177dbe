"""The outline of an assessment as an analyst writes it in the catalogue: sections, and the parts of each."""

from functools import cache
from importlib import resources
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from wardmote.definitions.catalogue import read_definition
from wardmote.measures.series import AreaKind


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class LevelsTable(_Part):
    """How much of each offence there was, as a count and a rate."""

    kind: Literal["levels-table"]
    measures: tuple[str, ...]
    totals: tuple[str, ...] = ()


class SharesTable(_Part):
    """Shares of something, such as how recorded crimes ended; `of` names what a row is, `id` the table."""

    kind: Literal["shares-table"]
    id: str
    title: str
    of: str
    measures: tuple[str, ...]


class RankedMeasures(_Part):
    """Offences in order of their number, against the total that they make up."""

    kind: Literal["ranked-measures"]
    measures: tuple[str, ...]
    total: str


class RankedAreas(_Part):
    """Areas in order of their rate."""

    kind: Literal["ranked-areas"]
    measure: str
    by: AreaKind


class AreaMapPart(_Part):
    """Areas on a map, by how they compare with the partnership."""

    kind: Literal["area-map"]
    measure: str
    by: AreaKind


class SeasonPart(_Part):
    """The shape of a year."""

    kind: Literal["season"]
    measure: str


class ChangesTable(_Part):
    """Each offence this year and last, with what may be said about the change."""

    kind: Literal["changes-table"]
    measures: tuple[str, ...]
    totals: tuple[str, ...] = ()


class RollingMeasures(_Part):
    """Rolling 12 months by quarter, a frame for each offence."""

    kind: Literal["rolling-measures"]
    measures: tuple[str, ...]


class RollingAreas(_Part):
    """Rolling 12 months by quarter, a frame for each area."""

    kind: Literal["rolling-areas"]
    measure: str
    by: AreaKind


class ControlPart(_Part):
    """Months against their usual range."""

    kind: Literal["control"]
    measure: str


class HypothesesPart(_Part):
    """A place for the explanation of each change that chance does not explain."""

    kind: Literal["hypotheses"]
    measures: tuple[str, ...]
    cautions: tuple[str, ...] = ()


class PrioritiesPart(_Part):
    """Proposals for priorities, each with its evidence and the reason that it still needs."""

    kind: Literal["priorities"]
    measures: tuple[str, ...]
    others: tuple[str, ...] = ()
    total: str


class HarmPart(_Part):
    """How much harm there was, area by area, beside how many crimes."""

    kind: Literal["harm"]
    measure: str
    by: AreaKind


class HarmedPart(_Part):
    """Who is harmed: rates from the most to the least deprived residents, drawn for the first of the measures."""

    kind: Literal["who-is-harmed"]
    measures: tuple[str, ...] = Field(min_length=1)


class PlanPart(_Part):
    """How far the plan was carried out; until there is a plan, a place kept for it."""

    kind: Literal["plan"]
    for_what: str
    because: str
    do: str


class ViewsPart(_Part):
    """What people said in surveys."""

    kind: Literal["views"]


class WaitingPart(_Part):
    """A place kept for what has not arrived."""

    kind: Literal["waiting"]
    for_what: str
    because: str
    do: str


Part = Annotated[
    LevelsTable
    | SharesTable
    | RankedMeasures
    | RankedAreas
    | AreaMapPart
    | SeasonPart
    | ChangesTable
    | RollingMeasures
    | RollingAreas
    | ControlPart
    | HypothesesPart
    | PrioritiesPart
    | HarmPart
    | HarmedPart
    | PlanPart
    | ViewsPart
    | WaitingPart,
    Field(discriminator="kind"),
]


class SectionOutline(_Part):
    """One section: `duty` is what the regulations ask of it, `waiting_for` what it will lack however much is loaded."""

    id: str
    heading: str
    duty: str
    waiting_for: str = ""
    parts: tuple[Part, ...]


class Outline(_Part):
    """The whole assessment."""

    id: str
    title: str
    years_of_history: int = Field(ge=2, le=10)
    licences: tuple[str, ...]
    method: tuple[str, ...]
    sections: tuple[SectionOutline, ...]


@cache
def read_outline(report: str = "strategic-assessment") -> Outline:
    """The outline in the catalogue's folder for a report."""
    file = resources.files("wardmote.catalogue") / "reports" / report / "outline.yaml"
    return read_definition(Outline, file.read_text(encoding="utf-8"), name=f"{report}.yaml")
