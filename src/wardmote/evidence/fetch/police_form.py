"""The custom download of police.uk: fill in the form, wait until the zip is made, download it.

The site documents none of this, so every step says what it expected when it finds something else.
"""

import re
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from wardmote.errors import BadInput, NotAvailable
from wardmote.evidence.fetch.client import Client, Passing
from wardmote.evidence.fetch.contents import check_zip
from wardmote.evidence.fetch.downloads import PoliceUk
from wardmote.evidence.fetch.outcome import Outcome, Watch, unwatched
from wardmote.evidence.fetch.police_files import PoliceFile, listed, place
from wardmote.evidence.fetch.transfer import download

_TOKEN = re.compile(r"""name=["']csrfmiddlewaretoken["']\s+value=["']([^"']+)["']""")
_MONTH = re.compile(r"""<option[^>]*value=["'](20\d\d-\d\d)["']""")
_FORCE = re.compile(r"""name=["']forces["'][^>]*value=["']([a-z-]+)["']""")
_JOB = re.compile(r"/data/(?:fetch|progress)/([0-9a-f-]{36})/")
_SWITCH = {"street": "include_crime", "outcomes": "include_outcomes", "stop-and-search": "include_stop_and_search"}


@dataclass(frozen=True)
class FormPage:
    """The form as it was offered: its token, and the months and forces that can be chosen."""

    token: str
    months: tuple[str, ...]
    forces: tuple[str, ...]


def read_form(client: Client, *, source: PoliceUk) -> FormPage:
    """The form of today.

    Raises:
        NotAvailable: it cannot be had, or is not the form that we know.
    """
    address = source.form.address

    def ask() -> str:
        with client.send(address) as response:
            return response.text

    page = client.patiently(ask, where=address)
    token, months = _TOKEN.search(page), sorted(set(_MONTH.findall(page)))
    if not token or not months:
        raise NotAvailable("the custom download form is not the one we know", where=address, do="Download by hand")
    return FormPage(token.group(1), tuple(months), tuple(sorted(set(_FORCE.findall(page)))))


def from_form(
    client: Client, wanted: Iterable[PoliceFile], *, source: PoliceUk, folder: Path, watch: Watch = unwatched
) -> dict[PoliceFile, Outcome]:
    """The wanted files that the site's form can give, from one zip made for them.

    Raises:
        NotAvailable: the form, its job or its zip failed.
        BadInput: what came is not a zip of police.uk files.
    """
    files = sorted(wanted)
    address = client.patiently(lambda: _order(client, files, source=source), where=source.form.address)
    target = folder / f"custom-{address.rpartition('/')[2].removesuffix('.zip')}.zip"
    download(client, address, target, check=check_zip, watch=watch)
    try:
        return _unpack(target, files, source=source, folder=folder)
    finally:
        target.unlink()


def _order(client: Client, files: list[PoliceFile], *, source: PoliceUk) -> str:
    """Send the form and wait; returns the address of the zip."""
    page = read_form(client, source=source)
    months = [file.month for file in files if file.month in page.months]
    if not months:
        raise NotAvailable(f"the form offers {page.months[0]} to {page.months[-1]}", where=source.form.address)
    fields = [("csrfmiddlewaretoken", page.token), ("date_from", min(months)), ("date_to", max(months))]
    fields += [("forces", force) for force in sorted({file.force for file in files})]
    fields += [(_SWITCH[kind], "on") for kind in sorted({file.kind for file in files})]
    return _wait(client, source.form.progress.format(id=_send(client, fields, source=source)))


def _send(client: Client, fields: list[tuple[str, str]], *, source: PoliceUk) -> str:
    address = source.form.address
    with client.send(address, form=fields, headers={"Referer": address}, allowed=(403,)) as response:
        if response.status_code == 403:
            raise Passing("the site did not accept the form's token")  # It is known to refuse good ones now and then.
        job = _JOB.search(response.url) or _JOB.search(response.text)
    if not job:
        raise NotAvailable("the site did not start to make a download", where=address, do="Download by hand")
    return job.group(1)


def _wait(client: Client, progress: str) -> str:
    for _ in range(client.patience.polls):
        answer = client.json(progress)
        status = answer.get("status") if isinstance(answer, dict) else None
        if status == "ready" and isinstance(answer.get("url"), str):
            return str(answer["url"])
        if status in (None, "failed"):
            raise NotAvailable("the site could not make the download", where=progress, do="Try again later")
        time.sleep(client.patience.poll_s)
    raise NotAvailable("the site did not finish making the download", where=progress, do="Try again later")


def _unpack(target: Path, files: list[PoliceFile], *, source: PoliceUk, folder: Path) -> dict[PoliceFile, Outcome]:
    outcomes = {}
    with ZipFile(target) as archive:
        members = listed({info.filename: info for info in archive.infolist()})
        for file in files:
            info, path = members.get(file), folder / file.path
            if info is None:
                why = f"the form's zip has no {file.kind} file for this month"
                outcomes[file] = Outcome(file.path, "missing", part=file.month, why=why)
                continue
            try:
                place(path, archive.read(info), columns=source.columns[file.kind])
                outcomes[file] = Outcome(file.path, "fetched", part=file.month, path=path, size=info.file_size)
            except BadInput as error:
                outcomes[file] = Outcome(file.path, "missing", part=file.month, why=error.what)
    return outcomes
