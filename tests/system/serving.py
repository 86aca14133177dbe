"""The site in a process of its own, started as a person starts it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

COMMAND = (sys.executable, "-c", "from wardmote.cli import main; main()", "serve", "--port", "0", "--workspace")


@contextmanager
def served(workspace: Path) -> Iterator[str]:
    """The address at which the site of a workspace answers, until the block ends."""
    process = subprocess.Popen([*COMMAND, str(workspace)], stdout=subprocess.PIPE, text=True, encoding="utf-8")
    try:
        line = process.stdout.readline()
        yield next(word for word in line.split() if word.startswith("http://"))
    finally:
        process.terminate()
        process.communicate(timeout=30)
