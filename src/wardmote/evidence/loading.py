"""Loading: find out what each given file is, and enter each delivery whole or not at all."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
from deltalake.exceptions import DeltaError

from wardmote.errors import BadInput, StoreError, WardmoteError
from wardmote.evidence import duck
from wardmote.evidence.dock.linked_rows import LinkedRows
from wardmote.evidence.dock.sheets import SPREADSHEETS, why_no_sheets
from wardmote.evidence.held import HeldContent
from wardmote.evidence.inputs import InputFile, files_of_zip
from wardmote.evidence.ledger import Load, LoadedFile
from wardmote.evidence.progress import Progress, Silent
from wardmote.evidence.sources import sources_for
from wardmote.evidence.sources.base import Head, Loading, Source
from wardmote.evidence.sources.csv_text import why_not_csv
from wardmote.evidence.store import Store


@dataclass(frozen=True)
class Delivery:
    """Files of one source that were given together, and are loaded together or not at all."""

    source: Source
    name: str
    files: tuple[InputFile, ...]


@dataclass(frozen=True)
class NotLoaded:
    """A file or delivery that was not loaded, and why. Only a fault must be mended by somebody."""

    name: str
    reason: str
    is_fault: bool


@dataclass(frozen=True)
class LoadReport:
    """What became of all that was given. A load with no number changed nothing."""

    loads: tuple[Load, ...]
    not_loaded: tuple[NotLoaded, ...]

    @property
    def has_faults(self) -> bool:
        return any(one.is_fault for one in self.not_loaded)


def load_paths(
    store: Store, paths: Iterable[Path], *, progress: Progress | None = None, sources: Sequence[Source] | None = None
) -> LoadReport:
    """Load every file, zip and folder in `paths`, in order, by the `sources` named or all that there are.

    A workspace keeps its own source cards and its key for pseudonyms beside its store.
    """
    known = sources_for(store.folder.parent) if sources is None else sources
    loads: list[Load] = []
    not_loaded: list[NotLoaded] = []
    for path in paths:
        deliveries, left_out = find_deliveries(path, known)
        not_loaded += left_out
        for became in load_each(store, deliveries, progress=progress or Silent()):
            if isinstance(became, Load):
                loads.append(became)
            else:
                not_loaded.append(became)
    return LoadReport(tuple(loads), tuple(not_loaded))


def load_each(
    store: Store, deliveries: Iterable[Delivery], *, progress: Progress, linked: LinkedRows | None = None
) -> Iterator[Load | NotLoaded]:
    """Load one delivery after another, and say of each what became of it."""
    for delivery in deliveries:
        try:
            yield load_delivery(store, delivery, progress=progress, linked=linked)
        except BadInput as error:
            yield NotLoaded(delivery.name, error.sentence, is_fault=True)


def load_delivery(store: Store, delivery: Delivery, *, progress: Progress, linked: LinkedRows | None = None) -> Load:
    """Load one delivery; a delivery that holds nothing new gives a load with the number 0."""
    try:
        with store.writing() as writing:
            with duck.connect(spill_to=writing.folder / "spill") as connection:
                held = HeldContent(store.loads())
                loading = Loading(writing, connection, writing.folder, progress, held, linked or LinkedRows())
                files = tuple(delivery.source.read(delivery.files, loading))
            _require_balance(files)
            _require_distinct_slices(files)
            load = Load(0, delivery.source.id, delivery.name, files)
            return writing.commit(load) if any(file.slices for file in files) else load
    except (OSError, duckdb.IOException, DeltaError) as error:
        reason = str(error).splitlines()[0].removesuffix(".")
        raise StoreError(
            f"nothing was loaded, because the disk refused ({reason})",
            where="the evidence store",
            do="free some space, or check who may write there",
        ) from error


def find_deliveries(path: Path, sources: Sequence[Source]) -> tuple[list[Delivery], list[NotLoaded]]:
    """What a path holds: deliveries by source, and what is not recognised, each with the reason."""
    if not path.exists():
        return [], [NotLoaded(str(path), f"{path}: there is no such file or folder.", is_fault=True)]
    if path.is_dir():
        return _in_folder(path, sources)
    if not path.is_file():
        return [], [NotLoaded(str(path), f"{path}: is neither a file nor a folder.", is_fault=True)]
    return _in_file(InputFile(path, path.name), sources, is_asked_for=True)


def find_in_files(files: Sequence[InputFile], sources: Sequence[Source]) -> tuple[list[Delivery], list[NotLoaded]]:
    """The same of files that were given together, which may be held in memory."""
    loose: list[Delivery] = []
    deliveries: list[Delivery] = []
    left_out: list[NotLoaded] = []
    for file in files:
        found, others = _in_file(file, sources, is_asked_for=True)
        (deliveries if _is_zip(file.path) else loose).extend(found)
        left_out += others
    return _joined(f"{len(loose)} files" if len(loose) > 1 else files[0].name, loose) + deliveries, left_out


def _in_folder(folder: Path, sources: Sequence[Source]) -> tuple[list[Delivery], list[NotLoaded]]:
    loose: list[Delivery] = []
    deliveries: list[Delivery] = []
    left_out: list[NotLoaded] = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        found, others = _in_file(InputFile(path, name), sources, is_asked_for=False)
        (deliveries if _is_zip(path) else loose).extend(found)
        left_out += others
    found_in_all = _joined(folder.resolve().name, loose) + deliveries
    if not found_in_all and not any(one.is_fault for one in left_out):
        left_out.append(_holds_nothing(folder.name or str(folder)))
    return found_in_all, left_out


def _joined(name: str, loose: Sequence[Delivery]) -> list[Delivery]:
    """Files of data.police.uk lie one a month in a folder and belong together; other files stand alone."""
    together = [one for one in loose if one.source.joins_files]
    alone = [one for one in loose if not one.source.joins_files]
    sources = {one.source.id: one.source for one in together}
    joined = [
        Delivery(source, name, tuple(file for one in together if one.source.id == id_ for file in one.files))
        for id_, source in sources.items()
    ]
    return alone + joined


def _in_file(
    given: InputFile, sources: Sequence[Source], *, is_asked_for: bool
) -> tuple[list[Delivery], list[NotLoaded]]:
    name = given.name
    try:
        files = files_of_zip(given) if _is_zip(given.path) else (given,)
        found: dict[str, list[InputFile]] = {}
        left_out: list[NotLoaded] = []
        for file in files:
            head = Head(file, file.head().decode("utf-8-sig", errors="replace"))
            source = _source_of(head, sources)
            if source is None:
                left_out.append(
                    NotLoaded(file.name, _why_not(head, sources), is_fault=is_asked_for and len(files) == 1)
                )
            else:
                found.setdefault(source.id, []).append(file)
    except WardmoteError as error:
        return [], [NotLoaded(name, error.sentence, is_fault=True)]
    if is_asked_for and not found and len(files) != 1:
        left_out.append(_holds_nothing(name))
    by_id = {source.id: source for source in sources}
    return [Delivery(by_id[id_], name, tuple(of_source)) for id_, of_source in found.items()], left_out


def _is_zip(path: Path) -> bool:
    return path.suffix.lower() == ".zip"


def _holds_nothing(name: str) -> NotLoaded:
    return NotLoaded(name, f"{name}: holds nothing that can be loaded.", is_fault=True)


def _source_of(head: Head, sources: Sequence[Source]) -> Source | None:
    # A Mac puts a shadow of each file into a zip, under the file's own name; and a zip may show the text within it.
    if Path(head.name).name.startswith("._") or head.name.lower().endswith(".zip"):
        return None
    return next((source for source in sources if source.recognises(head)), None)


def _why_not(head: Head, sources: Sequence[Source]) -> str:
    name = head.name
    suffix = Path(name.removesuffix(".gz")).suffix.lower()
    if Path(name).name.startswith("."):
        return f"{name}: is a file of the system that it was made on."
    if suffix == ".zip":
        return f"{name}: is a zip inside a zip. Unpack it and load the folder."
    if suffix == ".csv" and (reason := why_not_csv(head.text)):
        return f"{name}: {reason}."
    if suffix in SPREADSHEETS and (reason := why_no_sheets(head.file.content(), name=name)):
        return reason
    if suffix in {".csv", ".geojson", ".json", *SPREADSHEETS}:
        whose = sources[0].title if len(sources) == 1 else "any source that is known here"
        return f"{name}: its columns are not those of {whose}."
    return f"{name}: is not a kind of file that is read here."


def _require_balance(files: Sequence[LoadedFile]) -> None:
    for file in files:
        if not file.is_balanced:
            raise AssertionError(f"{file.name}: {file.read} rows read, {file.kept} kept, {file.quarantined} set aside")


def _require_distinct_slices(files: Sequence[LoadedFile]) -> None:
    """Two files of one delivery that fill the same slice would be counted together."""
    filled_by: dict[tuple[str, str], str] = {}
    for file in files:
        for table, slices in file.slices.items():
            for slice_ in (" ".join(parts) for parts in slices):
                other = filled_by.setdefault((table, slice_), file.name)
                if other != file.name:
                    raise BadInput(
                        f"holds the same {table.replace('_', ' ')} ({slice_}) as {other}, and differs from it",
                        where=file.name,
                        do="load only the right one of the two",
                    )
