"""PDFs as partners supply them, whole and damaged."""

import io
import json

import pikepdf
import pypdfium2
import typst

UPRIGHT, WIDE = (595, 842), (842, 595)
_PAGES = b"""
#let pages = json(bytes(sys.inputs.pages))
#for (words, size) in pages { page(width: size.at(0) * 1pt, height: size.at(1) * 1pt, par(words)) }
"""


def pdf_of(*words, size=UPRIGHT):
    """One page for each of the words; `size` in points is that of all of them, or of the pages one by one."""
    sizes = size if isinstance(size, list) else [size] * len(words)
    pages = list(zip(words, sizes, strict=True))
    return typst.compile(_PAGES, format="pdf", sys_inputs={"pages": json.dumps(pages)})


def locked(content, *, to_open="", to_copy="owner"):
    """The same behind a password."""
    return _saved(content, encryption=pikepdf.Encryption(user=to_open, owner=to_copy))


def turned(content, degrees=90):
    """The same with its pages turned by a mark, as scanners and print dialogues do."""
    with pikepdf.open(io.BytesIO(content)) as document:
        for page in document.pages:
            page.rotate(degrees, relative=True)
        return _written(document)


def that_ends_typst(*words):
    """A PDF that readers open, with a name that is not written as the standard says: Typst's whole process ends."""
    return pdf_of(*words).replace(b"/Identity-H", b"/Identi#y-H")


def _saved(content, **how):
    with pikepdf.open(io.BytesIO(content)) as document:
        return _written(document, **how)


def _written(document, **how):
    written = io.BytesIO()
    document.save(written, **how)
    return written.getvalue()


def pages_of(content):
    """The words of each page, in one line."""
    document = pypdfium2.PdfDocument(content)
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
