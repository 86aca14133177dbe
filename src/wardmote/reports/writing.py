"""Writing an assessment to a folder: a page, a PDF, and the data of each figure."""

from dataclasses import dataclass
from pathlib import Path

from wardmote.assessment.document import Assessment, Figure
from wardmote.errors import BadInput
from wardmote.measures.exchange import to_csv
from wardmote.reports.html import render_html
from wardmote.reports.pdf import render_pdf
from wardmote.reports.view import draw_figures, view_of


@dataclass(frozen=True)
class WrittenAssessment:
    """Where the parts of an assessment were written."""

    html: Path
    pdf: Path
    data: tuple[Path, ...]


def write_assessment(assessment: Assessment, folder: Path) -> WrittenAssessment:
    """Write `assessment.html`, `assessment.pdf` and `data/figure-N-....csv` into a folder, making it where needed.

    Raises BadInput when the folder cannot be written to. A file of the same name is replaced.
    """
    view = view_of(assessment, draw_figures(assessment))
    html, pdf = folder / "assessment.html", folder / "assessment.pdf"
    try:
        (folder / "data").mkdir(parents=True, exist_ok=True)
        html.write_text(render_html(view), encoding="utf-8", newline="\n")
        pdf.write_bytes(render_pdf(view))
        data = tuple(
            _write_data(figure, folder / "data" / f"figure-{number}-{figure.id}.csv")
            for number, figure in enumerate(assessment.figures, start=1)
        )
    except OSError as error:
        raise BadInput(
            f"the assessment cannot be written ({error.strerror or error})",
            where=str(folder),
            do="choose a folder that you may write to",
        ) from error
    return WrittenAssessment(html=html, pdf=pdf, data=data)


def _write_data(figure: Figure, path: Path) -> Path:
    path.write_text(to_csv(figure.drawing.series), encoding="utf-8", newline="\n")
    return path
