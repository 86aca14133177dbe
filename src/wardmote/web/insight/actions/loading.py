"""Loading what waits, in the background, one load at a time."""

import logging
import threading
from collections.abc import Iterator

from wardmote.definitions.card import Card
from wardmote.errors import BadInput, WardmoteError
from wardmote.evidence.inputs import InputFile
from wardmote.evidence.ledger import Load
from wardmote.evidence.linkage.resolving import LinkedPeople
from wardmote.evidence.linkage.settings import threshold_of
from wardmote.evidence.linked_loading import keep_links, link_deliveries
from wardmote.evidence.loading import Delivery, find_in_files, load_each
from wardmote.evidence.sources import sources_for
from wardmote.evidence.sources.base import Source
from wardmote.evidence.sources.partner import CARDS_FOLDER, Dock
from wardmote.evidence.workspace import Workspace
from wardmote.measures.deriving import derive_counts
from wardmote.web.insight.models.load_job import LoadJob, Stopped
from wardmote.web.insight.models.uploads import WAITING, Upload, Waiting
from wardmote.web.insight.queries.waiting import rows_expected

_log = logging.getLogger("django.request")


class Loader:
    """The one load of this process, and the thread that does it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self.job: LoadJob | None = None

    def start(self, workspace: Workspace, upload: Upload, *, is_linking: bool = False) -> LoadJob:
        """Begin to load an upload, which is no longer held once that has ended; raises BadInput while another is loaded.

        With `is_linking` the people whom its files name are linked with one another first, in memory.
        """
        with self._lock:
            if self._thread and self._thread.is_alive():
                raise BadInput(
                    "Another load is under way", do="wait until it has ended, or stop it, and then load these"
                )
            names = tuple(one.name for one in upload.files)
            self.job = LoadJob(names, rows_expected(upload), is_linking=is_linking)
            self._thread = threading.Thread(target=_run, args=(self.job, workspace, upload), daemon=True)
            self._thread.start()
            return self.job

    def stop(self, *, within_s: float | None = None) -> None:
        """Ask the load under way, if any, to end, and with `within_s` wait so long for it."""
        if self.job:
            self.job.stop()
        if self._thread and within_s is not None:
            self._thread.join(within_s)


LOADER = Loader()


def _run(job: LoadJob, workspace: Workspace, upload: Upload) -> None:
    try:
        _load(job, workspace, upload)
    except Stopped:
        job.is_stopped = True
    except WardmoteError as error:
        job.failure = error.sentence
    except Exception:  # noqa: BLE001
        # The thread has no page to fail on, and the window in which the site was started shows what happened.
        _log.exception("a load failed")
        job.failure = "Something went wrong on this site; the window in which it was started says what."
    finally:
        job.is_done = True
        WAITING.forget(upload.key)


def _load(job: LoadJob, workspace: Workspace, upload: Upload) -> None:
    groups = [(waiting, _deliveries(job, files, sources)) for waiting, files, sources in _groups(workspace, upload)]
    linked = _linked(job, workspace, [one for _, deliveries in groups for one in deliveries])
    for waiting, deliveries in groups:
        before = len(job.loads)
        for became in load_each(workspace.store, deliveries, progress=job, linked=linked.rows if linked else None):
            if isinstance(became, Load):
                job.loads.append(became)
            else:
                job.not_loaded.append(became)
        if waiting and waiting.chosen and waiting.card_text and len(job.loads) > before:
            _keep_card(workspace, waiting.chosen, waiting.card_text)
    if linked and job.loads:
        keep_links(workspace.folder, linked)
        job.effect = linked.effect
    if any(load.number for load in job.loads):
        _count(job, workspace)


def _count(job: LoadJob, workspace: Workspace) -> None:
    counting = job.begin_counting()
    try:
        derive_counts(workspace.evidence(), progress=counting)
    except Stopped:
        counting.is_stopped = True


def _groups(
    workspace: Workspace, upload: Upload
) -> Iterator[tuple[Waiting | None, list[InputFile], tuple[Source, ...]]]:
    """The files that are known by themselves, and each for which somebody chose or made a card."""
    by_themselves = [one.file for one in upload.files if one.chosen is None]
    if by_themselves:
        yield None, by_themselves, sources_for(workspace.folder)
    for waiting in upload.files:
        if waiting.chosen is not None:
            yield waiting, [waiting.file], Dock(workspace.folder, (waiting.chosen,)).sources()


def _deliveries(job: LoadJob, files: list[InputFile], sources: tuple[Source, ...]) -> list[Delivery]:
    found, left_out = find_in_files(files, sources)
    job.not_loaded += left_out
    return found


def _linked(job: LoadJob, workspace: Workspace, deliveries: list[Delivery]) -> LinkedPeople | None:
    if not job.is_linking:
        return None
    job.start("the people whom these files name, to link them", steps=1)
    return link_deliveries(workspace.folder, deliveries, threshold=threshold_of(workspace.folder))


def _keep_card(workspace: Workspace, card: Card, text: str) -> None:
    """A card that was made on the site and has read its file reads the partner's next one too."""
    folder = workspace.folder / CARDS_FOLDER
    folder.mkdir(exist_ok=True)
    (folder / f"{card.id}.yaml").write_text(text, encoding="utf-8")
