"""Reports as tagged PDFs (PDF/UA-1), set by Typst."""

import json
from importlib import resources

from wardmote.reports.view import View


def render_pdf(view: View) -> bytes:
    """The whole assessment. Its text reaches Typst as data and never as markup, so no character in it can be a command.

    Typst itself refuses to write a file that breaks PDF/UA-1 as far as a program can tell: a picture without words for
    those who cannot see it, a missing title, headings out of order.
    """
    return typeset("assessment.typ", view)


def typeset(template: str, view: View) -> bytes:
    """A view set by a template of the reports."""
    import typst

    reports = resources.files("wardmote.reports")
    with resources.as_file(reports / "fonts") as fonts, resources.as_file(reports / "templates") as templates:
        return typst.compile(
            str(templates / template),
            root=str(templates),
            format="pdf",
            font_paths=typst.Fonts(font_paths=[fonts] if fonts.is_dir() else []),
            pdf_standards=["ua-1"],
            sys_inputs={"view": json.dumps(view, ensure_ascii=False)},
        )
