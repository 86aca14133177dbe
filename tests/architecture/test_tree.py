"""What may be in the repository, and how large a file may grow."""

import re

import pytest
from architecture.tree import ROOT, python_files, text_of, tracked_files

LONGEST_FILE = 400
MEDIAN_FILE = 100

# Written in pieces, so that this file does not hold what it looks for.
REGISTRY = re.compile(
    r"py" r"pi\.org|python" r"hosted|registry\.(npm" r"js|yarnpkg)|npm" r"js\.(com|org)|deb\.debian\.org"
)
MACHINE_PATH = re.compile(r"(?<![\w.{}*/-])/(work|home|root|Users|opt)/[\w.-]+|[A-Z]:\\\\Users")
GOV_UK_ONLY = re.compile(r"GDS " r"Transport|govuk-" r"crest|logotype-" r"crown")


def places(pattern: re.Pattern[str], *, but_not: tuple[str, ...] = ()) -> list[str]:
    """Where a pattern stands in the repository, as file:line."""
    return [
        f"{path.relative_to(ROOT)}:{number}"
        for path in tracked_files()
        if path.relative_to(ROOT).as_posix() not in but_not
        for number, line in enumerate(text_of(path).splitlines(), start=1)
        if pattern.search(line)
    ]


def test_no_registry_address():
    assert places(REGISTRY) == []


def test_no_path_of_one_machine():
    assert places(MACHINE_PATH) == []


def test_nothing_that_is_for_gov_uk_services_only():
    # The script that takes them out has to name them.
    assert places(GOV_UK_ONLY, but_not=("scripts/web_assets.py",)) == []


def test_no_file_is_long():
    # Migrations are written by Django, and read by nobody from end to end.
    ours = [path for path in python_files(below="src") if path.parent.name != "migrations"]
    long = {path.name: lines for path in ours if (lines := line_count(path)) > LONGEST_FILE}

    assert long == {}


def test_files_are_small_on_the_whole():
    lengths = sorted(line_count(path) for path in python_files(below="src"))

    assert lengths[len(lengths) // 2] <= MEDIAN_FILE


@pytest.mark.parametrize("name", ["utils", "helpers", "common", "misc"])
def test_nothing_is_named_for_nothing(name):
    assert [path for path in tracked_files() if name in path.relative_to(ROOT).with_suffix("").parts] == []


def test_text_ends_with_one_newline_and_unix_line_ends():
    wrong = [
        path.relative_to(ROOT).as_posix()
        for path in tracked_files()
        if path.suffix in {".py", ".md", ".toml", ".yaml", ".html", ".css", ".js"}
        and (text := text_of(path))
        and (b"\r\n" in path.read_bytes() or not text.endswith("\n") or text.endswith("\n\n"))
    ]

    assert wrong == []


def line_count(path):
    return len(text_of(path).splitlines())
