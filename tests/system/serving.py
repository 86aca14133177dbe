"""The site in a process of its own, started as a person starts it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

COMMAND = (sys.executable, "-c", "from wardmote.cli import main; main()", "serve", "--port", "0", "--workspace")


_FILL = "import sys, pathlib; from wardmote.web.administration import fill_demo; print(fill_demo(pathlib.Path(sys.argv[1])))"


def fill_demo(workspace: Path) -> str:
    """Live through a year of Exampleshire's partnership, in a process of its own; returns everybody's password."""
    command = [sys.executable, "-c", _FILL, str(workspace)]
    filled = subprocess.run(command, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=True)
    return filled.stdout.strip()


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
