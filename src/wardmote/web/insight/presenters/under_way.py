"""The load under way, or what came of the last one."""

from dataclasses import dataclass

from wardmote.assessment.wording import listing
from wardmote.evidence.ledger import Load
from wardmote.evidence.linkage.effect import NOT_KEPT, measured_quality
from wardmote.web.core.components import Cell, Table
from wardmote.web.core.wording import plural
from wardmote.web.insight.models.load_job import Counting, LoadJob
from wardmote.web.insight.presenters.held import load_sentence


@dataclass(frozen=True)
class UnderWayPage:
    """How far the load is, and then the counting of it. `most` is 0 where nobody knows how much there is to do."""

    heading: str
    sentence: str
    doing: str
    done: int
    most: int
    is_done: bool
    is_stopping: bool
    result: Table | None
    left_out: tuple[str, ...]
    linked: tuple[str, ...]
    pairs: str


def under_way_page(job: LoadJob) -> UnderWayPage:
    """The page for a job as it stands."""
    done, most = _how_far(job)
    return UnderWayPage(
        heading=_heading(job),
        sentence=_outcome(job) if job.is_done else _so_far(job),
        doing="" if job.is_done or not job.doing or job.counting else f"Now reading: {job.doing}.",
        done=done,
        most=most,
        is_done=job.is_done,
        is_stopping=job.is_stopping,
        result=_result(job) if any(load.number for load in job.loads) else None,
        left_out=tuple(one.reason for one in job.not_loaded),
        linked=_linked(job) if job.is_done and job.is_linking else (),
        pairs=f"See {plural(job.effect.waiting, 'pair')} near the threshold"
        if job.effect and job.effect.waiting
        else "",
    )


def _how_far(job: LoadJob) -> tuple[int, int]:
    """Rows of about so many, and then tables."""
    if job.counting:
        return job.counting.done, job.counting.most
    return job.read, max(job.expected, job.read) if job.expected else 0


def _linked(job: LoadJob) -> tuple[str, ...]:
    """What linking did, as the command says it."""
    if job.effect is None:
        return () if not job.loads else ("Nobody was linked: none of these files names people.",)
    return (job.effect.sentence, measured_quality(job.effect.threshold), NOT_KEPT)


def _heading(job: LoadJob) -> str:
    what = job.names[0] if len(job.names) == 1 else plural(len(job.names), "file")
    if not job.is_done:
        return f"Loading {what}"
    if job.is_stopped:
        return "The load was stopped"
    return f"Loaded {what}" if job.loads and not job.failure else f"Not loaded: {what}"


def _so_far(job: LoadJob) -> str:
    if job.counting:
        return _counted_so_far(job.counting, is_stopping=job.is_stopping)
    if job.is_stopping:
        return "The load will stop after the rows that are being read."
    if not job.read:
        return "The files are being opened."
    if job.expected and job.read >= job.expected:
        return f"{job.read:,} rows read. They are being stored."
    return f"{job.read:,} of about {job.expected:,} rows read." if job.expected else f"{plural(job.read, 'row')} read."


def _counted_so_far(counting: Counting, *, is_stopping: bool) -> str:
    if is_stopping:
        return "The rows are stored. Counting them will stop after the table that is being counted."
    so_far = f": {counting.done} of {plural(counting.most, 'table')} counted" if counting.most else ""
    return f"The rows are stored. They are being counted for the measures{so_far}."


def _outcome(job: LoadJob) -> str:
    if job.failure:
        return job.failure
    kept = " ".join(_of_load(load) for load in job.loads)
    if job.counting and job.counting.is_stopped:
        return f"{kept} Counting them for the measures was stopped: the first page that needs a count makes it."
    if job.is_stopped:
        return f"Nothing of what was being read was stored. {f'Before that: {kept}' if kept else ''}".strip()
    return kept or "Nothing was loaded."


def _of_load(load: Load) -> str:
    return load_sentence(load) if load.number else f"{load.name}: {_why_nothing(load)}."


def _why_nothing(load: Load) -> str:
    notes = dict.fromkeys(note for file in load.files for note in file.notes)
    return listing(tuple(notes)) or "nothing new, so nothing changed"


def _result(job: LoadJob) -> Table:
    return Table(
        caption="What became of each file",
        heads=("File", "Read", "Kept", "Set aside", "Superseded"),
        rows=tuple(row for load in job.loads if load.number for row in _rows(load)),
        numeric=frozenset({1, 2, 3, 4}),
    )


def _rows(load: Load) -> tuple[tuple[Cell, ...], ...]:
    href = f"/loads/{load.number}/"
    found = []
    for file in load.files:
        aside = Cell("0", is_number=True)
        if file.quarantined:
            aside = Cell(f"{file.quarantined:,}: why?", href=f"{href}#set-aside", is_number=True)
        numbers = (Cell(f"{file.read:,}", is_number=True), Cell(f"{file.kept:,}", is_number=True))
        name = Cell(file.name.rsplit("/", 1)[-1], href=href, note="; ".join(file.notes))
        found.append((name, *numbers, aside, Cell(f"{file.superseded:,}", is_number=True)))
    return tuple(found)
