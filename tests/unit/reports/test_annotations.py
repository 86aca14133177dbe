"""What lies upon a page becomes part of it: the page then looks, without its annotations, as it did with them."""

import io

import numpy as np
import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name
from supplied_pdfs import pdf_of

from wardmote.reports.annotations import draw_annotations

RED = b"1 0 0 rg 0 0 200 50 re f 0 0 1 rg 0 0 30 10 re f"


@pytest.fixture
def kept(tmp_path):
    """Writes a page with annotations, draws them, and returns the file before and after."""

    def written(alter):
        path = tmp_path / "supplied.pdf"
        with pikepdf.open(io.BytesIO(pdf_of("Words that stand below.", "A second page."))) as document:
            alter(document, document.pages[0].obj)
            document.save(path)
        before = path.read_bytes()
        draw_annotations(path)
        return before, path.read_bytes()

    return written


def stamp(document, *, subtype="/Stamp", rect=(100, 400, 300, 450), box=(0, 0, 200, 50), matrix=None, flags=4, **more):
    return document.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name(subtype),
            Rect=Array(rect),
            F=flags,
            AP=Dictionary(N=form(document, RED, box=box, matrix=matrix)),
            **more,
        )
    )


def form(document, drawn, *, box=(0, 0, 200, 50), matrix=None):
    held = document.make_stream(drawn)
    held.Type, held.Subtype, held.BBox = Name.XObject, Name.Form, Array(box)
    if matrix:
        held.Matrix = Array(matrix)
    return held


def seen(content, *, page=0, has_annotations):
    document = pypdfium2.PdfDocument(content)
    document.init_forms()
    return document[page].render(draw_annots=has_annotations, may_draw_forms=has_annotations).to_numpy().astype(int)


def add(*annotations, **page_values):
    def alter(document, page):
        page.Annots = Array([one(document) for one in annotations])
        fields = [one.get("/Parent", one) for one in page.Annots if one.Subtype == Name.Widget]
        for parent, child in zip(fields, page.Annots, strict=False):
            if parent != child:
                parent.Kids = Array([child])
        if fields:
            document.Root.AcroForm = Dictionary(Fields=Array(fields))
        for key, value in page_values.items():
            page[f"/{key}"] = value

    return alter


def ticked(state):
    def made(document):
        on, off = form(document, RED), form(document, b"0 1 0 rg 0 0 20 50 re f")
        return document.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Widget,
                FT=Name.Btn,
                T="box",
                V=Name(state),
                AS=Name(state),
                Rect=Array([100, 100, 300, 150]),
                AP=Dictionary(N=Dictionary(Yes=on, Off=off)),
            )
        )

    return made


def move_resources_up(document, page):
    """The page takes its fonts from what it is a part of, as many writers leave it."""
    add(stamp)(document, page)
    page.Parent.Resources = page.Resources
    del page.Resources


CASES = {
    "a stamp": add(stamp),
    "two": add(stamp, lambda pdf: stamp(pdf, rect=(50, 600, 90, 640))),
    "another size": add(lambda pdf: stamp(pdf, rect=(100, 400, 500, 420))),
    "a rectangle from its other corner": add(lambda pdf: stamp(pdf, rect=(300, 450, 100, 400))),
    "a box away from nought": add(lambda pdf: stamp(pdf, box=(-40, -20, 160, 30))),
    "a turned appearance": add(lambda pdf: stamp(pdf, rect=(100, 400, 150, 600), matrix=(0, 1, -1, 0, 50, 0))),
    "a page that is turned": add(stamp, Rotate=90),
    "a page away from nought": add(stamp, MediaBox=Array([50, 50, 645, 892])),
    "a box that is ticked": add(ticked("/Yes")),
    "a box that is not": add(ticked("/Off")),
    "fonts from above": move_resources_up,
}


@pytest.mark.parametrize("case", CASES)
def test_a_page_looks_as_it_did_with_what_lies_upon_it(kept, case):
    before, after = kept(CASES[case])

    wanted, drawn = seen(before, has_annotations=True), seen(after, has_annotations=False)
    assert np.abs(wanted - seen(before, has_annotations=False)).max() > 100
    # The edges of a shape may differ by a shade where a reader rounds differently.
    assert (np.abs(wanted - drawn).max(axis=2) > 64).mean() < 0.0005


def test_a_page_on_which_nothing_lies_stays_as_it_is(kept):
    before, after = kept(add(stamp))

    assert np.array_equal(seen(before, page=1, has_annotations=True), seen(after, page=1, has_annotations=False))


@pytest.mark.parametrize(
    "annotation",
    [
        lambda pdf: stamp(pdf, flags=2),
        lambda pdf: stamp(pdf, flags=32),
        lambda pdf: stamp(pdf, subtype="/Popup"),
        lambda pdf: pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]))),
    ],
    ids=["hidden", "not on the screen", "a window that opens", "a link"],
)
def test_a_file_on_whose_pages_nothing_is_seen_is_not_written_again(kept, annotation):
    before, after = kept(add(annotation))

    assert before == after


def field(*, named_above=None, **more):
    def made(document):
        told = Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, Rect=Array([100, 100, 300, 150]), **{"FT": Name.Tx, **more}
        )
        if named_above:
            told.Parent = document.make_indirect(Dictionary(T="name", V=named_above))
        return document.make_indirect(told)

    return made


@pytest.mark.parametrize("filled", [field(V="Some words."), field(named_above="Some words.")], ids=["its own", "above"])
def test_a_field_that_is_filled_and_says_not_how_it_looks_is_refused(kept, filled):
    with pytest.raises(ValueError, match="a form’s field has a value, and nothing that says how it looks"):
        kept(add(filled))


def test_an_empty_field_is_no_fault(kept):
    before, after = kept(add(field(), field(V=""), field(FT=Name.Btn, V=Name.Off)))

    assert before == after
