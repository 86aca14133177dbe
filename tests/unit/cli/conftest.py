"""The command line as a person meets it: words in; text, errors and an exit code out."""

import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from wardmote.cli import main


@dataclass(frozen=True)
class Said:
    """What a command printed, and how it ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def wardmote(monkeypatch, capsys) -> Callable[..., Said]:
    """Runs a command from its words, as the installed script does."""

    def run(*words: object) -> Said:
        monkeypatch.setattr(sys, "argv", ["wardmote", *map(str, words)])
        code = 0
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return run
