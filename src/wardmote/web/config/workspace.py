"""What the workspace's own settings file says about the site and its database."""

import os
import secrets
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

SETTINGS = "wardmote.toml"
KEY = "secret-key"
DATABASE = "partnership.sqlite3"

# Every writer waits for its turn from the start, so that none is turned away half-way through (SQLite's IMMEDIATE).
_SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
}


def site_settings(folder: Path) -> dict[str, Any]:
    """The tables `[site]`, `[database]`, `[email]` and `[sign-in]` of the workspace; empty where there is no file."""
    path = folder / SETTINGS
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        # What is wrong with the file is said by `Workspace.open`, in a sentence.
        return {}


def database(folder: Path, settings: dict[str, Any]) -> dict[str, Any]:
    """SQLite beside the evidence, or the PostgreSQL that a URL names in the environment or in the settings file."""
    address = os.environ.get("WARDMOTE_DATABASE") or settings.get("database", {}).get("url", "")
    if not address:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": folder / DATABASE,
            "OPTIONS": _SQLITE_OPTIONS,
            "ATOMIC_REQUESTS": False,
        }
    parts = urlsplit(address)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": _host(parts.query) or parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def secret_key(folder: Path) -> str:
    """The key that sessions and links are signed with; without one on disk, nothing outlives the process."""
    path = folder / KEY
    if os.environ.get("WARDMOTE_SECRET_KEY"):
        return os.environ["WARDMOTE_SECRET_KEY"]
    return path.read_text(encoding="utf-8").strip() if path.is_file() else secrets.token_urlsafe(48)


def keep_secret_key(folder: Path, key: str) -> None:
    """Write the key into the workspace, readable by its owner only, unless there is one already."""
    path = folder / KEY
    if not path.exists() and not os.environ.get("WARDMOTE_SECRET_KEY"):
        path.touch(mode=0o600)
        path.write_text(key + "\n", encoding="utf-8")


def _host(query: str) -> str:
    """A local socket's folder comes as `?host=/folder`, as PostgreSQL's own tools write it."""
    return next((unquote(part[5:]) for part in query.split("&") if part.startswith("host=")), "")
