"""Which files may be kept as papers: documents whose contents are what their names say."""

import io
from pathlib import PurePath

from wardmote.errors import BadInput

LARGEST_BYTES = 10_000_000
# A longer PDF is linked and does not stand in the pack, nor does what would make the pack's papers larger than that.
MOST_PAGES = 100
LARGEST_PACK_BYTES = 50_000_000
_ZIP = b"PK\x03\x04"
# What a file of each kind begins with, its type, and a name inside it where it is a package.
KINDS: dict[str, tuple[bytes, str, bytes]] = {
    ".pdf": (b"%PDF-", "application/pdf", b""),
    ".docx": (_ZIP, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"word/"),
    ".xlsx": (_ZIP, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"xl/"),
    ".pptx": (_ZIP, "application/vnd.openxmlformats-officedocument.presentationml.presentation", b"ppt/"),
    ".odt": (_ZIP, "application/vnd.oasis.opendocument.text", b"application/vnd.oasis.opendocument.text"),
    ".ods": (_ZIP, "application/vnd.oasis.opendocument.spreadsheet", b"application/vnd.oasis.opendocument.spreadsheet"),
}


def content_type(name: str) -> str:
    """What a browser is told about a paper of this name."""
    return KINDS[PurePath(name).suffix.lower()][1]


def is_pdf(name: str) -> bool:
    """Whether a paper of this name can stand in the pack, page for page."""
    return PurePath(name).suffix.lower() == ".pdf"


def count_pages(content: bytes) -> int:
    """How many pages a PDF has. Raises `BadInput` where it cannot be read without a password, or not at all."""
    from pypdf import PdfReader
    from pypdf.errors import FileNotDecryptedError

    try:
        pages = len(PdfReader(io.BytesIO(content)).pages)
    except FileNotDecryptedError as error:
        raise BadInput("The PDF opens only with a password", do="save it without one") from error
    except Exception as error:  # What a damaged file brings its reader to cannot be foreseen.
        raise BadInput("The PDF is damaged and cannot be read", do="save it again as PDF") from error
    if not pages:
        raise BadInput("The PDF has no page that can be read", do="save it again as PDF")
    return pages


def check_paper(name: str, content: bytes) -> None:
    """Raises `BadInput` unless the file is of a kind that is kept, is what its name says, and is not too large."""
    ending = PurePath(name).suffix.lower()
    known = ", ".join(kind[1:].upper() for kind in KINDS)
    if ending not in KINDS:
        raise BadInput(f"Files of the kind “{ending or 'none'}” are not kept as papers", do=f"choose one of {known}")
    if len(content) > LARGEST_BYTES:
        size, most = len(content) / 1_000_000, LARGEST_BYTES // 1_000_000
        raise BadInput(f"The file has {size:.1f} MB, and a paper may have {most}", do="make it smaller, or split it")
    begins, _, holds = KINDS[ending]
    if not content.startswith(begins) or holds not in content:
        raise BadInput(f"The file is called {ending[1:].upper()} and is not one", do="save it again as what it is")
