"""One file from one address, carried on where it stopped, checked, and only then put in its place."""

from pathlib import Path

import requests

from wardmote.errors import BadInput, NotAvailable
from wardmote.evidence.fetch.client import Client, Passing
from wardmote.evidence.fetch.contents import Check, accept
from wardmote.evidence.fetch.outcome import Watch, unwatched
from wardmote.evidence.fetch.part import Part

# What a broken connection has already brought of a block is lost, so blocks are small.
_BLOCK = 8_192


def download(client: Client, address: str, target: Path, *, check: Check = accept, watch: Watch = unwatched) -> Path:
    """`address` as the file `target`.

    Bytes go to `target`.part, which survives an interruption. Where the server gives its files a version and answers
    ranges, the next call asks only for the rest; else it starts again. `target` appears whole or not at all.

    Raises:
        NotAvailable: the server does not have it, or failed too often.
        BadInput: it came and `check` refused it; nothing is kept.
    """
    part = Part(target, address=address)
    _fill(client, address, part, watch=watch, name=target.name)
    try:
        check(part.path)
    except BadInput as error:
        part.discard()
        raise BadInput(error.what, where=address, do=error.do) from error
    return part.finish()


def _fill(client: Client, address: str, part: Part, *, watch: Watch, name: str) -> None:
    for _ in range(client.patience.rounds):
        had = part.size
        try:
            client.patiently(lambda: _receive(client, address, part, watch=watch, name=name), where=address)
        except NotAvailable:
            if part.size <= had:
                raise
        else:
            return
    raise NotAvailable("it arrives too slowly to finish", where=address, do="Run the same command again to carry on")


def _receive(client: Client, address: str, part: Part, *, watch: Watch, name: str) -> None:
    with client.send(address, headers=part.request_headers(), allowed=(416,)) as response:
        if response.status_code == requests.codes.requested_range_not_satisfiable:
            _settle(part, response)
            return
        if response.status_code == requests.codes.partial_content and not part.fits(response):
            part.discard()
            raise Passing("the file changed while it was arriving")
        total = part.begin(response).total
        _keep(part, response, total=total, watch=watch, name=name)
    if total is not None and part.size != total:
        raise Passing(f"only {part.size:,} of {total:,} bytes arrived")


def _keep(part: Part, response: requests.Response, *, total: int | None, watch: Watch, name: str) -> None:
    done = part.size
    with part.path.open("ab") as file:
        for block in response.iter_content(_BLOCK):
            file.write(block)
            done += len(block)
            watch(name, done, total)


def _settle(part: Part, response: requests.Response) -> None:
    """Nothing is left to send: either all of it is here already, or what is here belongs to something else."""
    if response.headers.get("Content-Range", "") == f"bytes */{part.size}":
        return
    part.discard()
    raise Passing("the server has a shorter file than the part that arrived before")
