"""The reference pages say what the code does now."""

import importlib.util
import re

import pytest
from architecture.tree import ROOT, text_of

from wardmote.measures.finding import Finding
from wardmote.measures.series import SeriesRow

PAGES = ["api.md", "commands.md", "measures.md", "tables.md"]


@pytest.fixture(scope="module")
def pages():
    spec = importlib.util.spec_from_file_location("reference_docs", ROOT / "scripts" / "reference_docs.py")
    reference_docs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference_docs)
    return reference_docs.pages()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_what_the_code_says(pages, name):
    assert text_of(ROOT / "docs" / "reference" / name) == pages[name], "Run make docs."


def test_every_page_that_is_written_is_checked(pages):
    assert sorted(pages) == PAGES


@pytest.mark.parametrize(
    ("heading", "shape"), [("A value of a series", SeriesRow), ("A finding", Finding)], ids=["series", "finding"]
)
def test_the_promised_fields_are_those_of_the_output(heading, shape):
    section = text_of(ROOT / "docs" / "reference" / "output.md").partition(f"## {heading}\n")[2].partition("\n## ")[0]

    # How a page says a finding in brief is its own, and leaves with no file.
    promised = [field for field in shape.__dataclass_fields__ if field != "brief"]
    assert re.findall(r"^\| `(\w+)` \|", section, flags=re.MULTILINE) == promised
