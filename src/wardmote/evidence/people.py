"""People without names: a key that belongs to the partnership turns who somebody is into a pseudonym.

A pseudonym is HMAC-SHA-256 (RFC 2104, FIPS 198-1) of a person's number or of their name and birth date, cut to 128
bits. The same person gets the same pseudonym in every file read with the same key, and nobody without the key can find
out whose it is, or make the pseudonym of somebody they know. It begins with the key's own short name, so that
pseudonyms made with another key are never mixed in.
"""

import hashlib
import hmac
import os
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from wardmote.errors import BadInput
from wardmote.evidence import duck

if TYPE_CHECKING:
    import duckdb

KEY_FILE = "people.key"
_KEY_BYTES = 32
_BLOCK_BYTES = 64
_PSEUDONYM_LENGTH = 32
_PARTED = "\x1f"
# Systems fill in these days where nobody knows the birth date.
_NOT_BIRTH_DATES = ("1900-01-01", "1901-01-01", "1970-01-01", "9999-12-31")
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

    def pseudonym(self, *parts: str) -> str:
        """The pseudonym of what the parts say together."""
        message = _PARTED.join(parts).encode()
        return f"{self.name}-{hmac.digest(self.secret, message, 'sha256').hex()[:_PSEUDONYM_LENGTH]}"

    def teach(self, connection: "duckdb.DuckDBPyConnection") -> None:
        """Give a connection what `pseudonym_sql` calls. The key itself never stands in a statement or its errors."""
        from duckdb.func import PythonUDFType

        connection.create_function("pseudonym", self._pseudonyms(), ["VARCHAR"], "VARCHAR", type=PythonUDFType.ARROW)

    def _pseudonyms(self) -> Callable[[pa.ChunkedArray], pa.Array]:
        """HMAC of whole columns: what goes before each message is hashed once and not for each."""
        block = self.secret.ljust(_BLOCK_BYTES, b"\0")
        inner, outer = (hashlib.sha256(bytes(byte ^ pad for byte in block)) for pad in (0x36, 0x5C))
        beginning = f"{self.name}-"

        def pseudonym(message: str) -> str:
            first, second = inner.copy(), outer.copy()
            first.update(message.encode())
            second.update(first.digest())
            return beginning + second.hexdigest()[:_PSEUDONYM_LENGTH]

        def pseudonyms(messages: pa.ChunkedArray) -> pa.Array:
            return pa.array([pseudonym(one) if one is not None else None for one in messages.to_pylist()], pa.string())

        return pseudonyms

    def pseudonym_sql(self, *messages: str) -> str:
        """SQL for the pseudonym of the first message (see `message_sql`) that is not empty."""
        return f"pseudonym(coalesce({', '.join(messages)}))"

    def is_own_sql(self, pseudonym: str) -> str:
        """SQL for whether a text is a pseudonym made with this key."""
        return f"regexp_full_match({pseudonym}, '{self.name}-[0-9a-f]{{{_PSEUDONYM_LENGTH}}}')"


def message_sql(*parts: str) -> str:
    """SQL for what SQL expressions say together; empty where one of them is."""
    return f" || {duck.quoted(_PARTED)} || ".join(f"({part})" for part in parts)


def plain_name_sql(text: str) -> str:
    """SQL for a name without case, accents, spaces, hyphens and apostrophes; empty where no letter is left."""
    plain = f"lower({text})"
    for sign, letters in _PLAIN:
        plain = f"replace({plain}, '{sign}', '{letters}')"
    return f"nullif(regexp_replace(strip_accents({plain}), '[^a-z]', '', 'g'), '')"


def plain_number_sql(text: str) -> str:
    """SQL for a person's or record's number without case, spaces and signs."""
    return f"nullif(regexp_replace(upper({text}), '[^A-Z0-9]', '', 'g'), '')"


def birth_date_sql(written: str) -> str:
    """SQL for a birth date written like 1980-01-31; empty where it is one that systems make up."""
    return f"CASE WHEN {written} NOT IN ({', '.join(map(duck.quoted, _NOT_BIRTH_DATES))}) THEN {written} END"


def _write(path: Path, text: str) -> None:
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(text + "\n")
    except FileExistsError:
        # Another load made the key a moment ago, and that one counts.
        return
