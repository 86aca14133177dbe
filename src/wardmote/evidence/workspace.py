"""A workspace: one partnership's folder, with its settings and its evidence store."""

import csv
import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

from wardmote.errors import BadInput
from wardmote.evidence.evidence import Evidence
from wardmote.evidence.store import Store

SETTINGS = "wardmote.toml"
_SECTION_COLUMNS = {"lsoa_code", "section"}


@dataclass(frozen=True)
class Workspace:
    """Where a partnership's settings and evidence are.

    `areas` are names or codes of local authorities, or codes of Community Safety Partnerships; `lsoas` are LSOA codes
    of 2011 or 2021, where the partnership is given as a list; `sections` maps LSOA codes to the partnership's own
    sub-areas, such as police sections.
    """

    folder: Path
    name: str
    areas: tuple[str, ...]
    lsoas: tuple[str, ...]
    sections: dict[str, str]

    @property
    def store(self) -> Store:
        return Store(self.folder / "evidence")

    def evidence(self, *, as_of_load: int | None = None) -> Evidence:
        """The evidence now, or as it stood after an earlier load."""
        store = self.store
        return Evidence(self, store, store.load(as_of_load))

    @classmethod
    def open(cls, folder: Path) -> "Workspace":
        """The workspace in a folder that `create` made."""
        path = folder / SETTINGS
        if not path.is_file():
            raise BadInput(
                "is not a workspace", where=str(folder), do="make one with: wardmote init FOLDER --area NAME"
            )
        try:
            settings = tomllib.loads(path.read_text(encoding="utf-8"))["partnership"]
            name, areas = str(settings["name"]), tuple(str(area) for area in settings.get("areas", []))
        except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
            raise BadInput(f"cannot be read: {error}", where=str(path), do="mend the file or make it again") from error
        lsoas = _read_column(folder / settings["lsoas"]) if "lsoas" in settings else ()
        sections = _read_sections(folder / settings["sections"]) if "sections" in settings else {}
        return cls(folder, name, areas, lsoas, sections)

    @classmethod
    def create(
        cls,
        folder: Path,
        *,
        areas: tuple[str, ...] = (),
        lsoas: Path | None = None,
        sections: Path | None = None,
        name: str | None = None,
    ) -> "Workspace":
        """Make a workspace; the files of LSOA codes and of sections are checked and copied into it."""
        if (folder / SETTINGS).exists():
            raise BadInput("is a workspace already", where=str(folder), do="choose another folder")
        if not areas and lsoas is None:
            raise BadInput("no area was chosen", do="name one with --area, or give a file of LSOA codes with --lsoas")
        if lsoas is not None and not _read_column(lsoas):
            raise BadInput("holds no LSOA codes", where=str(lsoas), do="give one code a line, such as E01015292")
        if sections is not None:
            _read_sections(sections)
        folder.mkdir(parents=True, exist_ok=True)
        lines = ["[partnership]", f"name = {json.dumps(name or ', '.join(areas) or folder.name, ensure_ascii=False)}"]
        lines.append(f"areas = {json.dumps(list(areas), ensure_ascii=False)}")
        for key, path in (("lsoas", lsoas), ("sections", sections)):
            if path is not None:
                (folder / f"{key}.csv").write_bytes(path.read_bytes())
                lines.append(f'{key} = "{key}.csv"')
        (folder / SETTINGS).write_text("\n".join(lines) + "\n", encoding="utf-8")
        return cls.open(folder)


def _read_column(path: Path) -> tuple[str, ...]:
    """The LSOA codes in a file: the first column, with or without a heading."""
    first = (row[0].strip() for row in csv.reader(_lines(path)) if row)
    return tuple(dict.fromkeys(code for code in first if len(code) == 9 and code[0] in "EW"))


def _read_sections(path: Path) -> dict[str, str]:
    rows = list(csv.DictReader(_lines(path)))
    if not rows or not set(rows[0]) >= _SECTION_COLUMNS:
        raise BadInput(
            "does not map LSOA codes to sections", where=str(path), do="give it the columns lsoa_code and section"
        )
    return {row["lsoa_code"].strip(): row["section"].strip() for row in rows if row["lsoa_code"]}


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(
            "cannot be read as a CSV file in UTF-8", where=str(path), do="check the path and save it again"
        ) from error
