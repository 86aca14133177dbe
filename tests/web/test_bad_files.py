"""Files that cannot be loaded: each is answered with one sentence, and nothing breaks."""

import io
import zipfile

import pytest
from django.test import Client
from dock_files import csv_text, incident
from evidence_files import zipped
from web.pages import words


def locked_zip() -> bytes:
    """A zip that says of its file that it is protected by a password."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.csv", "x")
    content = bytearray(out.getvalue())
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def bomb(name: str) -> bytes:
    """Thirty megabytes of nothing in thirty kilobytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, b"\0" * 30_000_000)
    return out.getvalue()


BAD = {
    "empty": ("empty.csv", b"", "is empty"),
    "another kind": ("minutes.docx", b"PK\x03\x04....", "minutes.docx: is not a kind of file that is read here."),
    "a picture": ("map.csv", bytes(range(256)) * 40, "map.csv:"),
    "a web page": ("list.csv", b"<!doctype html><title>x</title>", "list.csv: is a web page, not a CSV."),
    "a locked zip": ("a.zip", locked_zip(), "a.zip: is protected by a password."),
    "no zip": ("b.zip", b"PK\x03\x04 and no more", "b.zip: is not a whole zip file."),
    "a zip of nothing": ("c.zip", b"PK\x05\x06" + b"\0" * 18, "c.zip: holds nothing that can be loaded."),
    "a bomb": ("d.xlsx", bomb("xl/worksheets/sheet1.xml"), "d.xlsx: unpacks to far more than a spreadsheet holds."),
    "a bomb in a zip": ("2025-01-dorset-street.zip", bomb("2025-01-dorset-street.csv"), ""),
    "no workbook": ("e.xlsx", b"hello", "e.xlsx: is not a whole spreadsheet."),
    "no headings": ("f.csv", b"Smith,John,1 High Street\nBee,Ann,2 High Street\n", "f.csv: has no row of headings"),
    "ten megabytes of text": ("g.csv", b"lorem ipsum " * 900_000, "g.csv:"),
    "one long heading": ("h.csv", b"date,ref," + b"x" * 500 + b"\n1,2,3\n", "h.csv: has more than 200 columns"),
    "many columns": ("i.csv", (",".join(f"date {n}" for n in range(5_000)) + "\n" + "1," * 4_999 + "1\n").encode(), "i.csv: has more"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_loaded_is_said_in_a_sentence(at, name):
    file_name, content, sentence = BAD[name]

    page = at.choose((file_name, content))

    assert page.status_code == 200
    assert sentence in words(page)
    assert "Something went wrong" not in page.text
    if 'name="files"' not in page.text and "/load/" in page.text:
        page = at.load(page)
        assert "Something went wrong" not in page.text
    assert at.at.store.loads() == ()


def test_a_script_in_a_heading_is_words(at):
    log = csv_text(
        [{"<script>alert(1)</script> ref": n, "Date": "01/02/2024", "\"onload='x' Type": "Noise"} for n in range(9)]
    )
    page = at.choose(("<img src=x>.csv", log))

    assert "<script>alert" not in page.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; ref" in page.text
    assert "<img" not in page.text
    page = at.send(page, partner="<b>us</b>", title="x")
    assert "<b>us" not in page.text
    assert "will be kept" in words(page)


def test_choosing_nothing_is_said_beside_the_form(at):
    page = at.client.post("/loads/files/", {})

    assert page.status_code == 400
    assert "No file was chosen. Choose one or several files." in words(page)


def test_too_much_at_once_is_said_and_what_to_do(at, settings):
    settings.LARGEST_UPLOAD_MB = 1
    page = at.choose(("watch.csv", csv_text([incident()]) + "\n" * 2_500_000), follow=False)

    assert page.status_code == 413
    assert "The files are larger than 1 MB together. Choose fewer, or use the command: wardmote load FILE." in words(
        page
    )


def test_a_name_with_folders_and_odd_signs_is_only_a_name(at):
    page = at.choose(("..\\..\\etc/pass\x00wd\x1b[31m.csv", csv_text([incident()])))

    assert "passwd[31m.csv" in page.text
    assert "etc/" not in words(page)


def test_a_form_without_its_token_loads_nothing(at):
    page = at.choose(("watch.csv", csv_text([incident()])))
    key = page.redirect_chain[-1][0].split("/")[3]

    answer = Client(headers={"host": "127.0.0.1"}, enforce_csrf_checks=True).post(f"/loads/files/{key}/load/")

    assert answer.status_code == 403
    assert at.at.store.loads() == ()


def test_police_files_chosen_together_are_one_load(at, tmp_path):
    from evidence_files import crime, csv_bytes

    files = [(f"2025-0{n}-dorset-street.csv", csv_bytes([crime(n, Month=f"2025-0{n}")])) for n in (1, 2)]
    page = at.choose(*files)
    assert "2 of 2 files can be loaded." in words(page)

    done = at.load(page)

    assert "2 rows read: 2 kept, 0 set aside." in words(done)
    assert [load.name for load in at.at.store.loads()] == ["2 files"]
    packed = zipped(tmp_path / "again.zip", dict(files)).read_bytes()
    assert "again.zip: already loaded, unchanged." in words(at.load(at.choose(("again.zip", packed))))
