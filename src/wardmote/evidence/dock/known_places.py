"""The names of areas that a partner may give as a section: nobody's name, and the same for every partner."""

from pathlib import Path

from wardmote.evidence import duck
from wardmote.evidence.tables import AREA_LINKS
from wardmote.evidence.workspace import SETTINGS, Workspace


def known_places(home: Path) -> tuple[str, ...]:
    """The sections that a workspace draws, and the wards and districts in the lookups that it holds, by name.

    Empty where `home` is no workspace.
    """
    if not (home / SETTINGS).is_file():
        return ()
    workspace = Workspace.open(home)
    store = workspace.store
    files = [store.folder / AREA_LINKS.name / file.path for file in store.files(AREA_LINKS, at=store.load())]
    return tuple(sorted({*workspace.sections.values(), *_names_in(files)}))


def _names_in(files: list[Path]) -> list[str]:
    if not files:
        return []
    with duck.connect(may_spill=False) as connection:
        rows = connection.execute(
            f"SELECT DISTINCT to_name FROM read_parquet([{', '.join(duck.quoted(str(path)) for path in files)}])"
            " WHERE to_name IS NOT NULL AND (to_kind LIKE 'wd%' OR to_kind LIKE 'lad%')"
        ).fetchall()
    return [str(name) for (name,) in rows]
