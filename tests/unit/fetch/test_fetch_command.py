"""`wardmote fetch` as people meet it: one table, an exit code that tells, and Ctrl-C that loses nothing."""

import io
import os
import signal
import subprocess
import sys
import time
import zipfile

import pytest
from typer.testing import CliRunner

from wardmote.cli.fetch import app
from wardmote.errors import BadInput
from wardmote.evidence.fetch.downloads import read_downloads
from wardmote.evidence.fetch.months import months_ending
from wardmote.evidence.fetch.police_files import PoliceFile

SIX_MONTHS = ("police-uk", "--force", "dorset", "--months", "6", "--kind", "street")
LATEST = "/data.police.uk/data/archive/latest.zip"
COLUMNS = read_downloads().police_uk.columns


def archive(*, months=36, kinds=("street",), padding=0):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as made:
        for month in months_ending("2025-12", count=months):
            for kind in kinds:
                file = PoliceFile(month, "dorset", kind)
                made.writestr(file.path, ",".join(COLUMNS[kind]) + "\n" + "x" * padding)
    return held.getvalue()


@pytest.fixture
def command(server, tmp_path):
    def run(*arguments):
        shared = ["--to", str(tmp_path), "--mirror", server.url]
        return CliRunner().invoke(app, [*arguments, *shared], env={"COLUMNS": "200"})

    return run


def test_all_that_was_asked_for_is_said_with_what_to_do_next(server, command, tmp_path):
    server.has(LATEST, archive())
    result = command("police-uk", "--force", "dorset", "--months", "3", "--kind", "street")
    assert result.exit_code == 0
    assert "dorset street" in result.output
    assert f"Next: wardmote load {tmp_path}" in result.output.replace("\n", "")
    assert len(list(tmp_path.rglob("*.csv"))) == 3


def test_what_is_missing_is_said_with_the_reason_and_the_exit_code(server, command):
    server.has(LATEST, archive())
    result = command("police-uk", "--force", "dorset", "--months", "2", "--kind", "street", "--kind", "outcomes")
    assert result.exit_code == 1
    assert "2025-11, 2025-12: the force has published no outcomes file for this month" in result.output
    assert "dorset street" in result.output


def test_areas_say_what_each_address_answered(server, command, tmp_path):
    result = command("areas", "--only", "deprivation")
    assert result.exit_code == 1
    assert "deprivation-england-2025" in result.output
    assert "there is no such file (status 404)" in result.output
    assert not list(tmp_path.rglob("*.csv*"))


def test_a_folder_that_cannot_be_written_is_said_in_one_sentence(server, command, tmp_path):
    server.has(LATEST, archive())
    (tmp_path / "police-uk").write_text("in the way", encoding="utf-8")
    error = command(*SIX_MONTHS).exception
    assert isinstance(error, BadInput)
    assert "the files cannot be written" in error.sentence


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl-C to a whole console, the tests included")
def test_ctrl_c_keeps_what_has_arrived_and_the_next_run_carries_on(server, command, tmp_path):
    server.has(LATEST, archive(padding=50_000))

    def slowly(handler, resource):
        """Ends the first time that a member is asked for after three have been given."""
        if len(server.requests) > 4:
            time.sleep(3)
        from_here, _, to_there = handler.headers["Range"].removeprefix("bytes=").partition("-")
        total = len(resource.content)
        first = int(from_here) if from_here else max(0, total - int(to_there))
        last = int(to_there) if from_here else total - 1
        span = f"bytes {first}-{last}/{total}"
        handler.start(206, Content_Range=span, Content_Length=last - first + 1, ETag=resource.etag)
        handler.wfile.write(resource.content[first : last + 1])

    server.resources[LATEST].faults = [slowly] * 50
    run = subprocess.Popen(
        [sys.executable, "-c", "from wardmote.cli.fetch import app; app()", *SIX_MONTHS, "--to", str(tmp_path)],
        env={**os.environ, "WARDMOTE_MIRROR": server.url},
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    deadline = time.monotonic() + 15
    while len(list(tmp_path.rglob("*.csv"))) < 3 and time.monotonic() < deadline:
        time.sleep(0.02)
    run.send_signal(signal.SIGINT)
    _, said = run.communicate(timeout=10)
    assert run.returncode == 130
    assert "run the same command again to carry on" in said
    assert "Traceback" not in said

    server.resources[LATEST].faults = []
    result = command(*SIX_MONTHS)
    assert result.exit_code == 0
    row = next(line for line in result.output.splitlines() if "dorset street" in line)
    assert [cell.strip() for cell in row.strip("│").split("│")][1:3] == ["3", "3"]
