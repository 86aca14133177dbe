"""What the workspace's settings file says about the database, sign-in, letters and the key."""

import sys

import pytest

from wardmote.web.config.sign_in import mailers, single_sign_on
from wardmote.web.config.workspace import KEY, database, keep_secret_key, secret_key, site_settings


@pytest.fixture(autouse=True)
def _nothing_in_the_environment(monkeypatch):
    for name in ("WARDMOTE_DATABASE", "WARDMOTE_SECRET_KEY"):
        monkeypatch.delenv(name, raising=False)


def test_without_a_word_the_database_is_a_file_in_the_workspace(tmp_path):
    found = database(tmp_path, {})

    assert found["NAME"] == tmp_path / "partnership.sqlite3"
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in found["OPTIONS"]["init_command"]
    assert "foreign_keys=ON" in found["OPTIONS"]["init_command"]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("postgresql://ward:p%40ss@db.example:5433/mote", ("mote", "ward", "p@ss", "db.example", "5433")),
        ("postgresql://ward@/mote?host=/run/postgresql", ("mote", "ward", "", "/run/postgresql", "")),
    ],
)
def test_a_url_names_a_postgresql(tmp_path, url, expected):
    found = database(tmp_path, {"database": {"url": url}})

    assert tuple(found[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")) == expected
    assert found["ENGINE"].endswith("postgresql")


def test_the_environment_comes_before_the_file(tmp_path, monkeypatch):
    monkeypatch.setenv("WARDMOTE_DATABASE", "postgresql://a@b/c")

    assert database(tmp_path, {"database": {"url": "postgresql://x@y/z"}})["NAME"] == "c"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in another way.")
def test_a_key_is_kept_once_and_read_by_its_owner_only(tmp_path):
    keep_secret_key(tmp_path, "first")
    keep_secret_key(tmp_path, "second")

    assert secret_key(tmp_path) == "first"
    assert (tmp_path / KEY).stat().st_mode & 0o077 == 0


def test_without_a_file_nothing_outlives_the_process(tmp_path):
    assert secret_key(tmp_path) != secret_key(tmp_path)


def test_single_sign_on_is_as_the_settings_say(tmp_path):
    (tmp_path / "wardmote.toml").write_text(
        '[sign-in.oidc]\nname = "Council"\nserver = "https://login.example/"\nclient-id = "w"\nclient-secret = "s"\n',
        encoding="utf-8",
    )

    (app,) = single_sign_on(site_settings(tmp_path))["openid_connect"]["APPS"]

    assert (app["name"], app["client_id"], app["settings"]["server_url"]) == ("Council", "w", "https://login.example/")
    assert "APPS" not in single_sign_on({})["openid_connect"]


def test_letters_go_to_the_council_s_server_or_into_the_outbox(tmp_path):
    kept = mailers({}, outbox=tmp_path / "outbox")["default"]
    sent = mailers({"email": {"host": "mail.example", "username": "u"}}, outbox=tmp_path)["default"]

    assert kept["OPTIONS"] == {"file_path": str(tmp_path / "outbox")}
    assert (sent["OPTIONS"]["host"], sent["OPTIONS"]["username"]) == ("mail.example", "u")
