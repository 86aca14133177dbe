"""What is declared is what is imported: nothing that came along by chance, and nothing that is no longer used."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions

from architecture.tree import ROOT, python_files, text_of

# WhiteNoise and PostgreSQL's driver are named in the settings; Python looks for tzdata by itself.
NAMED_AND_NOT_IMPORTED = {"psycopg", "whitenoise", "tzdata"}


def modules_imported():
    for path in python_files(below="src"):
        for node in ast.walk(ast.parse(text_of(path))):
            if isinstance(node, ast.Import):
                yield from (alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module.partition(".")[0]


def packages_imported():
    outside = set(modules_imported()) - set(sys.stdlib_module_names) - {"wardmote"}
    brought_by = packages_distributions()
    return {tidy(brought_by[module][0]) for module in outside}


def packages_declared():
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))["project"]
    return {tidy(re.match(r"[A-Za-z0-9._-]+", wanted)[0]) for wanted in project["dependencies"]}


def tidy(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def test_whatever_is_imported_is_declared():
    assert packages_imported() - packages_declared() == set()


def test_whatever_is_declared_is_imported():
    assert packages_declared() - packages_imported() - NAMED_AND_NOT_IMPORTED == set()
