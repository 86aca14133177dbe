"""The PDF: tagged, named, in British English, and every picture with its words (PDF/UA-1, ISO 14289-1)."""

import io
import itertools

import pikepdf
import pypdfium2
import pytest
from unit.reports.made_up import AWKWARD

from wardmote.reports.pdf import render_pdf


@pytest.fixture(scope="module")
def opened(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as document:
        yield document


@pytest.fixture(scope="module")
def tags(opened):
    """Every structure element of the document, in order."""
    return list(_elements(opened.Root.StructTreeRoot.K))


def _elements(node):
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _elements(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        if "/K" in node:
            yield from _elements(node.K)


def _of_kind(tags, *kinds):
    return [tag for tag in tags if str(tag.S) in kinds]


def test_it_is_tagged_and_says_that_it_is_pdf_ua(opened):
    assert opened.Root.MarkInfo.Marked
    with opened.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"


def test_it_is_in_british_english_and_shows_its_title(opened):
    assert str(opened.Root.Lang) == "en-GB"
    assert opened.Root.ViewerPreferences.DisplayDocTitle
    with opened.open_metadata() as metadata:
        assert metadata["dc:title"] == f"Strategic assessment 2024-25: {AWKWARD}"


def test_it_has_bookmarks_for_its_sections(opened):
    with opened.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert titles[0] == "What to know first"
    assert titles[1:3] == [f"1. Levels in {AWKWARD}", "2. The plan"]


def test_every_picture_has_words(tags, awkward_view):
    pictures = [tag for tag in _of_kind(tags, "/Figure") if "/Alt" in tag]
    written = [block["alt"] for block in awkward_view["sections"][0]["blocks"] if block["type"] == "figure"]
    assert [str(tag.Alt) for tag in pictures] == written
    assert len(_of_kind(tags, "/Figure")) == len(pictures)


def test_every_table_has_header_cells_for_its_columns(tags):
    tables = _of_kind(tags, "/Table")
    assert len(tables) == 7
    for table in tables:
        inside = list(_elements(table.K))
        assert len(_of_kind(inside, "/TH")) == len(_of_kind(list(_elements(_of_kind(inside, "/TR")[0].K)), "/TH"))
        assert _of_kind(inside, "/TH")
        assert _of_kind(inside, "/TD")


def test_headings_go_down_one_step_at_a_time(tags):
    levels = [int(str(tag.S)[2]) for tag in tags if str(tag.S) in ("/H1", "/H2", "/H3")]
    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels))


def test_awkward_words_stay_words(pdf):
    document = pypdfium2.PdfDocument(pdf)
    text = " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in document)
    document.close()
    assert AWKWARD in text


def test_the_same_assessment_is_the_same_file(awkward_view, pdf):
    assert render_pdf(awkward_view) == pdf


def test_it_asks_for_nothing_from_elsewhere(pdf):
    assert b"/URI" not in pdf
