"""Setting up on somebody else's machine: which Python is found, and what is locked."""

import re
import shutil
import subprocess
import sys
import tomllib

import pytest
from architecture.tree import ROOT, text_of

needs_a_shell = pytest.mark.skipif(sys.platform == "win32", reason="The recipes are for systems with a POSIX shell.")
LOCKED = {name: text_of(ROOT / "requirements" / f"{name}.txt") for name in ("run", "dev", "install", "node")}
PROJECT = tomllib.loads(text_of(ROOT / "pyproject.toml"))


@pytest.fixture
def machine(tmp_path):
    """A machine with a shell and nothing else: commands and a version manager's folder can be added to it."""
    (tmp_path / "bin").mkdir()
    for tool in ("sh", "dirname"):
        (tmp_path / "bin" / tool).symlink_to(shutil.which(tool))
    return tmp_path


def add_command(path, *, does):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
    path.chmod(0o755)


def start(script, *arguments, machine):
    environment = {"PATH": str(machine / "bin"), "HOME": str(machine), "PYENV_ROOT": str(machine / "pyenv")}
    command = ["sh", str(ROOT / "scripts" / script), *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)


def working_python(version="3, 13"):
    """A stand-in that runs the real Python, which is told which version it is."""
    return f"""exec {sys.executable} -c "import sys; sys.version_info = ({version}); exec(sys.argv[2])" "$@" """


@needs_a_shell
def test_a_python_on_the_path_is_found(machine):
    add_command(machine / "bin" / "python3", does=working_python())

    assert start("find-python", machine=machine).stdout == f"{machine}/bin/python3\n"


@needs_a_shell
def test_a_command_that_only_looks_like_a_python_is_passed_over(machine):
    add_command(machine / "bin" / "python3.13", does="exit 127")
    add_command(machine / "pyenv" / "versions" / "3.13.0" / "bin" / "python", does=working_python())

    assert start("find-python", machine=machine).stdout == f"{machine}/pyenv/versions/3.13.0/bin/python\n"


@needs_a_shell
def test_an_old_python_is_passed_over(machine):
    add_command(machine / "bin" / "python3", does=working_python("3, 11"))

    assert start("find-python", machine=machine).returncode == 1


@needs_a_shell
def test_without_any_python_one_sentence_says_what_is_needed(machine):
    made = start("make-venv", str(machine / "environment"), machine=machine)

    assert made.returncode == 1
    assert made.stderr.startswith("Wardmote needs Python 3.12 or newer with its venv module, or uv, and found neither.")
    assert not (machine / "environment").exists()


@pytest.mark.parametrize("name", LOCKED)
def test_every_requirement_has_a_version_and_a_hash(name):
    logical_lines = LOCKED[name].replace("\\\n", " ").splitlines()
    requirements = [line for line in logical_lines if line and not line.lstrip().startswith("#")]

    assert requirements
    assert [line for line in requirements if not re.match(r"[a-z0-9._-]+==\S+.* --hash=sha256:", line)] == []


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("run", PROJECT["project"]["dependencies"]),
        ("dev", [*PROJECT["dependency-groups"]["test"], *PROJECT["dependency-groups"]["check"]]),
        ("install", PROJECT["dependency-groups"]["install"]),
        ("node", PROJECT["dependency-groups"]["node"]),
    ],
    ids=list(LOCKED),
)
def test_what_is_wanted_is_locked(name, wanted):
    assert [want for want in wanted if bare_name(want) not in versions(LOCKED[name])] == [], "Run make lock."


def test_what_is_tested_is_what_runs():
    tested = versions(LOCKED["dev"])

    assert {name: tested.get(name) for name in versions(LOCKED["run"])} == versions(LOCKED["run"])


def versions(locked):
    return dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", locked, flags=re.MULTILINE))


def bare_name(requirement):
    return re.match(r"[A-Za-z0-9._-]+", requirement)[0].lower()
