"""A workspace: one partnership's folder, with its settings and its evidence store."""

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

from wardmote.errors import BadInput
from wardmote.evidence.chosen_areas import read_lsoas, read_sections
from wardmote.evidence.evidence import Evidence
from wardmote.evidence.store import Store

SETTINGS = "wardmote.toml"


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
            files = {key: folder / settings[key] for key in ("lsoas", "sections") if key in settings}
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise BadInput(f"cannot be read ({error})", where=str(path), do="mend the file or make it again") from error
        lsoas = read_lsoas(files["lsoas"]) if "lsoas" in files else ()
        sections = read_sections(files["sections"]) if "sections" in files else {}
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
        if lsoas is not None:
            read_lsoas(lsoas)
        if sections is not None:
            read_sections(sections)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise BadInput(
                f"cannot be made ({error.strerror})", where=str(folder), do="choose another folder"
            ) from error
        lines = ["[partnership]", f"name = {json.dumps(name or ', '.join(areas) or folder.name, ensure_ascii=False)}"]
        lines.append(f"areas = {json.dumps(list(areas), ensure_ascii=False)}")
        for key, path in (("lsoas", lsoas), ("sections", sections)):
            if path is not None:
                (folder / f"{key}.csv").write_bytes(path.read_bytes())
                lines.append(f'{key} = "{key}.csv"')
        (folder / SETTINGS).write_text("\n".join(lines) + "\n", encoding="utf-8")
        return cls.open(folder)
