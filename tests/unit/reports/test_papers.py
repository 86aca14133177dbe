"""A board's papers with PDFs that others supplied: where they stand, what they are called, and what is refused."""

import io

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name
from supplied_pdfs import pages_of, pdf_of, that_ends_typst

from wardmote.reports.papers import (
    Appendix,
    NotAllSet,
    PaperPart,
    Papers,
    agenda,
    files,
    in_appendix,
    linked,
    papers_pdf,
    paragraphs,
)


@pytest.fixture
def supplied(tmp_path):
    """An appendix with these contents."""

    def made(name, content, *, pages):
        path = tmp_path / name
        path.write_bytes(content)
        return Appendix(name, "To an item.", path=path, page_count=pages, href=f"https://example.test/{name}")

    return made


def papers(*appendices, blocks=()):
    lines = [[str(n), name, "–", "–"] for n, name in enumerate(["A part", *(one.heading for one in appendices)])]
    first = (agenda("Agenda", ("No.", "Item", "Asked", "By", "Page"), lines),)
    part = PaperPart("A part", (*paragraphs("Words."), *blocks))
    return Papers("Title", "Subtitle", "Exampleshire", first=first, parts=(part,), appendices=appendices)


def test_pages_follow_the_parts_and_the_agenda_names_where_each_begins(supplied):
    one, two = supplied("one", pdf_of("One.", "Next."), pages=2), supplied("two", pdf_of("Two."), pages=1)

    pages = pages_of(papers_pdf(papers(one, two)))

    assert "0 A part – – 2 1 one – – 3 2 two – – 5" in pages[0]
    assert [page.split(" Open the file itself ")[0] for page in pages[2:]] == [
        "one Its page 1 of 2. To an item.",
        "one, its page 2 of 2. To an item.",
        "two Its page 1 of 1. To an item.",
    ]
    assert ["One." in pages[2], "Next." in pages[3], "Two." in pages[4]] == [True] * 3


def test_a_list_of_files_tells_the_pages_of_some_and_why_others_are_linked(supplied):
    one, two = supplied("one", pdf_of("One.", "Next."), pages=2), supplied("two", pdf_of("Two."), pages=1)
    listed = files(
        [
            in_appendix("One, ", number=1),
            in_appendix("Two, ", number=2),
            linked("Three", href="https://example.test/3", because="It is no PDF."),
        ]
    )

    (page,) = [page for page in pages_of(papers_pdf(papers(one, two, blocks=[listed]))) if page.startswith("A part")]

    assert "One, pages 3 to 4 • Two, page 5 • Three. It is no PDF." in page


def test_without_any_it_is_pdf_ua_and_with_some_it_is_tagged(supplied):
    def told(content):
        with pikepdf.open(io.BytesIO(content)) as document, document.open_metadata() as metadata:
            return bool(document.Root.MarkInfo.Marked), metadata.get("pdfuaid:part")

    assert told(papers_pdf(papers())) == (True, "1")
    assert told(papers_pdf(papers(supplied("one", pdf_of("One."), pages=1)))) == (True, None)


def test_what_does_not_let_itself_be_set_is_named(supplied):
    whole = supplied("whole", pdf_of("One."), pages=1)
    refused = [
        supplied("ends the engine", that_ends_typst("Odd."), pages=1),
        supplied("no PDF", b"Words.", pages=1),
        supplied("has fewer pages", pdf_of("One."), pages=2),
    ]

    with pytest.raises(NotAllSet) as told:
        papers_pdf(papers(refused[0], whole, *refused[1:]))

    assert told.value.paths == {one.path for one in refused}


def test_a_stamp_upon_a_page_is_seen(supplied):
    def reds(content):
        document = pypdfium2.PdfDocument(content)
        pixels = document[len(document) - 1].render(draw_annots=False).to_numpy()
        return int(((pixels[:, :, 2] > 200) & (pixels[:, :, 0] < 60)).sum())

    with pikepdf.open(io.BytesIO(pdf_of("One."))) as document:
        drawn = document.make_stream(b"1 0 0 rg 0 0 200 50 re f")
        drawn.Subtype, drawn.BBox = Name.Form, Array([0, 0, 200, 50])
        stamp = Dictionary(Subtype=Name.Stamp, Rect=Array([100, 400, 300, 450]), AP=Dictionary(N=drawn))
        document.pages[0].Annots = Array([document.make_indirect(stamp)])
        stamped = io.BytesIO()
        document.save(stamped)

    assert reds(papers_pdf(papers(supplied("plain", pdf_of("One."), pages=1)))) == 0
    assert reds(papers_pdf(papers(supplied("stamped", stamped.getvalue(), pages=1)))) > 5000
