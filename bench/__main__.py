"""`python -m bench [NAME...]`: run the benchmarks named, or all; exit 1 where a limit is not met."""

import argparse
import os
import platform
import sys

from bench import assess, help_screen, linkage, load, malformed, measures, pages, partners, scale, truths, workspace
from bench.line import HEADING
from bench.places import NotHereError

_BENCHMARKS = {
    "help": help_screen,
    "linkage": linkage,
    "load": load,
    "malformed": malformed,
    "measures": measures,
    "assess": assess,
    "pages": pages,
    "partners": partners,
    "scale": scale,
    "truths": truths,
    "workspace": workspace,
}


def main() -> int:
    """Print a table a benchmark; the number to exit with."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", help=f"any of: {', '.join(_BENCHMARKS)}")
    names = parser.parse_args().names or list(_BENCHMARKS)
    if unknown := set(names) - set(_BENCHMARKS):
        parser.error(f"there is no benchmark called {', '.join(sorted(unknown))}")
    print(f"{platform.system()}, {os.cpu_count()} cores, Python {platform.python_version()}{_busy()}")
    verdicts = [verdict for name in names for verdict in _run(name)]
    print(
        f"\n{verdicts.count('PASS')} limits met, {verdicts.count('SHORT')} not met, {verdicts.count('FAILED')} failed"
    )
    return 1 if {"SHORT", "FAILED"} & set(verdicts) else 0


def _run(name: str) -> list[str]:
    benchmark = _BENCHMARKS[name]
    print(f"\n{name}: {(benchmark.__doc__ or '').splitlines()[0]} Takes {benchmark.TAKES}.\n{HEADING}", flush=True)
    verdicts = []
    try:
        for line in benchmark.lines():
            print(line.printed(), flush=True)
            verdicts.append(line.verdict)
    except NotHereError as missing:
        print(f"  Skipped: {missing}.")
    except RuntimeError as error:
        print(f"  FAILED: {error}")
        verdicts.append("FAILED")
    return verdicts


def _busy() -> str:
    """What else the machine is doing: times on a busy one are too long, and CPU seconds say more."""
    if not hasattr(os, "getloadavg"):
        return ", peak memory and CPU not measured here"
    return f", load average {os.getloadavg()[0]:.1f} before the start"


if __name__ == "__main__":
    sys.exit(main())
