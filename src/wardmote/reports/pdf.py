"""Reports as tagged PDFs (PDF/UA-1), set by Typst."""

import json
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

from wardmote.reports.apart import compiled, compiled_apart
from wardmote.reports.lettering import spelt_out
from wardmote.reports.view import View


def render_pdf(view: View) -> bytes:
    """The whole assessment. Its text reaches Typst as data and never as markup, so no character in it can be a command.

    Typst itself refuses to write a file that breaks PDF/UA-1 as far as a program can tell: a picture without words for
    those who cannot see it, a missing title, headings out of order.
    """
    return typeset("assessment.typ", view)


def typeset(template: str, view: View, *, supplied: Sequence[Path] = ()) -> bytes:
    """A view set by a template of the reports: as PDF/UA-1, unless it holds PDFs that others supplied.

    Characters that no font here can show are put in words. The view names the PDFs of others supplied-1.pdf and so on.
    With them it is tagged and no more. Raises `CannotBeSet` where one of them does not let itself be set.
    """
    with resources.as_file(resources.files("wardmote.reports") / "templates") as templates:
        if supplied:
            spelt = spelt_out(view, lambda letters: _can_show(templates, letters))
            return compiled_apart(templates, template, spelt, supplied=supplied)
        return _to_the_standard(templates, template, view)


def _to_the_standard(templates: Path, template: str, view: View) -> bytes:
    import typst

    try:
        return _accessible(templates, template, view)
    except typst.TypstError:
        spelt = spelt_out(view, lambda letters: _can_show(templates, letters))
        if spelt == view:
            raise
        return _accessible(templates, template, spelt)


def _accessible(templates: Path, template: str, view: View) -> bytes:
    return compiled(templates, template, json.dumps(view, ensure_ascii=False), standards=["ua-1"])


def _can_show(templates: Path, letters: Sequence[str]) -> bool:
    import typst

    try:
        _accessible(templates, "lettering.typ", {"letters": list(letters)})
    except typst.TypstError:
        return False
    return True
