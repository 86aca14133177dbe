"""What lies upon the pages of a PDF: stamps, signatures, comments, and what was typed into a form.

Typst sets a page of a PDF without them, and a filled form would stand there empty. Here they become part of the page.
The method is that of ISO 32000-1, 12.5.5: the appearance's box, turned by its own matrix, is fitted to the rectangle
that it was given on the page.
"""

from collections.abc import Iterator
from pathlib import Path

from pypdf import PageObject, PdfReader, PdfWriter, Transformation
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    PdfObject,
    StreamObject,
)

_HIDDEN, _NOT_ON_SCREEN = 2, 32


def draw_annotations(path: Path) -> None:
    """Write the file again where something lies upon a page. Raises `ValueError` for a field that cannot be drawn."""
    if not any(any(_seen_on(page)) for page in PdfReader(path).pages):
        return
    writer = PdfWriter(clone_from=path)
    for page in writer.pages:
        page[NameObject("/Resources")] = DictionaryObject(_resources_of(page))
        page.merge_page(_layer(page))
    writer.write(path)


def _seen_on(page: PageObject) -> Iterator[DictionaryObject]:
    for held in page.annotations or ():
        annotation = held.get_object()
        flags = int(annotation.get("/F", 0))
        if flags & (_HIDDEN | _NOT_ON_SCREEN) or annotation.get("/Subtype") == "/Popup":
            continue
        if "/AP" in annotation:
            yield annotation
        elif annotation.get("/Subtype") == "/Widget" and _value_of(annotation) not in {None, "", "/Off"}:
            raise ValueError("a form’s field has a value, and nothing that says how it looks")


def _value_of(field: DictionaryObject) -> object:
    """What a form's field holds: its own value, or that of the field that it is a part of."""
    parent = field.get("/Parent")
    if "/V" in field or parent is None:
        return field.get("/V")
    return _value_of(parent.get_object())


def _resources_of(page: PageObject) -> DictionaryObject:
    return _within(page.get_inherited("/Resources", DictionaryObject()))


def _layer(page: PageObject) -> PageObject:
    """A page that shows the annotations of another one and nothing else."""
    layer = PageObject.create_blank_page(width=1, height=1)
    for box in ("/MediaBox", "/CropBox", "/TrimBox"):
        layer[NameObject(box)] = page.mediabox
    forms, lines = DictionaryObject(), []
    for number, annotation in enumerate(_seen_on(page)):
        if (reference := _appearance_of(annotation)) and isinstance(form := reference.get_object(), DictionaryObject):
            form[NameObject("/Subtype")] = NameObject("/Form")
            forms[NameObject(f"/Annotation{number}")] = reference
            numbers = " ".join(f"{one:.5f}" for one in _placed(annotation, form).ctm)
            lines.append(f"q {numbers} cm /Annotation{number} Do Q")
    layer[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): forms})
    content = DecodedStreamObject()
    content.set_data("\n".join(lines).encode("ascii"))
    layer[NameObject("/Contents")] = content
    return layer


def _appearance_of(annotation: DictionaryObject) -> IndirectObject | None:
    """The normal appearance; of several, such as those of a box to tick, that of the state that it is in."""
    appearances = _within(annotation["/AP"])
    normal = appearances.get("/N")
    if normal is not None and isinstance(normal.get_object(), StreamObject):
        found = appearances.raw_get("/N")
    else:
        states, state = _within(normal), annotation.get("/AS", "/Off")
        found = states.raw_get(state) if state in states else None
    return found if isinstance(found, IndirectObject) else None


def _placed(annotation: DictionaryObject, form: DictionaryObject) -> Transformation:
    left, bottom, right, top = _numbers(annotation, "/Rect")
    x0, y0, x1, y1 = _numbers(form, "/BBox")
    a, b, c, d, e, f = _numbers(form, "/Matrix") if "/Matrix" in form else (1, 0, 0, 1, 0, 0)
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (x0, x1) for y in (y0, y1)]
    across, up = [x for x, _ in corners], [y for _, y in corners]
    wide, high = max(across) - min(across), max(up) - min(up)
    scale_x = abs(right - left) / wide if wide else 1
    scale_y = abs(top - bottom) / high if high else 1
    shift = min(left, right) - min(across) * scale_x, min(bottom, top) - min(up) * scale_y
    return Transformation().scale(scale_x, scale_y).translate(*shift)


def _within(held: PdfObject | None) -> DictionaryObject:
    found = held.get_object() if held is not None else None
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _numbers(held: DictionaryObject, key: str) -> list[float]:
    found = held[key].get_object()
    if not isinstance(found, ArrayObject):
        raise ValueError(f"{key} is no list of numbers")  # noqa: TRY004 (the file is at fault, not the caller)
    return [float(one) for one in found]
