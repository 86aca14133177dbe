"""The site served to this machine."""

import ipaddress
import socket
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from wardmote.errors import BadInput

if TYPE_CHECKING:
    from waitress.server import BaseWSGIServer

# Pages share one process with the query engine, which has threads of its own.
_PAGE_THREADS = 4
_STOPS_WITHIN_S = 20
# So much is let through to be answered in words, though what is larger than an upload may be is thrown away.
_MOST_SENT_BYTES = 1024**4


@dataclass(frozen=True)
class Site:
    """A site that listens at `address` and answers once `run` is called; `applied` names migrations made to start it."""

    address: str
    server: "BaseWSGIServer"
    applied: tuple[str, ...] = ()

    def run(self) -> None:
        """Answer until the process is interrupted; then a load under way is stopped, and files that wait are forgotten."""
        from wardmote.web.insight.actions.loading import LOADER
        from wardmote.web.insight.models.uploads import WAITING
        from wardmote.web.insight.warming import start_warming

        start_warming()
        try:
            self.server.run()
        finally:
            LOADER.stop(within_s=_STOPS_WITHIN_S)
            WAITING.forget_all()


def serve(workspace_path: Path, *, host: str = "127.0.0.1", port: int = 8000) -> None:
    """Serve the workspace at `workspace_path` to this machine until interrupted; errors as for `open_site`."""
    open_site(workspace_path, host=host, port=port).run()


def open_site(workspace_path: Path, *, host: str = "127.0.0.1", port: int = 8000) -> Site:
    """Listen on `host` and `port` (0 takes any free port), ready to show the workspace at `workspace_path`.

    Raises `BadInput` when the host is not this machine or the port cannot be had, and whatever opening the workspace
    raises.
    """
    from wardmote.evidence.workspace import Workspace
    from wardmote.web.administration import has_database, start, upgrade_database

    Workspace.open(workspace_path)
    applied = upgrade_database(workspace_path) if has_database(workspace_path) else ()
    start(workspace_path)
    if not is_loopback(host):
        _check_that_others_may_come(host)
    return _listen(host, port, applied=applied)


def _check_that_others_may_come(host: str) -> None:
    from django.conf import settings

    from wardmote.web.accounts.queries.installation import has_accounts

    if not has_accounts():
        raise BadInput(
            "Nobody has an account, so nobody has to sign in, and the site is served to this machine only",
            where=f"host {host}",
            do="leave the host out, or give 127.0.0.1; or make an account first: wardmote account add EMAIL",
        )
    if not settings.SITE_ADDRESS:
        raise BadInput(
            "The settings do not say under which address others reach the site",
            where="wardmote.toml",
            do='add: [site], and below it address = "https://…"',
        )


def is_loopback(host: str) -> bool:
    """Whether `host` names this machine and cannot be reached from another."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _listen(host: str, port: int, *, applied: tuple[str, ...]) -> Site:
    from django.urls import get_resolver
    from waitress import create_server

    from wardmote.web.config.wsgi import application
    from wardmote.web.core.receiving import InMemoryChannel

    # Pages are imported now, so that a fault in one is told to who starts the site and not to its first reader.
    _ = get_resolver().url_patterns
    # The socket is ours, so that it is closed again whatever goes wrong.
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family)
    except OSError as error:
        raise BadInput(
            "The site cannot listen there; another program may be using the port",
            where=f"{host} port {port}",
            do="give another port, such as --port 8001",
        ) from error
    server = create_server(application, sockets=[listener], threads=_PAGE_THREADS, ident="Wardmote", **_in_memory())
    server.channel_class = InMemoryChannel
    shown_host = f"[{host}]" if ":" in host else host
    return Site(address=f"http://{shown_host}:{listener.getsockname()[1]}/", server=server, applied=applied)


def _in_memory() -> dict[str, int]:
    """Neither what is sent nor what is answered goes through a temporary file."""
    from wardmote.web.core.uploads import largest_body_bytes

    most = largest_body_bytes()
    return {"inbuf_overflow": most + 1, "outbuf_overflow": most, "max_request_body_size": _MOST_SENT_BYTES}
