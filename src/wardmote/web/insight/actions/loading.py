"""Loading what waits, in the background, one load at a time."""

import logging
import threading

from wardmote.definitions.card import Card
from wardmote.errors import BadInput, WardmoteError
from wardmote.evidence.inputs import InputFile
from wardmote.evidence.ledger import Load
from wardmote.evidence.loading import find_in_files, load_each
from wardmote.evidence.progress import Silent
from wardmote.evidence.sources import sources_for
from wardmote.evidence.sources.base import Source
from wardmote.evidence.sources.partner import CARDS_FOLDER, Dock
from wardmote.evidence.workspace import Workspace
from wardmote.measures.deriving import derive_counts
from wardmote.web.insight.models.load_job import LoadJob, Stopped
from wardmote.web.insight.models.uploads import WAITING, Upload
from wardmote.web.insight.queries.waiting import rows_expected

_log = logging.getLogger("django.request")


class Loader:
    """The one load of this process, and the thread that does it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self.job: LoadJob | None = None

    def start(self, workspace: Workspace, upload: Upload) -> LoadJob:
        """Begin to load an upload, which is no longer held once that has ended; raises BadInput while another is loaded."""
        with self._lock:
            if self._thread and self._thread.is_alive():
                raise BadInput(
                    "Another load is under way", do="wait until it has ended, or stop it, and then load these"
                )
            self.job = LoadJob(tuple(one.name for one in upload.files), rows_expected(upload))
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
    by_themselves = [one.file for one in upload.files if one.chosen is None]
    if by_themselves:
        _load_files(job, workspace, by_themselves, sources_for(workspace.folder))
    for waiting in upload.files:
        if waiting.chosen is not None:
            before = len(job.loads)
            _load_files(job, workspace, [waiting.file], Dock(workspace.folder, (waiting.chosen,)).sources())
            if waiting.card_text and len(job.loads) > before:
                _keep_card(workspace, waiting.chosen, waiting.card_text)
    if any(load.number for load in job.loads):
        derive_counts(workspace.evidence(), progress=Silent())


def _load_files(job: LoadJob, workspace: Workspace, files: list[InputFile], sources: tuple[Source, ...]) -> None:
    deliveries, left_out = find_in_files(files, sources)
    job.not_loaded += left_out
    for became in load_each(workspace.store, deliveries, progress=job):
        if isinstance(became, Load):
            job.loads.append(became)
        else:
            job.not_loaded.append(became)


def _keep_card(workspace: Workspace, card: Card, text: str) -> None:
    """A card that was made on the site and has read its file reads the partner's next one too."""
    folder = workspace.folder / CARDS_FOLDER
    folder.mkdir(exist_ok=True)
    (folder / f"{card.id}.yaml").write_text(text, encoding="utf-8")
