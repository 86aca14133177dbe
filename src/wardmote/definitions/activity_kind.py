"""What a kind of activity is: the numbers, words, places and standards that a partnership keeps of it."""

from functools import cache
from importlib import resources
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from wardmote.definitions.catalogue import read_definition


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class FigureKind(_Strict):
    """One number that is kept. A stock, such as members, is read at its newest day and never added up over time.

    `noun` is one of what is counted and `nouns` several, as a sentence says them after the number.
    """

    label: str
    noun: str
    nouns: str
    is_stock: bool = False


class WordKind(_Strict):
    """Something said in words: freely, or as one of `choices`."""

    label: str
    hint: str = ""
    choices: tuple[str, ...] = ()


class Sites(_Strict):
    """The places that belong to it, such as venues or cameras; `training` and `pledge` say which days are kept."""

    noun: str
    nouns: str
    categories: tuple[str, ...] = ()
    has_training: bool = False
    has_pledge: bool = False


class Share(_Strict):
    """One figure as a share of another, which is said with its base; or, where `is_rate`, so many for each of them."""

    words: str
    of: str
    over: str
    is_rate: bool = False


class Feed(_Strict):
    """Which of its figures are written as which values of a source card; `sites` is the value that counts its sites."""

    card: str
    figures: dict[str, str] = Field(default_factory=dict)
    sites: str = ""


class ActivityKind(_Strict):
    """One kind of activity. Adding a file of this form to `catalogue/activities` adds the kind; nothing else lists it."""

    id: str
    title: str
    nouns: str
    group: str
    about: str
    is_pilot: bool = False
    words: dict[str, WordKind] = Field(default_factory=dict)
    figures: dict[str, FigureKind] = Field(default_factory=dict)
    shares: tuple[Share, ...] = ()
    sites: Sites | None = None
    standards: tuple[str, ...] = ()
    standards_source: str = ""
    feeds: Feed | None = None

    @property
    def parting_words(self) -> tuple[str, ...]:
        """The names of what is said by choosing, and by which its figures are also counted apart."""
        return tuple(name for name, word in self.words.items() if word.choices)

    @model_validator(mode="after")
    def _names_figures_that_it_has(self) -> Self:
        fed = tuple(self.feeds.figures) if self.feeds else ()
        for name in (*fed, *(one for share in self.shares for one in (share.of, share.over))):
            if name not in self.figures:
                raise ValueError(f"“{name}” is not one of its figures ({', '.join(self.figures)})")
        if self.feeds and self.feeds.sites and not self.sites:
            raise ValueError("feeds count its sites, and it has none")
        return self

    @model_validator(mode="after")
    def _says_where_standards_are_from(self) -> Self:
        if self.standards and not self.standards_source:
            raise ValueError("standards need the key “standards_source”")
        return self


@cache
def all_activity_kinds() -> dict[str, ActivityKind]:
    """Every kind of the catalogue by its id, in the order of its groups and titles."""
    folder = resources.files("wardmote.catalogue") / "activities"
    files = (file for file in folder.iterdir() if file.name.endswith(".yaml"))
    kinds = [read_definition(ActivityKind, file.read_text(encoding="utf-8"), name=file.name) for file in files]
    return {kind.id: kind for kind in sorted(kinds, key=lambda kind: (kind.group, kind.title))}
