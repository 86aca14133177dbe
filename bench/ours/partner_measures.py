"""Every measure of the police extract by section and month, and the figures of those that pandas counts as well.

`python -m bench.ours.partner_measures WORKSPACE`
"""

import sys
from pathlib import Path

import numpy as np

from bench.answers import Stage, say
from bench.compared import OF_PARTNERS
from wardmote.definitions.catalogue import all_measures
from wardmote.definitions.measure import Measure
from wardmote.evidence.workspace import Workspace
from wardmote.measures import measure_series

SOURCE = "police-crimes"


def _is_loaded(measure: Measure) -> bool:
    """Severity needs the publishers' weights, and programmes the programme's file."""
    return not measure.severity and measure.calculation != "follow-up"


if __name__ == "__main__":
    with Stage("measures"):
        evidence = Workspace.open(Path(sys.argv[1])).evidence()
        asked = [one for one in all_measures() if one.numerator.where.get("source") == (SOURCE,) and _is_loaded(one)]
        series = {one.id: measure_series(evidence, one, by="section", period="month") for one in asked}
    print(len(series), "measures")
    for id_ in OF_PARTNERS:
        order = np.argsort([area.code for area in series[id_].areas])
        say(f"figure-{id_}", series[id_].count[order])
