"""How a measure of severity weighs what it counts."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Scale = Literal["css", "cchi"]

SCALE_TITLES: dict[Scale, str] = {"css": "ONS Crime Severity Score", "cchi": "Cambridge Crime Harm Index"}
# One point of the ONS scale is about a day of imprisonment too, weighed by how often courts give which sentence; only
# the Cambridge index is in days outright.
SCALE_UNITS: dict[Scale, str] = {"css": "severity points", "cchi": "days of imprisonment"}


class Severity(BaseModel):
    """The publisher's scale, and the field whose values it gives weights for.

    Where more than `most_without_weight` of what is counted has no weight, nothing is said about change: the crimes
    without one could turn it round.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    scale: Scale
    by: Literal["offence_code", "crime_type"] = "offence_code"
    most_without_weight: float = Field(default=0.1, ge=0, le=1)

    @property
    def title(self) -> str:
        """The scale by its publisher's name."""
        return SCALE_TITLES[self.scale]

    @property
    def unit(self) -> str:
        """What one of its sum is."""
        return SCALE_UNITS[self.scale]
