"""One made-up assessment, drawn once."""

import pytest
from unit.reports.made_up import AWKWARD, assessment

from wardmote.reports.html import render_html
from wardmote.reports.pdf import render_pdf
from wardmote.reports.view import draw_figures, view_of


@pytest.fixture(scope="session")
def awkward_view():
    """The view of an assessment full of characters that mean something to some engine."""
    document = assessment(word=AWKWARD)
    return view_of(document, draw_figures(document))


@pytest.fixture(scope="session")
def page(awkward_view):
    return render_html(awkward_view)


@pytest.fixture(scope="session")
def pdf(awkward_view):
    return render_pdf(awkward_view)
