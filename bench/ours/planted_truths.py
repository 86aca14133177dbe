"""What is found of what was planted in the Exampleshire of a seed.

`python -m bench.ours.planted_truths SEED FOLDER` prints a line for each measure that can be tested: `planted` or
`still`, its id, and whether its last year was told apart from the one before.
"""

import sys
from pathlib import Path

from wardmote.definitions.catalogue import find_measure
from wardmote.evidence.evidence import Evidence
from wardmote.evidence.loading import load_paths
from wardmote.evidence.workspace import Workspace
from wardmote.measures.findings import find_findings
from wardmote.synthetic import read_truths, write_exampleshire
from wardmote.synthetic.offences import measure_id
from wardmote.synthetic.partners import write_partner_files
from wardmote.synthetic.partners.measured import MEASURE_OF


def _evidence(folder: Path, seed: int) -> Evidence:
    write_exampleshire(folder / "raw", seed=seed)
    write_partner_files(folder / "partners", seed=seed)
    sections = next((folder / "raw").rglob("*sections*.csv"))
    workspace = Workspace.create(folder / "workspace", areas=("Exampleshire",), sections=sections, name="Exampleshire")
    load_paths(workspace.store, [folder / "raw", folder / "partners"])
    return workspace.evidence()


def _is_called_changed(evidence: Evidence, measure: str) -> bool | None:
    """Whether the last year is told apart from the one before; None where no test can be made of it."""
    found = [one for one in find_findings(evidence, find_measure(measure)) if one.kind == "change"]
    return found[0].distinguishable if found else None


if __name__ == "__main__":
    seed_, folder_ = int(sys.argv[1]), Path(sys.argv[2])
    opened = _evidence(folder_, seed_)
    truths, partners = read_truths(folder_ / "raw"), write_partner_files(folder_ / "again", seed=seed_)
    figures = [one for one in partners.figures if one.id in MEASURE_OF]
    planted = [one.measure for one in truths.changes if one.area_kind == "partnership"]
    planted += [MEASURE_OF[one.id] for one in figures if one.is_changed]
    still = [measure_id(kind) for kind in truths.unchanged]
    still += [MEASURE_OF[one.id] for one in figures if not one.is_changed]
    for kind, ids in (("planted", planted), ("still", still)):
        for id_ in ids:
            print("truth", kind, id_, _is_called_changed(opened, id_), sep="\t")
