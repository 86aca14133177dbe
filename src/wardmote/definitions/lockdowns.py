"""Lockdowns that the catalogue knows of: months in which counting says more of the rules than of crime."""

from datetime import date
from functools import cache
from importlib import resources

from pydantic import Field, field_validator

from wardmote.definitions.card_parts import Part
from wardmote.definitions.catalogue import read_definition


class Lockdown(Part):
    """One lockdown, from its first month to its last, each written like 2020-03."""

    first_month: date
    last_month: date
    reason: str

    @field_validator("first_month", "last_month", mode="before")
    @classmethod
    def _as_first_of_month(cls, text: object) -> object:
        return f"{text}-01"


class Lockdowns(Part):
    """The lockdowns of one country, with the `rule` by which a month is named and the law that they rest on.

    They hold for a partnership whose area codes begin with `area_codes_begin`.
    """

    id: str
    title: str
    area_codes_begin: str
    rule: str
    sources: tuple[str, ...] = Field(min_length=1)
    checked_on: date
    note: str = ""
    lockdowns: tuple[Lockdown, ...] = Field(min_length=1)


@cache
def all_lockdowns() -> tuple[Lockdowns, ...]:
    """Every file of lockdowns in the catalogue, by name."""
    folder = resources.files("wardmote.catalogue") / "lockdowns"
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".yaml")), key=lambda file: file.name)
    return tuple(read_definition(Lockdowns, file.read_text(encoding="utf-8"), name=file.name) for file in files)
