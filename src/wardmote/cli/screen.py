"""Where commands print: as wide as the terminal, and wide enough for any table where the output goes to a file."""

import sys

from rich.console import Console

_WIDTH_OF_A_FILE = 200


def console() -> Console:
    """Standard output."""
    return Console(width=None if sys.stdout.isatty() else _WIDTH_OF_A_FILE, highlight=False)
