"""Every measure by LSOA and month from the store.

`python -m bench.ours.measures [--again] WORKSPACE` prints the figures and the stages as `bench.answers` does; with
`--again` it opens the store and measures a second time, its libraries being loaded, as a running site does after a
load; what was counted is read from disk, as the load left it, and nothing is remembered.
"""

import sys
from pathlib import Path

import numpy as np

from bench.answers import Stage, say
from bench.compared import MEASURES
from wardmote.definitions.catalogue import find_measure
from wardmote.evidence.evidence import Evidence
from wardmote.evidence.workspace import Workspace
from wardmote.measures import Series, measure_series


def measured(evidence: Evidence) -> list[Series]:
    """Every measure that police.uk files give."""
    return [measure_series(evidence, find_measure(id_), by="lsoa", period="month") for id_ in MEASURES]


def answer(series: Series) -> None:
    """Print the counts, and of a proportion the denominators."""
    order = np.argsort([area.code for area in series.areas])
    say(series.measure.id, series.count[order])
    if series.measure.calculation == "proportion":
        say(f"{series.measure.id}-base", series.base[order])


if __name__ == "__main__":
    with Stage("from the files"):
        opened = Workspace.open(Path(sys.argv[-1])).evidence()
        found = measured(opened)
    if "--again" in sys.argv:
        with Stage("again"):
            measured(Workspace.open(Path(sys.argv[-1])).evidence())
    for one in found:
        answer(one)
