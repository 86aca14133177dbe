"""Asking a server for something, patiently but not for ever."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from typing import Any, TypeVar
from urllib.parse import urlsplit

import requests
import stamina

from wardmote.errors import BadInput, NotAvailable

T = TypeVar("T")

_PASSING_STATUS = {408, 425, 429, 500, 502, 503, 504}
_PASSING_FAULTS = (
    requests.ConnectionError,
    requests.Timeout,
    requests.exceptions.ChunkedEncodingError,
    requests.exceptions.ContentDecodingError,
)
_BAD_ADDRESS = (
    requests.exceptions.InvalidURL,
    requests.exceptions.InvalidSchema,
    requests.exceptions.MissingSchema,
)


class Passing(Exception):
    """A fault that may be gone at the next try; `wait_s` is how long the server asks for, when it does."""

    def __init__(self, what: str, *, wait_s: float | None = None) -> None:
        super().__init__(what)
        self.wait_s = wait_s


@dataclass(frozen=True)
class Patience:
    """How long to wait and how often to try.

    `attempts` counts tries that bring nothing new. A file that grows with each round of attempts may have `rounds` of
    them, so that a poor line gets there and a hopeless one ends.
    """

    attempts: int = 6
    rounds: int = 20
    connect_s: float = 10.0
    read_s: float = 60.0
    first_wait_s: float = 1.0
    longest_wait_s: float = 120.0
    jitter_s: float = 1.0
    poll_s: float = 3.0
    polls: int = 200


class Client:
    """One conversation with the outside: cookies, time limits, retries, and a mirror if there is one.

    With `mirror`, https://host/path is asked for at `mirror`/host/path: the layout of a copy made by a web archiver.
    """

    def __init__(self, *, patience: Patience | None = None, mirror: str = "") -> None:
        self.patience = patience or Patience()
        self._mirror = mirror.rstrip("/")
        self._session = requests.Session()
        self._session.headers["User-Agent"] = f"wardmote/{version('wardmote')}"

    def send(
        self,
        address: str,
        *,
        headers: Mapping[str, str] | None = None,
        form: list[tuple[str, str]] | None = None,
        allowed: tuple[int, ...] = (),
    ) -> requests.Response:
        """One request, whose body is not read yet: use it in a `with`. A `form` makes it a POST.

        Raises:
            Passing: the server is busy or broken; worth another try.
            NotAvailable: the server says no, with a status that is not in `allowed`.
            BadInput: `address` is not an address.
        """
        try:
            response = self._session.request(
                "POST" if form else "GET",
                self._placed(address),
                data=form,
                headers={"Accept-Encoding": "identity", **(headers or {})},
                timeout=(self.patience.connect_s, self.patience.read_s),
                stream=True,
            )
        except _BAD_ADDRESS as error:
            raise BadInput("this is not an address that can be fetched", where=address) from error
        except requests.TooManyRedirects as error:
            raise NotAvailable("the server sends us round in circles", where=address) from error
        if response.ok or response.status_code in allowed:
            return response
        response.close()
        raise _refusal(response, address)

    def patiently(self, action: Callable[[], T], *, where: str) -> T:
        """The result of `action`, tried again with longer and longer waits while its faults may pass.

        Raises:
            NotAvailable: it failed too often; the sentence has the last reason.
        """
        patience = self.patience
        tries = stamina.retry_context(
            on=self._should_retry,
            attempts=patience.attempts,
            timeout=None,
            wait_initial=patience.first_wait_s,
            wait_max=patience.longest_wait_s,
            wait_jitter=patience.jitter_s,
        )
        try:
            for attempt in tries:
                with attempt:
                    return action()
        except (Passing, *_PASSING_FAULTS) as error:
            raise NotAvailable(
                f"{in_words(error)} (tried up to {patience.attempts} times)",
                where=where,
                do="Run the same command again later: what has arrived is kept",
            ) from error
        raise AssertionError("a retry ends with a result or an error")

    def json(self, address: str) -> Any:
        """What `address` says, as JSON, patiently."""

        def ask() -> Any:
            with self.send(address) as response:
                try:
                    return response.json()
                except requests.exceptions.JSONDecodeError as error:
                    raise Passing("the server answered with something that is not JSON") from error

        return self.patiently(ask, where=address)

    def _placed(self, address: str) -> str:
        if not self._mirror or address.startswith(self._mirror):
            return address
        parts = urlsplit(address)
        query = f"?{parts.query}" if parts.query else ""
        return f"{self._mirror}/{parts.netloc}{parts.path}{query}"

    def _should_retry(self, error: Exception) -> bool | float:
        if isinstance(error, Passing) and error.wait_s is not None:
            return error.wait_s if error.wait_s <= self.patience.longest_wait_s else False
        return isinstance(error, (Passing, *_PASSING_FAULTS))


def in_words(error: Exception) -> str:
    """What went wrong on the line, without the library's own wording."""
    if isinstance(error, Passing):
        return str(error)
    if isinstance(error, requests.Timeout) or "timed out" in str(error):
        return "the server did not answer in time"
    return "the server could not be reached, or broke off"


def _refusal(response: requests.Response, address: str) -> Passing | NotAvailable:
    status = response.status_code
    if status in _PASSING_STATUS:
        wait_s = _seconds_to_wait(response.headers.get("Retry-After", ""))
        asked = "" if wait_s is None else f" and asks to be left alone for {wait_s:,.0f} s"
        return Passing(f"the server is not able to answer (status {status}){asked}", wait_s=wait_s)
    if status in (404, 410):
        what, do = f"there is no such file (status {status})", "Look on the publisher's site for its new address"
    else:
        what, do = f"the server refuses (status {status})", "Try again later, or download it with a browser"
    return NotAvailable(what, where=address, do=do)


def _seconds_to_wait(text: str) -> float | None:
    """A Retry-After header: seconds, or a date (RFC 9110, section 10.2.3)."""
    if text.strip().isdigit():
        return float(text)
    try:
        then = parsedate_to_datetime(text)
    except ValueError:
        return None
    return max(0.0, (then.replace(tzinfo=then.tzinfo or UTC) - datetime.now(UTC)).total_seconds())
