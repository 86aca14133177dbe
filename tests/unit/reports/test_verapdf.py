"""What veraPDF, the reference validator of PDF/UA-1, says of every kind of PDF, where it is installed."""

import shutil
import subprocess

import pytest
from unit.reports.made_up import board_papers

from wardmote.reports.papers import papers_pdf


def assert_conforms(content, path):
    path.write_bytes(content)
    done = subprocess.run(
        ["verapdf", "--flavour", "ua1", "--format", "text", "--verbose", path],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.startswith("PASS "), done.stdout + done.stderr


pytestmark = pytest.mark.skipif(shutil.which("verapdf") is None, reason="veraPDF is not on the path")


def test_it_finds_no_fault_in_an_assessment(pdf, tmp_path):
    assert_conforms(pdf, tmp_path / "assessment.pdf")


@pytest.mark.parametrize("is_wide", [False, True])
def test_it_finds_no_fault_in_papers(is_wide, tmp_path):
    assert_conforms(papers_pdf(board_papers(is_wide=is_wide)), tmp_path / "papers.pdf")


@pytest.mark.parametrize("word", ["two\x0blines", "\ufeffpasted", "\uf0b7 from Word", "\U0010fffd", "\x00"])
def test_it_finds_no_fault_in_words_of_which_not_all_can_be_shown(word, tmp_path):
    assert_conforms(papers_pdf(board_papers(word)), tmp_path / "papers.pdf")
