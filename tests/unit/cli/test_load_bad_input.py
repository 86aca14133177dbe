"""Files that cannot be used: one sentence each, a non-zero exit, and a store as it was before."""

import gzip
import io
import random
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from evidence_files import STREET_HEADER, content, crime, csv_bytes, street_file, zipped

from wardmote.evidence.workspace import Workspace

MEMBER = "2025-02/2025-02-dorset-street.csv"
NAME = "2025-02-dorset-street.csv"
ROWS = [crime(n, Month="2025-02") for n in range(40)]
GOOD = csv_bytes(ROWS)
AGAIN = "Download the file again, or put the header line back as the publisher wrote it."


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def without(*columns: str) -> bytes:
    kept = [column for column in STREET_HEADER if column not in columns]
    return csv_bytes([{name: row[name] for name in kept} for row in ROWS], header=kept)


def locked(path: Path) -> Path:
    """A zip whose member is marked as encrypted, as one made with a password is."""
    zipped(path, {MEMBER: GOOD})
    data = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(signature) + offset
        data[at] |= 1
    path.write_bytes(data)
    return path


def packed_oddly(path: Path) -> Path:
    """A zip whose member says that it is packed by a method that nobody has."""
    zipped(path, {MEMBER: GOOD})
    data = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        at = data.index(signature) + offset
        data[at : at + 2] = struct.pack("<H", 99)
    path.write_bytes(data)
    return path


def damaged_inside(path: Path) -> Path:
    """A zip that opens, with a member whose packed bytes were overwritten."""
    zipped(path, {MEMBER: csv_bytes(crime(n, Month="2025-02") for n in range(20_000))})
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 50] = bytes(50)
    path.write_bytes(data)
    return path


def cut(path: Path, data: bytes) -> Path:
    path.write_bytes(data[: len(data) // 2])
    return path


def bomb() -> bytes:
    return ",".join(STREET_HEADER).encode() + b"\n" + bytes(40_000_000)


def inner_zip() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(MEMBER, GOOD)
    return packed.getvalue()


Make = Callable[[Path], Path]
BAD: dict[str, tuple[Make, str]] = {
    "a path that does not exist": (
        lambda folder: folder / "nowhere.zip",
        "{path}: there is no such file or folder.",
    ),
    "an empty folder": (
        lambda folder: folder,
        "{name}: holds nothing that can be loaded.",
    ),
    "an empty file": (
        lambda folder: written(folder, "export.csv", b""),
        "export.csv: is empty.",
    ),
    "an empty file under a published name": (
        lambda folder: written(folder, NAME, b""),
        f"{NAME}: is empty. Download or export it again.",
    ),
    "a web page saved as CSV": (
        lambda folder: written(folder, "export.csv", b"<!DOCTYPE html><html><body>Please wait</body></html>"),
        "export.csv: is a web page, not a CSV.",
    ),
    "a web page under a published name": (
        lambda folder: written(folder, NAME, b"\n<html><body>404</body></html>"),
        f"{NAME}: is a web page, not a CSV. Download or export it again.",
    ),
    "a column missing": (
        lambda folder: written(folder, NAME, without("LSOA code")),
        f"{NAME}: has no column “LSOA code”. {AGAIN}",
    ),
    "two columns missing": (
        lambda folder: written(folder, NAME, without("Crime type", "Longitude")),
        f"{NAME}: has no column “Longitude”, “Crime type”. {AGAIN}",
    ),
    "a column under another name": (
        lambda folder: written(folder, NAME, GOOD.replace(b"Crime type", b"Crime_type", 1)),
        f"{NAME}: has no column “Crime type” (“Crime_type” stands where “Crime type” should). {AGAIN}",
    ),
    "the header line lost": (
        lambda folder: written(folder, NAME, GOOD.partition(b"\n")[2]),
        f"{NAME}: its first line is not the header, which begins “Crime ID,Month,Reported by”. {AGAIN}",
    ),
    "the header of something else": (
        lambda folder: written(folder, "pets.csv", b"Name,Kind\nRex,dog\n"),
        "pets.csv: its columns are not those of any source that is known here.",
    ),
    "semicolons, as some spreadsheets write": (
        lambda folder: written(folder, NAME, GOOD.replace(b",", b";")),
        f"{NAME}: its fields are parted by semicolons, not by commas. {AGAIN}",
    ),
    "binary rubbish": (
        lambda folder: written(folder, "export.csv", random.Random(1).randbytes(5000)),
        "export.csv: is not text in UTF-8.",
    ),
    "binary rubbish under a published name": (
        lambda folder: written(folder, NAME, random.Random(1).randbytes(5000)),
        f"{NAME}: is not text in UTF-8. Download or export it again.",
    ),
    "UTF-16, as some spreadsheets export": (
        lambda folder: written(folder, NAME, GOOD.decode().encode("utf-16")),
        f"{NAME}: is not text in UTF-8. Download or export it again.",
    ),
    "every row in Latin-1, with no row that can be read": (
        lambda folder: written(folder, NAME, GOOD.replace(b"High Street", "Sqwâr".encode("latin-1"))),
        f"{NAME}: none of its 40 rows can be used (the line is not text in UTF-8). Download the file again and check its name.",
    ),
    "rows of another month than the name says": (
        lambda folder: written(folder, "2025-03-dorset-street.csv", GOOD),
        (
            "2025-03-dorset-street.csv: none of its 40 rows can be used (the row is of another month than its file)."
            " Download the file again and check its name."
        ),
    ),
    "rows of another force than the name says": (
        lambda folder: written(folder, "2025-02-kent-street.csv", GOOD),
        (
            "2025-02-kent-street.csv: none of its 40 rows can be used (the row was reported by another force than its file"
            " is named for). Download the file again and check its name."
        ),
    ),
    "longitude and latitude the wrong way round": (
        lambda folder: written(
            folder, NAME, csv_bytes({**row, "Longitude": row["Latitude"], "Latitude": row["Longitude"]} for row in ROWS)
        ),
        (
            f"{NAME}: none of its 40 rows can be used (the point lies outside the United Kingdom (are longitude and latitude"
            " the right way round?)). Download the file again and check its name."
        ),
    ),
    "a quotation mark that swallows the rest of the file": (
        lambda folder: written(folder, NAME, GOOD.replace(b"investigation,\n", b'investigation,"\n', 1)),
        (
            f"{NAME}: the quotation mark in row 1 is not closed, so the rows after it cannot be told apart."
            " Mend the row or download the file again."
        ),
    ),
    "stop and search without a force in its name": (
        lambda folder: written(
            folder,
            "searches.csv",
            b"Type,Date,Part of a policing operation,Policing operation,Latitude,Longitude,Gender,Age range,"
            b"Self-defined ethnicity,Officer-defined ethnicity,Legislation,Object of search,Outcome,"
            b"Outcome linked to object of search,Removal of more than just outer clothing\n"
            b"Person search,2025-02-01T10:00:00+00:00,,,50.7,-1.8,Male,18-24,,White,,Controlled drugs,Arrest,True,False\n",
        ),
        (
            "searches.csv: does not say which force it is of."
            " Name it as published, such as 2025-01-dorset-stop-and-search.csv."
        ),
    ),
    "a zip cut short": (
        lambda folder: cut(folder / "cut.zip", inner_zip()),
        "cut.zip: is not a whole zip file. Download it again.",
    ),
    "a zip damaged inside": (
        lambda folder: damaged_inside(folder / "damaged.zip"),
        f"damaged.zip/{MEMBER}: is damaged or cut short. Download or export it again.",
    ),
    "a zip with a password": (
        lambda folder: locked(folder / "locked.zip"),
        "locked.zip: is protected by a password. Unpack it with the password and load the folder.",
    ),
    "a zip packed in an unknown way": (
        lambda folder: packed_oddly(folder / "odd.zip"),
        f"odd.zip/{MEMBER}: is packed in a way that cannot be read. Unpack it and load the folder.",
    ),
    "a zip bomb": (
        lambda folder: zipped(folder / "bomb.zip", {MEMBER: bomb()}),
        f"bomb.zip/{MEMBER}: unpacks to far more than a file of its kind holds. Ask whoever sent it for the plain file.",
    ),
    "a gzip bomb": (
        lambda folder: written(folder, f"{NAME}.gz", gzip.compress(bomb())),
        f"{NAME}.gz: unpacks to far more than a file of its kind holds. Ask whoever sent it for the plain file.",
    ),
    "a gzip cut short": (
        lambda folder: cut(folder / f"{NAME}.gz", gzip.compress(random.Random(1).randbytes(50_000) + GOOD)),
        f"{NAME}.gz: is damaged or cut short. Download or export it again.",
    ),
    "a zip in a zip": (
        lambda folder: zipped(folder / "outer.zip", {"inner.zip": inner_zip()}),
        "outer.zip/inner.zip: is a zip inside a zip. Unpack it and load the folder.",
    ),
    "an empty zip": (
        lambda folder: zipped(folder / "empty.zip", {}),
        "empty.zip: holds nothing that can be loaded.",
    ),
    "one bad file among good ones": (
        lambda folder: zipped(
            folder / "mixed.zip", {MEMBER: GOOD, "2025-02/2025-02-dorset-outcomes.csv": GOOD.replace(b"Month", b"M", 1)}
        ),
        "mixed.zip/2025-02/2025-02-dorset-outcomes.csv: has no column “Month”. " + AGAIN,
    ),
    "two different files for one month": (
        lambda folder: zipped(folder / "two.zip", {f"a/{NAME}": GOOD, f"b/{NAME}": csv_bytes(ROWS[:30])}),
        (
            f"two.zip/b/{NAME}: holds the same incidents (dorset 2025-02-01) as two.zip/a/{NAME}, and differs from it."
            " Load only the right one of the two."
        ),
    ),
}


@pytest.fixture(scope="module")
def before(tmp_path_factory) -> Path:
    """A workspace with one good month in it."""
    from wardmote.evidence.loading import load_paths

    folder = tmp_path_factory.mktemp("before")
    workspace = Workspace.create(folder / "workspace", areas=("Anywhere",))
    load_paths(workspace.store, [street_file(folder, [crime(n) for n in range(30)])])
    return workspace.folder


@pytest.mark.parametrize(("make", "sentence"), BAD.values(), ids=BAD.keys())
def test_bad_input_is_told_in_one_sentence_and_changes_nothing(wardmote, before, tmp_path, make, sentence):
    store = Workspace.open(before).store
    was = store.loads(), content(store)
    path = make(tmp_path)
    said = wardmote("load", path, "--workspace", before)
    told = sentence.format(path=path, name=tmp_path.name)
    assert said.err.strip().splitlines() == [f"Not loaded: {told}"]
    assert said.code == 1
    assert (store.loads(), content(store)) == was
    assert not (store.folder / "unpacked").exists()


def test_a_file_that_may_not_be_read(wardmote, before, tmp_path):
    path = written(tmp_path, NAME, GOOD)
    path.chmod(0)
    try:
        path.read_bytes()
    except PermissionError:
        said = wardmote("load", path, "--workspace", before)
        assert said.code == 1
        assert (
            said.err
            == f"Not loaded: {NAME}: cannot be opened (permission denied). Check the file and who may read it.\n"
        )
    else:
        pytest.skip("This user may read everything.")


def test_a_header_without_rows_is_a_missing_month_and_no_fault(wardmote, before, tmp_path):
    path = written(tmp_path, NAME, GOOD.partition(b"\n")[0] + b"\n")
    said = wardmote("load", path, "--workspace", before)
    assert (said.code, said.err) == (0, "")
    assert f"{NAME} (has a header and no rows, so its month counts as missing)" in said.out
    assert "nothing new, nothing changed" in said.out


def test_a_folder_may_hold_anything(wardmote, tmp_path):
    workspace = Workspace.create(tmp_path / "workspace", areas=("Anywhere",))
    given = tmp_path / "given"
    street_file(given, ROWS, month="2025-02")
    for name, data in {
        "minutes.docx": b"PK\x03\x04",
        ".DS_Store": b"\0\0\0\1Bud1",
        "notes.txt": b"Ask for March.",
        "pets.csv": b"Name,Kind\nRex,dog\n",
        f"._{NAME}": b"\0\5\26\7",
        "page.csv": b"<html></html>",
    }.items():
        written(given, name, data)
    said = wardmote("load", given, "--workspace", workspace.folder)
    assert (said.code, said.err) == (0, "")
    assert [line for line in said.out.splitlines() if line.startswith("Left out: ")] == [
        "Left out: .DS_Store: is a file of the system that it was made on.",
        f"Left out: ._{NAME}: is a file of the system that it was made on.",
        "Left out: minutes.docx: is not a kind of file that is read here.",
        "Left out: notes.txt: is not a kind of file that is read here.",
        "Left out: page.csv: is a web page, not a CSV.",
        "Left out: pets.csv: its columns are not those of any source that is known here.",
    ]
    assert [load.kept for load in workspace.store.loads()] == [40]


def test_the_same_file_given_twice_is_loaded_once(wardmote, tmp_path):
    workspace = Workspace.create(tmp_path / "workspace", areas=("Anywhere",))
    path = zipped(tmp_path / "twice.zip", {f"a/{NAME}": GOOD, f"b/{NAME}": GOOD.replace(b"\n", b"\r\n")})
    said = wardmote("load", path, "--workspace", workspace.folder)
    assert (said.code, said.err) == (0, "")
    assert "given twice, word for word" in said.out
    assert [(load.read, load.kept) for load in workspace.store.loads()] == [(40, 40)]


def test_a_good_delivery_is_loaded_though_another_is_bad(wardmote, tmp_path):
    workspace = Workspace.create(tmp_path / "workspace", areas=("Anywhere",))
    good = street_file(tmp_path, ROWS, month="2025-02")
    said = wardmote("load", tmp_path / "nowhere.zip", good, "--workspace", workspace.folder)
    assert said.code == 1
    assert said.err == f"Not loaded: {tmp_path / 'nowhere.zip'}: there is no such file or folder.\n"
    assert [load.kept for load in workspace.store.loads()] == [40]
