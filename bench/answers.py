"""What each side of a benchmark prints: its figures, so that they can be compared, and how long its stages took."""

import hashlib
import time

import numpy as np
import numpy.typing as npt


def say(measure: str, counts: npt.ArrayLike) -> None:
    """Print the shape, total and digest of whole numbers, areas in order of code by months in order."""
    matrix = np.ascontiguousarray(counts, dtype="int64")
    digest = hashlib.sha256(matrix.tobytes()).hexdigest()[:16]
    print(measure, *matrix.shape, matrix.sum(), digest)


class Stage:
    """Prints the wall seconds of a stage of the work, as `with Stage("name"):`."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __enter__(self) -> None:
        self._start = time.perf_counter()

    def __exit__(self, *_: object) -> None:
        print("stage", self._name, time.perf_counter() - self._start, sep="\t")
