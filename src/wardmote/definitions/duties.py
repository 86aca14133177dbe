"""Packs of duties: what the law asks of a partnership, what shows it, and the clock that it runs by."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, model_validator

from wardmote.definitions.card_parts import Part, Words
from wardmote.definitions.catalogue import read_definition
from wardmote.definitions.clocks import Clock, Standing
from wardmote.errors import BadInput, DefinitionError

Certainty = Literal["read in the source", "from professional knowledge", "local practice"]
Capacity = Literal[
    "strategy-group",
    "crime-and-disorder-committee",
    "domestic-abuse-board",
    "serious-violence-partnership",
    "public-meeting",
]
CAPACITIES: dict[Capacity, str] = {
    "strategy-group": "strategy group of the partnership",
    "crime-and-disorder-committee": "crime and disorder committee",
    "domestic-abuse-board": "domestic abuse local partnership board",
    "serious-violence-partnership": "serious violence partnership",
    "public-meeting": "public meeting of the partnership",
}
Answers = Literal["", "recommendations", "requests", "referrals", "supplies"]


class DutyVersion(Part):
    """The duty as it stood from `valid_from` until `valid_to`, or until now."""

    valid_from: date
    valid_to: date | None = None
    clock: Clock
    law: str
    certainty: Certainty
    note: str = ""


class Duty(Part):
    """One duty, which has one line of the compliance statement.

    `shown_by` says what shows that it is met. A meeting that sits `meetings_as` shows it by itself; `answers` names what
    has to be answered in time. Where `each` is given, each thing of that kind has a clock of its own.
    """

    id: str
    title: str
    function: str
    shown_by: str
    meetings_as: Capacity | Literal[""] = ""
    answers: Answers = ""
    each: str = ""
    asked_for_by: Words = ()
    versions: tuple[DutyVersion, ...] = Field(min_length=1)

    def at(self, day: date) -> DutyVersion | None:
        """The version in force on a day; None where there was no such duty."""
        found = (
            one for one in self.versions if one.valid_from <= day and (one.valid_to is None or day <= one.valid_to)
        )
        return next(found, None)

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        for before, after in zip(self.versions, self.versions[1:], strict=False):
            if before.valid_to is None or before.valid_to >= after.valid_from:
                raise ValueError(f"{self.id}: one version ends before the next begins, and the oldest stands first")
        runs_within = {version.clock.kind == "within" for version in self.versions}
        if runs_within != {bool(self.answers)} and self.answers != "supplies":
            raise ValueError(f"{self.id}: a clock of the kind within and `answers` belong together")
        if self.each and any(isinstance(version.clock, Standing) for version in self.versions):
            raise ValueError(f"{self.id}: `each` needs a clock that runs")
        return self


class DutyPack(Part):
    """Duties that belong together, with what they rest on."""

    id: str
    title: str
    order: int
    sources: tuple[str, ...] = Field(min_length=1)
    checked_on: date
    duties: tuple[Duty, ...] = Field(min_length=1)
    caveats: tuple[str, ...] = ()


@cache
def all_duty_packs(own: Path | None = None) -> tuple[DutyPack, ...]:
    """Every pack in its order; a partnership's own, in the folder `own`, stands in place of the catalogue's of its name.

    Raises `DefinitionError` where two packs name the same duty.
    """
    files: dict[str, Path | Traversable] = {}
    for folder in (resources.files("wardmote.catalogue") / "rules" / "duties", own):
        files.update({file.name: file for file in _yaml_in(folder)})
    packs = [read_definition(DutyPack, file.read_text(encoding="utf-8"), name=name) for name, file in files.items()]
    ids = [duty.id for pack in packs for duty in pack.duties]
    if again := sorted({id_ for id_ in ids if ids.count(id_) > 1}):
        raise DefinitionError(f"two packs of duties name {', '.join(again)}", where="rules/duties")
    return tuple(sorted(packs, key=lambda pack: (pack.order, pack.id)))


def find_duty(id_: str, own: Path | None = None) -> Duty:
    """The duty with this id; raises BadInput."""
    for pack in all_duty_packs(own):
        for duty in pack.duties:
            if duty.id == id_:
                return duty
    raise BadInput(f"there is no duty called {id_}", where="the catalogue’s rules")


def _yaml_in(folder: Path | Traversable | None) -> Iterator[Path | Traversable]:
    if folder is not None and folder.is_dir():
        yield from (file for file in folder.iterdir() if file.name.endswith(".yaml"))
