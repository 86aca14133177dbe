"""What may be coming: Acts, reviews and funding decisions that every partnership may want to watch."""

from datetime import date
from functools import cache
from importlib import resources
from typing import Literal

from pydantic import BaseModel, ConfigDict

from wardmote.definitions.catalogue import read_definition

Pestelo = Literal["political", "economic", "social", "technological", "environmental", "legal", "organisational"]


class ShippedHorizon(BaseModel):
    """One thing on the horizon, as it was known `as_of` a day. Its date is what was known then, and has to be checked.

    `rule_pack` names the pack of duties that has to be changed when it comes.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    title: str
    pestelo: Pestelo
    effect: str
    expected_on: date | None = None
    expected: str
    source: str
    as_of: date
    to_check: str
    rule_pack: str = ""


@cache
def all_shipped_horizon() -> dict[str, ShippedHorizon]:
    """Every item of the catalogue by its id."""
    folder = resources.files("wardmote.catalogue") / "horizon"
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".yaml")), key=lambda file: file.name)
    items = (read_definition(ShippedHorizon, file.read_text(encoding="utf-8"), name=file.name) for file in files)
    return {item.id: item for item in items}
