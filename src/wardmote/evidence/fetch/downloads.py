"""The catalogue's list of addresses: what can be fetched, from whom, and what must arrive."""

from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Literal, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from wardmote.errors import DefinitionError

Kind = Literal["direct", "arcgis-query", "nomis"]
Group = Literal["lookups", "boundaries", "population", "deprivation"]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Item(_Entry):
    """One file: where it is, what it is called here, and how to know that the right thing came.

    `addresses` are tried in order. `columns` must all be in what arrives, `rows` is how many rows it must have, and
    `page` how many are asked for at a time. `member` names the wanted file inside a zip. `renamed`, where given, keeps
    only its columns, under the headings that `wardmote load` reads.
    """

    id: str
    group: Group
    title: str
    publisher: str
    licence: str
    kind: Kind
    addresses: tuple[str, ...] = Field(min_length=1)
    file: str
    columns: tuple[str, ...]
    renamed: dict[str, str] = Field(default_factory=dict)
    member: str = ""
    where: str = "1=1"
    order_by: str = ""
    rows: int | None = None
    page: int = Field(default=2000, gt=0)
    checked: str
    seen: str

    @cached_property
    def is_geojson(self) -> bool:
        """Whether the item is boundaries, and not a table."""
        return self.file.endswith(".geojson")

    @cached_property
    def headings(self) -> dict[str, str]:
        """The columns to keep, each with its heading in the finished table."""
        return self.renamed or {name: name for name in self.columns}

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        if Path(self.file).name != self.file:
            raise ValueError(f"file: {self.file!r} must be a name, not a path")
        if unknown := self.renamed.keys() - set(self.columns):
            raise ValueError(f"renamed: {', '.join(sorted(unknown))} is not among the columns")
        return self


class Archive(_Entry):
    """The whole releases of police.uk: the newest, and one by its month."""

    latest: str
    of_month: str
    checked: str
    seen: str


class Form(_Entry):
    """The custom download of police.uk: the page with the form, and where its progress is told."""

    address: str
    progress: str
    checked: str
    seen: str


class PoliceUk(_Entry):
    """Where police.uk files are, and the columns each kind must have."""

    publisher: str
    licence: str
    about: str
    archive: Archive
    form: Form
    columns: dict[str, tuple[str, ...]]


class Downloads(_Entry):
    """Everything that `wardmote fetch` knows how to get."""

    police_uk: PoliceUk
    areas: tuple[Item, ...]


def read_downloads(path: Path | None = None) -> Downloads:
    """The list at `path`, or the one that comes with Wardmote.

    Raises:
        DefinitionError: the file is missing, is not YAML, or does not say what it must.
    """
    shipped = files("wardmote") / "catalogue" / "downloads.yaml"
    where = str(path or shipped)
    try:
        text = path.read_text(encoding="utf-8") if path else shipped.read_text(encoding="utf-8")
        return Downloads.model_validate(yaml.safe_load(text))
    except (OSError, yaml.YAMLError) as error:
        raise DefinitionError(f"the list of addresses cannot be read ({error})", where=where) from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(step) for step in first["loc"])
        raise DefinitionError(f"{place}: {first['msg']}", where=where, do="Correct that entry") from error
