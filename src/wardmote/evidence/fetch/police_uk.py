"""The months of police.uk data that somebody asked for, from the archives or else from the site's form."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from wardmote.errors import BadInput, NotAvailable, WardmoteError
from wardmote.evidence.fetch.client import Client
from wardmote.evidence.fetch.downloads import PoliceUk
from wardmote.evidence.fetch.months import check_month, months_ending
from wardmote.evidence.fetch.outcome import Outcome, Watch, unwatched
from wardmote.evidence.fetch.police_archive import Archive, from_archives, open_archive
from wardmote.evidence.fetch.police_files import KINDS, PoliceFile, check_forces, force_slug
from wardmote.evidence.fetch.police_form import from_form, read_form


@dataclass(frozen=True)
class PoliceRequest:
    """Which files: all `kinds` of all `forces` for `months` months up to `until` (the newest published when empty)."""

    forces: tuple[str, ...]
    months: int = 36
    until: str = ""
    kinds: tuple[str, ...] = KINDS

    def files(self, *, newest: str) -> list[PoliceFile]:
        """Every file that is asked for, when `newest` is the newest month published."""
        months = months_ending(self.until or newest, count=self.months)
        return [PoliceFile(*each) for each in product(months, self.forces, self.kinds)]


def police_request(
    *, forces: Sequence[str], months: int = 36, until: str = "", kinds: Sequence[str] = KINDS
) -> PoliceRequest:
    """A request that makes sense; forces may be written as people write them.

    Raises:
        BadInput: no force, no months, a month or a kind that does not exist.
    """
    if not forces:
        raise BadInput("no force was named", do="Add --force, for example --force dorset")
    if months < 1:
        raise BadInput(f"{months} months is nothing to fetch", do="Ask for 1 month or more")
    for kind in kinds:
        if kind not in KINDS:
            raise BadInput(f"there is no kind of file called {kind!r}", do=f"The kinds are {', '.join(KINDS)}")
    slugs = tuple(dict.fromkeys(force_slug(force) for force in forces))
    return PoliceRequest(slugs, months, check_month(until) if until else "", tuple(dict.fromkeys(kinds)))


def fetch_police_uk(
    client: Client, request: PoliceRequest, *, source: PoliceUk, folder: Path, watch: Watch = unwatched
) -> tuple[Outcome, ...]:
    """Bring what is asked for into `folder`, as `YYYY-MM/YYYY-MM-<force>-<kind>.csv`: what `wardmote load` reads.

    The archives come first: their addresses are promised by the publisher and they have every kind and every age.
    Only when the newest archive cannot be read is the site's form asked, which is documented nowhere.

    Raises:
        BadInput: a force that police.uk does not have.
        NotAvailable: neither the archives nor the form could be reached.
    """
    try:
        newest: Archive | WardmoteError = open_archive(client, source.archive.latest)
    except (NotAvailable, BadInput) as error:
        newest = error
    if not isinstance(newest, Archive):
        return _by_form_alone(client, request, source=source, folder=folder, watch=watch, because=newest)
    check_forces(request.forces, known=newest.forces)
    files = request.files(newest=newest.last_month)
    got = dict(from_archives(client, newest, files, source=source, folder=folder, watch=watch))
    return tuple(got[file] for file in files)


def _by_form_alone(
    client: Client, request: PoliceRequest, *, source: PoliceUk, folder: Path, watch: Watch, because: WardmoteError
) -> tuple[Outcome, ...]:
    try:
        page = read_form(client, source=source)
        if page.forces:
            check_forces(request.forces, known=page.forces)
        files = request.files(newest=page.months[-1])
        got = from_form(client, files, source=source, folder=folder, watch=watch)
    except NotAvailable as error:
        raise NotAvailable(
            f"neither the archive ({because.what}) nor the custom download ({error.what}) could be had",
            where=source.form.address,
            do="Try again later, or download it with a browser and load the zip",
        ) from error
    return tuple(got[file] for file in files)
