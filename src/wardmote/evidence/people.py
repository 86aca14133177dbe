"""People without names: a key that belongs to the partnership turns who somebody is into a pseudonym.

A pseudonym is HMAC-SHA-256 (RFC 2104, FIPS 198-1) of a person's number or of their name and birth date, cut to 128
bits. The same person gets the same pseudonym in every file read with the same key, and nobody without the key can find
out whose it is, or make the pseudonym of somebody they know. It begins with the key's own short name, so that
pseudonyms made with another key are never mixed in.
"""

import hmac
import os
import re
import secrets
from dataclasses import dataclass
from pathlib import Path

from wardmote.errors import BadInput
from wardmote.evidence import duck

KEY_FILE = "people.key"
_KEY_BYTES = 32
_BLOCK_BYTES = 64
_PSEUDONYM_LENGTH = 32
_PARTED = "\x1f"
_WRITTEN_KEY = re.compile(r"^[0-9a-f]{64}$")
# These letters have no accent to strip, and are written with plain letters by those who lack the key for them.
_PLAIN = (("ß", "ss"), ("æ", "ae"), ("œ", "oe"), ("ø", "o"), ("ł", "l"), ("đ", "d"), ("ð", "d"), ("þ", "th"))


@dataclass(frozen=True)
class Key:
    """The partnership's key. It is kept out of the evidence store, and out of everything that is printed."""

    secret: bytes

    def __repr__(self) -> str:
        return f"Key({self.name})"

    @property
    def name(self) -> str:
        """Six signs that tell this key from others and give nothing of it away."""
        return hmac.digest(self.secret, b"the name of this key", "sha256").hex()[:6]

    @classmethod
    def read(cls, path: Path) -> "Key":
        """The key in a file; raises BadInput where it is none."""
        try:
            text = path.read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise BadInput("cannot be read as a key", where=str(path), do="ask the partnership for its key") from error
        if not _WRITTEN_KEY.match(text):
            raise BadInput("is not a key of 64 signs", where=str(path), do="ask the partnership for its key")
        return cls(bytes.fromhex(text))

    @classmethod
    def of(cls, folder: Path) -> "Key":
        """The key in a workspace's `keys` folder, made at first need, for its owner's eyes only."""
        path = folder / KEY_FILE
        if not path.exists():
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            _write(path, secrets.token_bytes(_KEY_BYTES).hex())
        return cls.read(path)

    def pads(self) -> dict[str, bytes]:
        """The two blocks that HMAC puts before what it hashes, for `pseudonym_sql`."""
        block = self.secret.ljust(_BLOCK_BYTES, b"\0")
        return {"inner_pad": bytes(byte ^ 0x36 for byte in block), "outer_pad": bytes(byte ^ 0x5C for byte in block)}

    def pseudonym(self, *parts: str) -> str:
        """The pseudonym of what the parts say together; the slow twin of `pseudonym_sql`."""
        message = _PARTED.join(parts).encode()
        return f"{self.name}-{hmac.digest(self.secret, message, 'sha256').hex()[:_PSEUDONYM_LENGTH]}"

    def pseudonym_sql(self, *parts: str) -> str:
        """SQL for the pseudonym of what SQL expressions say together; empty where one of them is.

        The statement takes the parameters of `pads`, so that the key never stands in a statement or its errors.
        """
        message = f" || {duck.quoted(_PARTED)} || ".join(f"({part})" for part in parts)
        inner = f"unhex(sha256(CAST($inner_pad AS BLOB) || encode({message})))"
        hashed = f"sha256(CAST($outer_pad AS BLOB) || {inner})"
        return f"'{self.name}-' || left({hashed}, {_PSEUDONYM_LENGTH})"

    def is_own_sql(self, pseudonym: str) -> str:
        """SQL for whether a text is a pseudonym made with this key."""
        return f"regexp_full_match({pseudonym}, '{self.name}-[0-9a-f]{{{_PSEUDONYM_LENGTH}}}')"


def plain_name_sql(text: str) -> str:
    """SQL for a name without case, accents, spaces, hyphens and apostrophes; empty where no letter is left."""
    plain = f"lower({text})"
    for sign, letters in _PLAIN:
        plain = f"replace({plain}, '{sign}', '{letters}')"
    return f"nullif(regexp_replace(strip_accents({plain}), '[^a-z]', '', 'g'), '')"


def plain_number_sql(text: str) -> str:
    """SQL for a person's or record's number without case, spaces and signs."""
    return f"nullif(regexp_replace(upper({text}), '[^A-Z0-9]', '', 'g'), '')"


def _write(path: Path, text: str) -> None:
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(text + "\n")
    except FileExistsError:
        # Another load made the key a moment ago, and that one counts.
        return
