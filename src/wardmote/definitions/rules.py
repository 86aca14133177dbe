"""What a dated rule pack says of a duty in law: who owes what, by when, and where that is written."""

from datetime import date
from difflib import get_close_matches
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from wardmote.definitions.card_parts import Part, Words
from wardmote.definitions.catalogue import read_definition
from wardmote.errors import BadInput


class Item(Part):
    """Something that is owed. `brought_by` are the ids of the source cards whose files bring it.

    Where `categories` are given, a file that brings the item has rows of each of them, or the partner had none.
    `paragraph` is where the schedule lists it.
    """

    id: str
    title: str
    paragraph: str = ""
    brought_by: Words = ()
    categories: Words = ()
    note: str = ""


class Authority(Part):
    """Who owes it: the body as the rule calls it, and who that is today. `is_text_unseen` warns of a summary."""

    id: str
    called_in_2007: str
    today: str
    is_text_unseen: bool = False
    items: tuple[Item, ...] = Field(min_length=1)


class PeriodRule(Part):
    """Periods follow each other without a gap from `begins`, so many whole months each."""

    begins: date
    months: int = Field(ge=1, le=12)


class RuleVersion(Part):
    """The rule as it stood from `valid_from` until `valid_to`, or until now."""

    valid_from: date
    valid_to: date | None = None
    period: PeriodRule
    due_after_periods: int = Field(ge=0)
    source: str
    authorities: tuple[Authority, ...] = Field(min_length=1)

    def items_brought_by(self, source: str, *, also: tuple[str, ...] = ()) -> tuple[tuple[Authority, Item], ...]:
        """What a source card brings, by the rule's own list or because the card itself says so (`police.crimes`)."""
        return tuple(
            (authority, item)
            for authority in self.authorities
            for item in authority.items
            if source in item.brought_by or f"{authority.id}.{item.id}" in also
        )


class RulePack(Part):
    """One duty, with the law that it rests on and every version of it."""

    id: str
    title: str
    summary: str
    sources: tuple[str, ...] = Field(min_length=1)
    checked_on: date
    versions: tuple[RuleVersion, ...] = Field(min_length=1)
    caveats: tuple[str, ...] = ()

    def at(self, day: date) -> RuleVersion:
        """The version in force on a day; raises BadInput where there was none."""
        for version in self.versions:
            if version.valid_from <= day and (version.valid_to is None or day <= version.valid_to):
                return version
        raise BadInput(f"there was no such duty on {day:%Y-%m-%d}", where=self.id, do="choose a later year")

    @model_validator(mode="after")
    def _versions_follow_each_other(self) -> Self:
        for before, after in zip(self.versions, self.versions[1:], strict=False):
            if before.valid_to is None or before.valid_to >= after.valid_from:
                raise ValueError("one version ends before the next begins, and the oldest stands first")
        return self


def find_rule_pack(id_: str, own: Path | None = None) -> RulePack:
    """The rule pack with this id: the partnership's own from the folder `own`, or that of the catalogue."""
    shipped = resources.files("wardmote.catalogue") / "rules"
    folders: list[Path | Traversable] = [own, shipped] if own is not None and own.is_dir() else [shipped]
    files = {file.name.removesuffix(".yaml"): file for folder in reversed(folders) for file in _yaml_in(folder)}
    if id_ not in files:
        near = get_close_matches(id_, files, n=1)
        raise BadInput(
            f"there is no rule pack called {id_}",
            where="the catalogue",
            do=f"did you mean {near[0]}?" if near else f"choose one of: {', '.join(sorted(files))}",
        )
    return read_definition(RulePack, files[id_].read_text(encoding="utf-8"), name=files[id_].name)


def _yaml_in(folder: Path | Traversable) -> list[Path | Traversable]:
    return sorted((file for file in folder.iterdir() if file.name.endswith(".yaml")), key=lambda file: file.name)
