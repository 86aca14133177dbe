"""What programs read of the evidence: which measures, loads and quarters there are. Their files hold the figures."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest
from django.urls import reverse

from wardmote.definitions.catalogue import all_measures
from wardmote.evidence.ledger import Load
from wardmote.web.core.workspace import current_evidence
from wardmote.web.insight.queries.kpi import quarters
from wardmote.web.insight.queries.loads import load_answer


@dataclass(frozen=True)
class MeasureTold:
    """A measure of the catalogue; `figures.json` below its address holds its series and findings."""

    id: str
    version: int
    title: str
    why: str


@dataclass(frozen=True)
class FileTold:
    """A file of a load: how many of its rows were read, kept and set aside."""

    name: str
    read: int
    kept: int
    set_aside: int


@dataclass(frozen=True)
class LoadTold:
    """A load, and its files."""

    number: int
    source: str
    name: str
    loaded_at: datetime
    files: tuple[FileTold, ...]


@dataclass(frozen=True)
class QuarterTold:
    """A quarter that can be reported; `kpi.ods` and `kpi.xlsx` below its address are the report."""

    label: str
    address: str


def measures_told(request: HttpRequest) -> list[MeasureTold]:
    """Every measure of the catalogue."""
    return [MeasureTold(one.id, one.version, one.title, one.why) for one in all_measures()]


def loads_told(request: HttpRequest) -> list[LoadTold]:
    """Every load, the newest first."""
    return [_told(one) for one in reversed(current_evidence().loads)]


def load_told(request: HttpRequest, number: int) -> LoadTold:
    """One load."""
    return _told(load_answer(current_evidence(), number).load)


def quarters_told(request: HttpRequest) -> list[QuarterTold]:
    """The quarters that can be reported, the newest first."""
    found = quarters(current_evidence()) if current_evidence().loads else ()
    return [QuarterTold(one.label, reverse("kpi", args=[one.label.replace(" ", "-")])) for one in found]


def _told(load: Load) -> LoadTold:
    files = tuple(FileTold(one.name, one.read, one.kept, one.quarantined) for one in load.files)
    return LoadTold(load.number, load.source, load.name, load.loaded_at, files)
