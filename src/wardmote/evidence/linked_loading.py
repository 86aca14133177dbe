"""Loading with people linked first: all the files that are given together, in memory, before any of them is loaded."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from wardmote.errors import BadInput
from wardmote.evidence.ledger import Load
from wardmote.evidence.linkage.effect import LinkEffect
from wardmote.evidence.linkage.held import read_decisions, read_persons, write_persons
from wardmote.evidence.linkage.namings import Naming, has_names, read_namings
from wardmote.evidence.linkage.pairs import write_pairs
from wardmote.evidence.linkage.resolving import LinkedPeople, resolve
from wardmote.evidence.loading import Delivery, LoadReport, NotLoaded, find_deliveries, load_each
from wardmote.evidence.people import Key
from wardmote.evidence.progress import Progress, Silent
from wardmote.evidence.sources import sources_for
from wardmote.evidence.sources.base import Source
from wardmote.evidence.sources.partner import KEYS_FOLDER, PartnerFile
from wardmote.evidence.store import Store


def load_linked(
    store: Store,
    paths: Iterable[Path],
    *,
    threshold: float,
    progress: Progress | None = None,
    sources: Sequence[Source] | None = None,
) -> tuple[LoadReport, LinkEffect | None]:
    """Load every file, zip and folder in `paths` with their people linked with one another; None where nobody is named.

    What is known of earlier loads is pseudonyms: names are linked within the files given here alone.
    """
    home = store.folder.parent
    known = sources_for(home) if sources is None else sources
    found = [find_deliveries(path, known) for path in paths]
    deliveries = [delivery for some, _ in found for delivery in some]
    not_loaded = [one for _, left_out in found for one in left_out]
    linked = link_deliveries(home, deliveries, threshold=threshold)
    loads: list[Load] = []
    rows = None if linked is None else linked.rows
    for became in load_each(store, deliveries, progress=progress or Silent(), linked=rows):
        if isinstance(became, NotLoaded):
            not_loaded.append(became)
        else:
            loads.append(became)
    if linked is not None and loads:
        keep_links(home, linked)
    return LoadReport(tuple(loads), tuple(not_loaded)), None if linked is None else linked.effect


def link_deliveries(home: Path, deliveries: Sequence[Delivery], *, threshold: float) -> LinkedPeople | None:
    """The people named in files that are to be loaded together; None where nobody is named. Nothing is written."""
    # Both are read first: a file of decisions that cannot be read must not be found out after an hour's linking.
    decisions, persons = read_decisions(home), read_persons(home)
    if not any(isinstance(delivery.source, PartnerFile) and has_names(delivery.source.card) for delivery in deliveries):
        return None
    key = Key.of(home / KEYS_FOLDER)
    namings = list(_namings(deliveries, key))
    if not namings:
        return None
    return resolve(namings, key=key, threshold=threshold, decisions=decisions, persons=persons)


def keep_links(home: Path, linked: LinkedPeople) -> None:
    """Keep which pseudonym stands for which, and the pairs for a person to decide, once the files are loaded."""
    write_persons(home, linked.persons)
    write_pairs(home, linked.pairs)


def _namings(deliveries: Sequence[Delivery], key: Key) -> Iterator[Naming]:
    """Everybody named in files that cards read; a file given twice counts once."""
    read: set[str] = set()
    for delivery in deliveries:
        if not (isinstance(delivery.source, PartnerFile) and has_names(delivery.source.card)):
            continue
        for file in delivery.files:
            try:
                found = list(read_namings(file, delivery.source.card, key))
            except BadInput:
                # The load itself says what is wrong with the file.
                continue
            if found and found[0].file not in read:
                read.add(found[0].file)
                yield from found
