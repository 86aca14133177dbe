"""By what scale risks are scored, from which day on."""

from datetime import date
from functools import cache
from importlib import resources
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from wardmote.definitions.catalogue import read_definition


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Step(_Strict):
    """One step of likelihood or impact: its word, and what it means."""

    word: str
    means: str


class Band(_Strict):
    """Scores from `least` up to the next band's: their word, and what they ask for."""

    word: str
    least: int = Field(ge=1)
    asks: str


class RiskScale(_Strict):
    """A scale: steps of likelihood and of impact, the first being 1. A score is one times the other."""

    id: str
    title: str
    valid_from: date
    source: str
    likelihood: tuple[Step, ...] = Field(min_length=2)
    impact: tuple[Step, ...] = Field(min_length=2)
    bands: tuple[Band, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _bands_rise_from_one(self) -> Self:
        least = [band.least for band in self.bands]
        if least[0] != 1 or least != sorted(set(least)):
            raise ValueError("bands rise, and the first begins at 1")
        return self

    def band(self, likelihood: int, impact: int) -> Band:
        """The band that a score lies in."""
        return [band for band in self.bands if band.least <= likelihood * impact][-1]


@cache
def all_risk_scales() -> tuple[RiskScale, ...]:
    """Every scale of the catalogue, the oldest first."""
    folder = resources.files("wardmote.catalogue") / "scales"
    files = (file for file in folder.iterdir() if file.name.endswith(".yaml"))
    scales = (read_definition(RiskScale, file.read_text(encoding="utf-8"), name=file.name) for file in files)
    return tuple(sorted(scales, key=lambda scale: scale.valid_from))


def risk_scale_on(day: date) -> RiskScale:
    """The scale that held on a day; before the first one, the first."""
    scales = all_risk_scales()
    return next((scale for scale in reversed(scales) if scale.valid_from <= day), scales[0])
