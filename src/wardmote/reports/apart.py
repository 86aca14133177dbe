"""Typst at work: on a document of ours in this process, on one that holds PDFs of others in a process of its own.

A damaged PDF can end the whole process that sets it, which no `except` prevents. The site has to survive that.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from importlib import resources
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typst import Fonts

MOST_SECONDS = 60


class CannotBeSet(Exception):
    """That no PDF came of it; in the words of the process that tried, for whoever looks after the machine."""


def compiled(templates: Path, template: str, view: str, *, standards: Sequence[Any]) -> bytes:
    """A view, as JSON, set by a template in the folder. What breaks one of the standards is Typst's own error."""
    import typst

    return typst.compile(
        str(templates / template),
        root=str(templates),
        format="pdf",
        font_paths=_fonts(),
        pdf_standards=list(standards),
        sys_inputs={"view": view},
    )


@cache
def _fonts() -> "Fonts":
    """Ours, and for characters that they lack those of the machine: looked for once, for a machine may have hundreds."""
    import typst

    with resources.as_file(resources.files("wardmote.reports") / "fonts") as fonts:
        return typst.Fonts(font_paths=[fonts] if fonts.is_dir() else [])


def compiled_apart(templates: Path, template: str, view: dict[str, Any], *, supplied: Sequence[Path]) -> bytes:
    """The same with PDFs of others beside the template, named supplied-1.pdf and so on in their order.

    It is tagged, and claims no standard: Typst has none that allows the PDFs of others. Raises `CannotBeSet`.
    """
    with TemporaryDirectory(prefix="wardmote-") as name:
        folder = Path(name)
        for source in templates.glob("*.typ"):
            copyfile(source, folder / source.name)
        for number, path in enumerate(supplied, start=1):
            copyfile(path, folder / f"supplied-{number}.pdf")
        (folder / "view.json").write_text(json.dumps(view, ensure_ascii=False), encoding="utf-8")
        _run(folder, template)
        return (folder / "set.pdf").read_bytes()


def _run(folder: Path, template: str) -> None:
    command = [sys.executable, "-P", "-m", "wardmote.reports.apart", str(folder), template]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=MOST_SECONDS)
    except subprocess.CalledProcessError as error:
        raise CannotBeSet(error.stderr.decode("utf-8", "replace").strip()[-2000:]) from error
    except subprocess.TimeoutExpired as error:
        raise CannotBeSet(f"it was not done in {MOST_SECONDS} seconds") from error


def _set(folder: Path, template: str) -> None:
    from wardmote.reports.annotations import draw_annotations

    for path in folder.glob("supplied-*.pdf"):
        draw_annotations(path)
    view = (folder / "view.json").read_text(encoding="utf-8")
    path = folder / "set.pdf"
    path.write_bytes(compiled(folder, template, view, standards=()))
    _name_its_window(path)


def _name_its_window(path: Path) -> None:
    """Have a reader's window named after the document's title, as in PDF/UA-1: without a standard Typst does not."""
    from pypdf import PdfWriter
    from pypdf.generic import BooleanObject, NameObject

    writer = PdfWriter(path, incremental=True)
    preferences = writer.viewer_preferences or writer.create_viewer_preferences()
    preferences[NameObject("/DisplayDocTitle")] = BooleanObject(True)
    writer.write(path)


if __name__ == "__main__":
    _set(Path(sys.argv[1]), sys.argv[2])
