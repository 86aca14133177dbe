"""Each room says what it is for, imports downwards only, and does not slow the commands."""

import ast
import re
import subprocess
import sys

import pytest
from architecture.tree import ROOT, python_files, text_of

ROOMS = sorted(path.parent.relative_to(ROOT).as_posix() for path in (ROOT / "src" / "wardmote").glob("*/__init__.py"))
HEAVY = ("altair", "deltalake", "django", "duckdb", "narwhals", "numpy", "pandas", "pyarrow", "scipy", "shapely")
HEAVY += ("statsmodels", "typst", "vl_convert", "requests", "yaml", "pydantic")
DOMAIN_WORDS = re.compile(r"crime|police|offence|offender|victim|ward|lsoa|partnership|incident")


def run(*command):
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)


def test_imports_go_downwards_only():
    checked = run(sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()")

    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_what_it_is_for(room):
    assert ast.get_docstring(ast.parse(text_of(ROOT / room / "__init__.py")))


def test_the_catalogue_holds_no_code():
    assert [path.name for path in python_files(below="src/wardmote/catalogue") if path.name != "__init__.py"] == []


def test_statistics_speak_of_numbers_only():
    named = {
        f"{path.name}: {name}"
        for path in python_files(below="src/wardmote/statistics")
        for name in names_defined_in(ast.parse(text_of(path)))
        if set(name.lower().split("_")) & set(DOMAIN_WORDS.pattern.split("|"))
    }

    assert named == set()


def test_help_imports_nothing_heavy():
    script = (
        "import sys; from typer.testing import CliRunner; from wardmote.cli import app; "
        "result = CliRunner().invoke(app, ['--help']); assert result.exit_code == 0, result.output; "
        f"print(' '.join(sorted(set({HEAVY!r}) & set(sys.modules))))"
    )

    helped = run(sys.executable, "-c", script)

    assert (helped.returncode, helped.stdout.split(), helped.stderr) == (0, [], "")


def names_defined_in(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
