"""Where the rows behind a figure came from: each load, with what became of its rows."""

from collections.abc import Iterable

from wardmote.evidence.ledger import Load
from wardmote.web.core.components import Fact, Line, Link
from wardmote.web.core.wording import day
from wardmote.web.insight.presenters.held import load_sentence


def evidence_fact(number: int, loads: Iterable[Load]) -> Fact:
    """The loads whose rows were counted, the newest first; `number` is the load up to which they were."""
    newest_first = sorted(loads, key=lambda load: -load.number)
    text = f"As of load {number}." + (" The rows counted came in these loads:" if newest_first else "")
    return Fact("Evidence", text, link=Link("See all loads", "/loads/"), sources=tuple(map(_load, newest_first)))


def _load(load: Load) -> Line:
    link = Link(f"Load {load.number}, {load.name}", f"/loads/{load.number}/")
    return Line(f"{day(load.loaded_at)}. {load_sentence(load)}", link=link)
