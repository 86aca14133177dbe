"""A site with a workspace of its own, and what somebody does with files on it."""

import time
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from dock_files import workspace
from web.pages import attributes

from wardmote.evidence.workspace import Workspace

_PATIENCE_S = 60


class Analyst:
    """Somebody who loads files through the site, without scripts."""

    def __init__(self, at: Workspace) -> None:
        self.at = at
        self.client = Client(headers={"host": "127.0.0.1"})

    def choose(self, *files: tuple[str, str | bytes], follow: bool = True):
        """Choose files by name and content, and see the page that comes next."""
        chosen = [SimpleUploadedFile(name, text if isinstance(text, bytes) else text.encode()) for name, text in files]
        return self.client.post("/loads/files/", {"files": chosen}, follow=follow)

    def send(self, page, **typed: object):
        """Send the form of a page with what is chosen on it, but for what was `typed`."""
        return self.client.post(address_of(page), {**filled(page), **typed}, follow=True)

    def load(self, page, **ticked: str):
        """Press the button that loads, with what is `ticked` above it, and wait for the result."""
        (address,) = [value for tag, name, value in attributes(page) if name == "action" and value.endswith("/load/")]
        return self.result(self.client.post(address, ticked, follow=True))

    def result(self, page):
        """The page of the load, once it is done."""
        until = time.monotonic() + _PATIENCE_S
        while "data-under-way" in page.text:
            assert time.monotonic() < until, page.text
            time.sleep(0.05)
            page = self.client.get("/loads/under-way/")
        return page


def analyst(folder: Path, *cards: tuple[str, str]) -> Analyst:
    """Somebody with a workspace in this folder."""
    return Analyst(workspace(folder, *cards))


def address_of(page) -> str:
    """Where a page is."""
    return page.redirect_chain[-1][0] if getattr(page, "redirect_chain", None) else page.request["PATH_INFO"]


def filled(page) -> dict[str, object]:
    """What stands in the fields of a page: typed, chosen and ticked."""
    found: dict[str, object] = {}
    select = ""
    for tag, attrs in elements(page):
        name = attrs.get("name", "")
        if tag == "select":
            select = name
            found[name] = ""
        elif tag == "option" and "selected" in attrs:
            found[select] = attrs["value"]
        elif tag == "input" and attrs.get("type") == "text":
            found[name] = attrs.get("value", "")
        elif tag == "input" and attrs.get("type") in {"radio", "checkbox"} and "checked" in attrs:
            found.setdefault(name, []).append(attrs["value"])
        elif tag == "textarea":
            found[name] = page.text.split(f'id="{name}"')[1].split(">", 1)[1].split("</textarea>")[0]
    return found


def elements(page):
    """Every element that opens: its tag, and its attributes."""
    from html.parser import HTMLParser

    class Reader(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.found = []

        def handle_starttag(self, tag, attrs):
            self.found.append((tag, {name: value or "" for name, value in attrs}))

    reader = Reader()
    reader.feed(page.text)
    return reader.found
