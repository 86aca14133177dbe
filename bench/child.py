"""A program run as a process of its own, with what it cost."""

import os
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
WARDMOTE = str(Path(sysconfig.get_path("scripts")) / "wardmote")
# The system tells the peak memory of a child in bytes on macOS and in KiB elsewhere.
_PEAK_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Cost:
    """What a run cost, or the median of several, with the wall seconds of the stages that it named.

    `cpu_s` and `peak_mb` are NaN on Windows, which does not tell them of a child.
    """

    wall_s: float
    cpu_s: float
    peak_mb: float
    said: str
    stages: dict[str, float] = field(default_factory=dict)

    @property
    def in_words(self) -> str:
        return f"{self.wall_s:.2f} s (CPU {self.cpu_s:.2f} s)"


def module(name: str, *arguments: str | Path) -> Cost:
    """Run a module of this package to its end."""
    return run(sys.executable, "-m", f"bench.{name}", *arguments)


def run(*command: str | Path) -> Cost:
    """Run a command to its end; raises RuntimeError with what it said when it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [str(word) for word in command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=ROOT,
        encoding="utf-8",
        errors="replace",
    )
    assert process.stdout is not None
    with process.stdout as stream:
        said = stream.read()
    cpu_s, peak_mb = _wait(process)
    wall_s = time.perf_counter() - start
    if process.returncode:
        raise RuntimeError(f"{Path(command[0]).name} {command[1]} failed: {said.strip()[-1500:]}")
    return Cost(wall_s, cpu_s, peak_mb, said, _stages(said))


def _wait(process: "subprocess.Popen[str]") -> tuple[float, float]:
    """Wait for the end of a process; its CPU seconds and its peak memory in MB.

    The peak of a child counts what its parent held when it was started, so this package imports nothing large.
    """
    if sys.platform == "win32":
        process.wait()
        return float("nan"), float("nan")
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _PEAK_UNIT / 1_000_000


def alternate(*sides: Callable[[], Cost], times: int) -> list[Cost]:
    """Run each side in turn, so many times over, so that a busy moment falls on all; the median cost of each."""
    runs = [[side() for side in sides] for _ in range(times)]
    return [_middle(costs) for costs in zip(*runs, strict=True)]


def _middle(costs: Sequence[Cost]) -> Cost:
    stages = {name: median(one.stages[name] for one in costs) for name in costs[0].stages}
    return Cost(
        median(one.wall_s for one in costs),
        median(one.cpu_s for one in costs),
        median(one.peak_mb for one in costs),
        costs[0].said,
        stages,
    )


def _stages(said: str) -> dict[str, float]:
    rows = (line.split("\t") for line in said.splitlines() if line.startswith("stage\t"))
    return {name: float(seconds) for _, name, seconds in rows}
