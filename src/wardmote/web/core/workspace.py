"""The one workspace that the site shows, and its evidence as it stands now."""

import threading
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from wardmote.evidence.evidence import Evidence
from wardmote.evidence.workspace import SETTINGS, Workspace

_opening = threading.Lock()


def current_workspace() -> Workspace:
    """The workspace that the site was started for; raises what opening it raises."""
    return Workspace.open(settings.WARDMOTE_WORKSPACE)


def current_evidence() -> Evidence:
    """The evidence after the newest load, held open until another load or a change of settings takes its place."""
    folder = Path(settings.WARDMOTE_WORKSPACE)
    workspace = current_workspace()
    newest = workspace.store.load()
    with _opening:
        return _evidence(folder, (folder / SETTINGS).stat().st_mtime_ns, newest.number if newest else 0)


def evidence_after(load: int) -> Evidence:
    """The evidence as it stood after an earlier load, held open like the newest."""
    folder = Path(settings.WARDMOTE_WORKSPACE)
    with _opening:
        return _evidence(folder, (folder / SETTINGS).stat().st_mtime_ns, load)


@lru_cache(maxsize=3)
def _evidence(folder: Path, changed: int, load: int) -> Evidence:
    """`changed` and `load` are the key under which this evidence is held.

    The geography is resolved here, so that it is done once and not by several pages at the same time.
    """
    evidence = Workspace.open(folder).evidence(as_of_load=load or None)
    if load:
        _ = evidence.geography
    return evidence
