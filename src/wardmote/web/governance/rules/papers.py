"""Which files may be kept as papers: documents whose contents are what their names say."""

from pathlib import PurePath

from wardmote.errors import BadInput

LARGEST_BYTES = 10_000_000
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
