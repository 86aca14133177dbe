"""What is found of what was planted in Exampleshire, and how often a change is claimed where nothing changed."""

from collections.abc import Iterator
from pathlib import Path

from bench.line import Line
from bench.places import scratch
from wardmote.definitions.catalogue import find_measure
from wardmote.evidence.evidence import Evidence
from wardmote.evidence.loading import load_paths
from wardmote.evidence.workspace import Workspace
from wardmote.measures.findings import find_findings
from wardmote.synthetic import read_truths, write_exampleshire
from wardmote.synthetic.offences import measure_id
from wardmote.synthetic.partners import write_partner_files
from wardmote.synthetic.partners.measured import MEASURE_OF

TAKES = "some minutes"
# The Exampleshire that everybody sees, and others of the same making.
_SEEDS = (1998, 7, 41)
_FEWEST_FOUND, _MOST_CALLED = 0.8, 0.07


def lines() -> Iterator[Line]:
    """The two rates over all seeds, each claim made at the 5% level by itself."""
    found: list[bool] = []
    called: list[bool] = []
    for seed in _SEEDS:
        with scratch() as folder:
            evidence = _evidence(folder, seed)
            truths, partners = read_truths(folder / "raw"), write_partner_files(folder / "again", seed=seed)
            planted = [one.measure for one in truths.changes if one.area_kind == "partnership"]
            planted += [MEASURE_OF[one.id] for one in partners.figures if one.is_changed and one.id in MEASURE_OF]
            still = [measure_id(kind) for kind in truths.unchanged]
            still += [MEASURE_OF[one.id] for one in partners.figures if not one.is_changed and one.id in MEASURE_OF]
            found += [is_changed for name in planted if (is_changed := _is_called_changed(evidence, name)) is not None]
            called += [bool(_is_called_changed(evidence, name)) for name in still]
    yield _line("planted changes that are found", found, limit=_FEWEST_FOUND, is_most=False)
    yield _line("non-changes that are called changes", called, limit=_MOST_CALLED, is_most=True)


def _line(what: str, hits: list[bool], *, limit: float, is_most: bool) -> Line:
    rate = sum(hits) / len(hits)
    said = f"{sum(hits)} of {len(hits)} ({rate:.1%})"
    return Line(what, said, f"{len(_SEEDS)} seeds", rate, limit, "at most" if is_most else "at least")


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
