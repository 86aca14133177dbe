"""What programs read of the evidence: which measures, loads and quarters there are. Their files hold the figures."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.http import HttpRequest
from django.urls import reverse

from wardmote.definitions.catalogue import all_measures
from wardmote.errors import NotAvailable
from wardmote.evidence.ledger import Load
from wardmote.web.core.workspace import current_evidence, current_workspace
from wardmote.web.insight.actions.loading import LOADER
from wardmote.web.insight.actions.uploads import upload_of
from wardmote.web.insight.models.uploads import Waiting
from wardmote.web.insight.presenters.under_way import under_way_page
from wardmote.web.insight.queries.kpi import quarters
from wardmote.web.insight.queries.loads import load_answer
from wardmote.web.insight.queries.waiting import Found, found


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
class WaitingTold:
    """A file that waits to be loaded: of a partner, published, unknown or refused, and why."""

    number: int
    name: str
    kind: str
    titles: tuple[str, ...]
    sentence: str


@dataclass(frozen=True)
class UnderWayTold:
    """The load under way or, once it `is_done`, what came of it: rows read, and then tables counted.

    `expected` and `to_count` are 0 where that is not known.
    """

    sentence: str
    read: int
    expected: int
    counted: int
    to_count: int
    is_done: bool
    left_out: tuple[str, ...]


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


def waiting_told(request: HttpRequest, key: str) -> list[WaitingTold]:
    """The files of an upload, and what each is."""
    workspace = current_workspace()
    return [_waiting(one, found(workspace, one)) for one in upload_of(key).files]


def under_way_told(request: HttpRequest) -> UnderWayTold:
    """How far the load is."""
    if LOADER.job is None:
        raise NotAvailable("Nothing was loaded since the site was started", do="send files to loads/files/")
    job, page = LOADER.job, under_way_page(LOADER.job)
    counted, to_count = (job.counting.done, job.counting.most) if job.counting else (0, 0)
    return UnderWayTold(page.sentence, job.read, job.expected or 0, counted, to_count, page.is_done, page.left_out)


def quarters_told(request: HttpRequest) -> list[QuarterTold]:
    """The quarters that can be reported, the newest first."""
    found = quarters(current_evidence()) if current_evidence().loads else ()
    return [QuarterTold(one.label, reverse("kpi", args=[one.label.replace(" ", "-")])) for one in found]


def _waiting(waiting: Waiting, is_: Found) -> WaitingTold:
    return WaitingTold(waiting.number, waiting.name, is_.kind, is_.titles, is_.sentence)


def _told(load: Load) -> LoadTold:
    files = tuple(FileTold(one.name, one.read, one.kept, one.quarantined) for one in load.files)
    return LoadTold(load.number, load.source, load.name, load.loaded_at.replace(tzinfo=UTC), files)
