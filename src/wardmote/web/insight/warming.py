"""Warming: the slow part of the first page worked out before anybody asks for it."""

import threading

from wardmote.errors import WardmoteError
from wardmote.web.core.workspace import current_evidence
from wardmote.web.insight.queries.overview import overview_answer


def start_warming() -> threading.Thread:
    """Work out in the background what the overview stands on. Who opens it meanwhile waits for the same answer."""
    thread = threading.Thread(target=_warm, name="warming", daemon=True)
    thread.start()
    return thread


def _warm() -> None:
    try:
        evidence = current_evidence()
        if evidence.number:
            overview_answer(evidence)
    except WardmoteError:
        # What is wrong with the evidence is said on the page, to who asks for it.
        return
